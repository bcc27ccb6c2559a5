import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLinks } from '../../../src/staff/links/command';
import { LinkHistory } from '../../../src/staff/links/history';
import { KnowledgeFolder, removeKnowledgeFolders } from '../../knowledge/knowledge-folder';
import { rooms } from '../heard';
import { answer, LocalWeb } from './local-web';

const guide = (id: string, ...urls: string[]) => `---
id: ${id}
kind: guide
locale: en
country: ES
areas: [ES]
title: { en: A guide }
summary: { en: A guide. }
topics: [care]
sources: [${urls.map((url) => `{ url: "${url}", title: A page }`).join(', ')}]
checked: 2026-11-01
reviewBy: 2027-05-01
verified: true
---
`;

describe('`ponte links`', () => {
  const web = new LocalWeb();
  let dataFolder = '';
  let knowledge: KnowledgeFolder;
  beforeAll(() => web.start());
  afterAll(async () => {
    removeKnowledgeFolders();
    await web.stop();
  });
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'ponte-links-'));
    knowledge = new KnowledgeFolder();
  });
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

  const links = async (day: string, ...args: string[]) => {
    const heard = rooms({ folder: knowledge.path, dataFolder, now: () => new Date(`2026-11-${day}T10:00:00Z`) });
    const code = await checkLinks(args, heard.rooms, { network: web, pause: async () => undefined });
    return { code, out: heard.out(), err: heard.err() };
  };
  const history = () => LinkHistory.parse(JSON.parse(readFileSync(join(dataFolder, 'links.json'), 'utf8')));

  it('withdraws a page only when it was missing on three days, and says where it stands', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', 'https://a.example.org/there', 'https://b.example.org/missing'));
    web.serve({ 'a.example.org/there': answer(200) });
    for (const day of ['20', '21']) expect((await links(day)).code).toBe(0);
    const third = await links('22');
    expect(third.code).toBe(1);
    expect(third.out).toContain(
      'gone       https://b.example.org/missing\n           404 on 2026-11-20, 404 on 2026-11-21, 404 on 2026-11-22\n',
    );
    expect(third.out).toContain('in one-guide (source)');
    expect(third.out).toContain('2 addresses: 1 valid (0 of them moved for good), 1 gone, 0 uncertain, 0 never asked. Asked now: 2.');
  });

  it('asks an address once a day, and again when its entry is named', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', 'https://a.example.org/there'));
    web.serve({ 'a.example.org/there': answer(200) });
    await links('20');
    await links('20');
    expect(web.asked).toHaveLength(1);
    await links('20', '--entry', 'one-guide');
    expect(web.asked).toHaveLength(2);
  });

  it('begins with those never asked, then those asked longest ago', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', ...[1, 2, 3].map((n) => `https://a.example.org/${n}`)));
    web.serve(Object.fromEntries([1, 2, 3].map((n) => [`a.example.org/${n}`, answer(200)])));
    for (const day of ['17', '18', '19', '20']) await links(day, '--limit', '1');
    expect(web.asked).toEqual([1, 2, 3, 1].map((n) => `HEAD a.example.org/${n}`));
  });

  it('asks one host one thing at a time, and four hosts at once', async () => {
    const urls = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((host) => [1, 2, 3].map((n) => `${host}.example.org/${n}`));
    const slow = (_: unknown, response: { writeHead(status: number): unknown; end(): unknown }) =>
      void setTimeout(() => {
        response.writeHead(200);
        response.end();
      }, 15);
    knowledge.write('guides/one-guide.md', guide('one-guide', ...urls.map((url) => `https://${url}`)));
    web.serve(Object.fromEntries(urls.map((url) => [url, slow])));
    web.mostAtOnce = 0;
    web.mostAtOnceOfOneHost = 0;
    expect((await links('20')).out).toContain('18 valid');
    expect([web.mostAtOnce, web.mostAtOnceOfOneHost]).toEqual([4, 1]);
  });

  it('leaves a host in trouble in peace, within a run and after it', async () => {
    knowledge.write(
      'guides/one-guide.md',
      guide('one-guide', ...[1, 2, 3, 4].map((n) => `https://a.example.org/${n}`), 'https://b.example.org/'),
    );
    web.serve({ ...Object.fromEntries([1, 2, 3, 4].map((n) => [`a.example.org/${n}`, answer(500)])), 'b.example.org/': answer(200) });
    const first = await links('20');
    const askedOfA = () => web.asked.filter((one) => one.includes('a.example.org')).length;
    expect(askedOfA()).toBe(4); // HEAD and GET, twice
    expect(first.out).toContain('Left in peace, because they had trouble: a.example.org until 2026-11-20 12:00 UTC.');
    await links('20', '--entry', 'one-guide');
    expect(askedOfA()).toBe(4);
    await links('21');
    expect(askedOfA()).toBe(8);
  });

  it('asks a busy host nothing more after one 429', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', 'https://a.example.org/1', 'https://a.example.org/2'));
    web.serve({ 'a.example.org/1': answer(429, { 'retry-after': '7200' }), 'a.example.org/2': answer(200) });
    await links('20');
    expect(web.asked).toEqual(['HEAD a.example.org/1']);
    expect(history().hosts['a.example.org']).toEqual({ failures: 1, notBefore: '2026-11-20T12:00:00.000Z' });
  });

  it('counts no failure while nothing at all can be reached', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', 'https://a.example.org/', 'https://b.example.org/'));
    web.serve({});
    for (const host of ['a', 'b']) web.names.set(`${host}.example.org`, { code: 'ENOTFOUND' });
    const { code, err } = await links('20');
    expect(code).toBe(1);
    expect(err).toContain('no server answered at all (a.example.org: the host name does not exist). Is this machine connected?');
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('asks about addresses in translations that are out of date, and in entries that are not shown yet', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', 'https://a.example.org/').replace('verified: true', 'verified: false'));
    knowledge.write(
      'guides/one-guide.es.md',
      '---\nid: one-guide\nlocale: es\ntranslates: "000000000000"\n---\n\nVéase https://b.example.org/es\n',
    );
    web.serve({ 'a.example.org/': answer(200), 'b.example.org/es': answer(200) });
    expect((await links('20')).out).toContain('2 valid');
  });

  it('never overwrites a history that it cannot read', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', 'https://a.example.org/'));
    writeFileSync(join(dataFolder, 'links.json'), '{"version":1,"links":');
    const { code, err } = await links('20');
    expect([code, readFileSync(join(dataFolder, 'links.json'), 'utf8')]).toEqual([1, '{"version":1,"links":']);
    expect(err).toContain('links.json cannot be read (it is not JSON). Mend it from a backup, or move it away');
  });

  it('leaves no draft of its history behind', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', 'https://a.example.org/'));
    web.serve({ 'a.example.org/': answer(200) });
    await links('20');
    expect(readdirSync(dataFolder)).toEqual(['links.json']);
  });

  it('refuses a limit that is none, and an entry that is not there', async () => {
    knowledge.write('guides/one-guide.md', guide('one-guide', 'https://a.example.org/'));
    for (const limit of ['0', 'many', '-1']) expect((await links('20', `--limit=${limit}`)).code).toBe(64);
    const { code, err } = await links('20', '--entry', 'nobody');
    expect([code, err]).toEqual([
      1,
      'ponte links: there is no readable entry "nobody"; "ponte knowledge --json" lists the ids, "ponte check" says what cannot be read.\n',
    ]);
  });
});
