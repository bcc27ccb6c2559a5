import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check } from '../../../src/staff/check/command';
import { SAMPLE_FOLDER } from '../../../src/staff/check/sample-folder';
import { rooms } from '../heard';

describe('`ponte check` of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-check-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const GUIDE = 'guides/example-guide.md';
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  beforeAll(() => {
    for (const [file, text] of Object.entries(SAMPLE_FOLDER)) write(file, text);
  });
  const run = async (...args: string[]) => {
    const heard = rooms({ folder, dataFolder: join(folder, 'data') });
    return { code: await check.run(args, heard.rooms), out: heard.out(), err: heard.err() };
  };

  it('is silent about a good one, however its place is written', async () => {
    expect([(await run(GUIDE)).code, (await run(`knowledge/${GUIDE}`)).code, (await run(join(folder, GUIDE))).code]).toEqual([0, 0, 0]);
  });

  it('says that a mistyped name is no file, and still tells of the others', async () => {
    const { code, err } = await run('guides/exampel-guide.md', GUIDE);
    expect([code, err]).toEqual([1, expect.stringContaining('there is no file "guides/exampel-guide.md"')]);
  });

  it('tells mistakes of front matter without the language of programs', async () => {
    const good = readFileSync(join(folder, GUIDE), 'utf8');
    const told = async (from: RegExp, by: string) => {
      write(GUIDE, good.replace(from, by));
      return (await run(GUIDE)).out;
    };
    expect(await told(/^country: .*$/m, 'country: gr')).toContain('country: write two capitals such as GR');
    expect(await told(/url: "[^"]*"/, 'url: "example.org"')).toContain('write the whole address, such as https://example.org/page');
    expect(await told(/^(country: .*)$/m, '$1\n$1')).toContain('this key stands twice');
    write(GUIDE, good);
  });
});
