import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyDigest } from '../../../src/knowledge/read-entry';
import { TwoFolders } from './two-folders';

const GUIDE = 'guides/example-guide.md';
const CALL = 'calls/example-call.md';
const SITE = 'sites/example-site.md';

describe('`ponte diff`', () => {
  let two: TwoFolders;
  beforeEach(() => {
    two = new TwoFolders();
  });
  afterEach(() => two.close());

  it('tells that nothing changes for people when the folders say the same', async () => {
    const { code, out } = await two.diff();
    expect(code).toBe(0);
    expect(out).toContain('Nothing people can see was changed.');
    expect(out).not.toContain('[');
  });

  it('tells a call that closes earlier', async () => {
    two.edit(CALL, 'closes: 2027-06-30', 'closes: 2026-11-01');
    const { out } = await two.diff();
    expect(out).toContain('[open → closed] example-call: Jobs nearby 2027 (example)');
    expect(out).toContain('[changed] example-call: call');
  });

  it('tells who is no longer shown a call, and to whom it is shown instead', async () => {
    two.edit(CALL, 'value: [association, cooperative], quote', 'value: [association], quote');
    two.edit(CALL, 'areas: [ES523]', 'areas: [EL]');
    const { out } = await two.diff();
    expect(out).toContain('now shown to areas: Greece (EL)');
    expect(out).toContain('no longer shown to areas: Spain (ES)');
    expect(out).toContain('no longer shown to applicants: cooperative');
    // Two areas × two applicants × one topic: Spain × 2 are lost, Greece × association is won.
    expect(out).toContain('3 of 4 sample profiles see it otherwise');
  });

  it('tells the languages that still say what was said before, and the translation that is no longer served', async () => {
    two.edit(GUIDE, '  en: "How to apply (example)"', '  en: "How to apply in 2027 (example)"');
    two.edit(GUIDE, 'until 3 March 2027', 'until 5 May 2027');
    const { code, out } = await two.diff();
    expect(out).toContain('[stale] example-guide: body in es');
    expect(out).toContain('[behind] example-guide: title in es ca fr it pt de el sl hr sq');
    expect(code).toBe(0);
  });

  it('tells a translation whose file is gone', async () => {
    two.removeFile('guides/example-guide.es.md');
    expect((await two.diff()).out).toContain('[lost] example-guide: body in es');
  });

  it('does not complain of a translation that was made again', async () => {
    two.edit(GUIDE, 'until 3 March 2027', 'until 5 May 2027');
    const text = readFileSync(join(two.edited, GUIDE), 'utf8');
    const body = text.split('\n---\n')[1]?.trim() ?? '';
    two.edit('guides/example-guide.es.md', '3 de marzo de 2027', '5 de mayo de 2027');
    const translation = readFileSync(join(two.edited, 'guides/example-guide.es.md'), 'utf8');
    two.write(
      join(two.edited, 'guides/example-guide.es.md'),
      translation.replace(/translates: "\w+"/, `translates: "${bodyDigest(body)}"`),
    );
    const { out } = await two.diff();
    expect(out).not.toContain('[stale]');
    expect(out).toContain('[changed] example-guide: body');
  });

  it('fails when an area is left without a desk', async () => {
    two.edit(SITE, '      areas: [EU]', '      areas: [ES]');
    const { code, out } = await two.diff();
    expect(out).toContain('[no desk] example-site: Greece (EL), people who name no place');
    expect(out).not.toContain('Spain (ES)');
    expect(code).toBe(1);
  });

  it('fails when an edit breaks a file, and says how to find out why', async () => {
    two.edit(GUIDE, 'checked: 2026-11-01', 'checked: yesterday');
    const { code, out } = await two.diff();
    expect(out).toContain('[not served] example-guide');
    expect(out).toContain('npm run ponte -- check guides/example-guide.md');
    expect(code).toBe(1);
  });

  it('does not fail when staff take an entry away', async () => {
    two.removeFile('guides/example-guide.es.md');
    two.removeFile(GUIDE);
    const { code, out } = await two.diff();
    expect(out).toContain('[removed] example-guide');
    expect(code).toBe(0);
  });

  it('refuses a folder in which nothing can be read', async () => {
    const { code, err } = await two.diff('--base', two.parent);
    expect([code, err]).toEqual([1, expect.stringContaining('can be read as a knowledge folder')]);
  });

  it('refuses a base that is not there', async () => {
    const { code, err } = await two.diff('--base', join(two.parent, 'none'));
    expect([code, err]).toEqual([1, expect.stringContaining('there is no folder')]);
  });

  it('refuses to compare a folder with itself', async () => {
    expect((await two.diff('--base', two.edited)).err).toContain('is the edited folder itself');
  });

  it('refuses a number of questions that is none', async () => {
    expect((await two.diff('--limit', 'many')).code).toBe(64);
  });

  describe('with golden questions', () => {
    const ask = (lines: string) => {
      const file = join(two.parent, 'questions.jsonl');
      two.write(file, lines);
      return ['--questions', file];
    };
    const GRANT =
      '{"id":"a","question":"How much is the grant and until when may associations apply?","locale":"en","relevant":["example-guide"]}';

    it('fails when a question loses its answer', async () => {
      two.removeFile('guides/example-guide.es.md');
      two.removeFile(GUIDE);
      const { code, out } = await two.diff(...ask(GRANT));
      expect(out).toMatch(/\[worse\] a: How much is the grant[^\n]+\n +before: answered, example-guide\n +after: answered, example-call/);
      expect(code).toBe(1);
    });

    it('tells the citation that changes with a source', async () => {
      two.edit(GUIDE, 'https://guide.example.org/', 'https://new.example.org/');
      const { out } = await two.diff(...ask(GRANT));
      expect(out).toContain('[other] a: How much');
      expect(out).toContain('no longer cited: https://guide.example.org/');
      expect(out).toContain('now cited: https://new.example.org/');
    });

    it('names the line that is no question', async () => {
      const { code, err } = await two.diff(...ask(`${GRANT}\nhow much?\n{"id":1}`));
      expect(code).toBe(1);
      expect(err).toMatch(/questions\.jsonl:2 {2}not JSON.*\n.*questions\.jsonl:3 {2}question:/);
    });

    it('asks none when nothing changed, and does not send anybody to --limit', async () => {
      const { code, out } = await two.diff(...ask(GRANT));
      expect([code, out]).toEqual([0, expect.stringContaining('None of 1 golden questions was asked: nothing changed')]);
      expect(out).not.toContain('--limit asks more');
    });

    it('says that a file of questions is missing when it was asked for', async () => {
      const { code, err } = await two.diff('--questions', join(two.parent, 'none.jsonl'));
      expect([code, err]).toEqual([1, expect.stringContaining('there is no file')]);
    });
  });

  describe('with the folder of a commit', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', two.parent, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { stdio: 'pipe' });
    beforeEach(() => {
      git('init', '-q');
      git('add', 'edited');
      git('commit', '-q', '-m', 'first');
    });

    it('compares what is saved with what is committed, and leaves the commit readable for the next time', async () => {
      two.edit(CALL, 'closes: 2027-06-30', 'closes: 2026-11-01');
      const first = await two.diff('--base', 'git:HEAD');
      expect(first.out).toContain('[open → closed] example-call');
      expect(await two.diff('--base', 'git:HEAD')).toMatchObject({ code: first.code, out: first.out });
    });

    it.each(['git:no-such-branch', 'git:--output=stolen', 'git:', 'git:HEAD; touch stolen'])('refuses %s', async (base) => {
      const { code, err } = await two.diff('--base', base);
      expect([code, err]).toEqual([1, expect.stringContaining('git knows no')]);
      expect(two.exists(join(two.parent, 'stolen'))).toBe(false);
    });
  });

  it('says how to compare a folder that is not under git', async () => {
    const { code, err } = await two.diff('--base', 'git:HEAD');
    expect([code, err]).toEqual([1, expect.stringContaining('--base FOLDER')]);
  });

  describe('as a page', () => {
    it('holds every item, runs nothing and fetches nothing', async () => {
      two.edit(GUIDE, '  en: "How to apply (example)"', '  en: "<img src=x onerror=alert(1)> & more"');
      two.write(
        join(two.edited, 'guides/second.md'),
        readFileSync(join(two.edited, GUIDE), 'utf8').replace('id: example-guide', 'id: second'),
      );
      const page = join(two.parent, 'page.html');
      await two.diff('--html', page);
      const html = readFileSync(page, 'utf8');
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more');
      expect(html).not.toMatch(/<script|<img|https?:\/\/|onerror="/);
      expect(html).toContain("default-src 'none'");
    });

    it('is refused where no file can be written', async () => {
      const { code, err } = await two.diff('--html', join(two.parent, 'none', 'page.html'));
      expect([code, err]).toEqual([1, expect.stringContaining('cannot be written')]);
    });
  });
});
