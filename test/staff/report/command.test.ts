import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportCommand } from '../../../src/staff/report/command';
import type { Report } from '../../../src/staff/report/make-report';
import { KnowledgeFolder, removeKnowledgeFolders } from '../../knowledge/knowledge-folder';
import { rooms } from '../heard';

const guide = (id: string, more: { reviewBy?: string; title?: string; country?: string } = {}) => `---
id: ${id}
kind: guide
locale: en
country: ${more.country ?? 'ES'}
areas: [ES]
title: { en: ${more.title ?? 'A guide'} }
summary: { en: A guide. }
topics: [care]
sources: [{ url: "https://a.example.org/", title: A page }]
checked: 2026-01-01
reviewBy: ${more.reviewBy ?? '2027-05-01'}
verified: true
---

Ask the desk.
`;

describe('`ponte report`', () => {
  let folder: KnowledgeFolder;
  let dataFolder = '';
  beforeEach(() => {
    folder = new KnowledgeFolder();
    dataFolder = mkdtempSync(join(tmpdir(), 'ponte-report-'));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));
  afterAll(removeKnowledgeFolders);

  const report = async (...args: string[]) => {
    const heard = rooms({ folder: folder.path, dataFolder });
    const code = await reportCommand.run(args, heard.rooms);
    return { code, out: heard.out(), err: heard.err() };
  };
  const page = async () => {
    const path = join(dataFolder, 'report.html');
    await report('--html', path);
    return readFileSync(path, 'utf8');
  };

  it('lists overdue reviews first, the longest first', async () => {
    folder.write('guides/fresh-one.md', guide('fresh-one'));
    folder.write('guides/late-one.md', guide('late-one', { reviewBy: '2026-11-20' }));
    folder.write('guides/later-one.md', guide('later-one', { reviewBy: '2026-10-01' }));
    const { out } = await report();
    expect(out).toMatch(/later-one .+overdue by 52 days.+late-one .+overdue by 2 days.+fresh-one/s);
    const told = JSON.parse((await report('--json')).out) as Report;
    expect(told.entries.map(({ id, toDo }) => [id, toDo.urgency])).toEqual([
      ['later-one', 0],
      ['late-one', 0],
      ['fresh-one', 4],
    ]);
  });

  it('counts what is covered by country, kind and language', async () => {
    folder.write('guides/one-guide.md', guide('one-guide'));
    folder.write('guides/two-guide.md', guide('two-guide'));
    const { coverage } = JSON.parse((await report('--json')).out) as Report;
    expect(coverage).toEqual([
      {
        country: 'ES',
        kind: 'guide',
        entries: 2,
        headlines: expect.objectContaining({ en: 2, sq: 0 }),
        bodies: expect.objectContaining({ en: 2, sq: 0 }),
      },
    ]);
    expect((await report()).out).toMatch(/Entries by country and kind\n.+\nES +· +· +· +· +· +2 +·\n/);
  });

  it('tells questions that found nothing, and how many lines it could not read', async () => {
    folder.write('guides/one-guide.md', guide('one-guide'));
    const miss = { day: '2026-11-20', locale: 'en', outcome: 'no-evidence', question: 'Any loan?' };
    writeFileSync(join(dataFolder, 'misses.jsonl'), `${JSON.stringify(miss)}\n${JSON.stringify(miss)}\n{"day`);
    const { out, err } = await report();
    expect(out).toContain('    2 ×  Any loan?\n         en; no-evidence; last asked 2026-11-20\n');
    expect(err).toContain('1 lines of misses.jsonl cannot be read');
  });

  it('names the files that have errors, and says so with its exit code', async () => {
    folder.write('guides/one-guide.md', guide('one-guide'));
    folder.write('guides/bad-guide.md', guide('bad-guide').replace('topics: [care]', 'topics: []'));
    const { code, out } = await report();
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('left out, because it has errors ("ponte check" says which): guides/bad-guide.md'),
    ]);
  });

  it('goes without links when their history cannot be read', async () => {
    folder.write('guides/one-guide.md', guide('one-guide'));
    writeFileSync(join(dataFolder, 'links.json'), '{}');
    const { code, err } = await report();
    expect([code, err]).toEqual([0, expect.stringContaining('the links are left out')]);
  });

  it('writes a page that needs nothing else and runs nothing', async () => {
    folder.write('guides/one-guide.md', guide('one-guide', { title: `"<script>alert('1')</script> & Co"` }));
    writeFileSync(
      join(dataFolder, 'misses.jsonl'),
      JSON.stringify({ day: '2026-11-20', locale: 'en', outcome: 'clarify', question: '<img src=x onerror="alert(1)">' }),
    );
    const written = await page();
    expect(written).toContain('&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62; &#38; Co');
    expect(written).not.toMatch(/<script|<img|<link|@import|url\(|javascript:| on\w+="/i);
    expect(written).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(written.match(/<svg class="chart" role="img" aria-label="/g)).toHaveLength(5);
  });

  it('writes the page whole or not at all', async () => {
    folder.write('guides/one-guide.md', guide('one-guide'));
    mkdirSync(join(dataFolder, 'here.html'));
    for (const path of [join(dataFolder, 'here.html'), join(dataFolder, 'no-such-folder', 'report.html')]) {
      const { code, err } = await report('--html', path);
      expect([code, err]).toEqual([1, expect.stringContaining('cannot be written')]);
    }
    expect(readdirSync(dataFolder)).toEqual(['here.html']);
    expect((await report('--html', '')).code).toBe(64);
  });

  it('stands with an empty folder', async () => {
    expect((await report()).out).toContain('0 entries');
    expect(await page()).toContain('<strong>0</strong> entries');
  });
});
