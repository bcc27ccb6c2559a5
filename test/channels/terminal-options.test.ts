import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTerminalOptions, TERMINAL_USAGE } from '../../src/channels/terminal-options';
import { LOCALES } from '../../src/domain/locale';
import { ensureBuilt, PROJECT } from '../support/built-server';

describe('What the terminal is asked for', () => {
  it.each([
    [[], {}],
    [['--locale=es'], { locale: 'es' }],
    [['--locale', 'el-GR'], { locale: 'el' }],
    [['sl'], { locale: 'sl' }],
    [['--site=demo', 'hr'], { locale: 'hr', site: 'demo' }],
    [['--help'], { isHelp: true }],
    [['-h'], { isHelp: true }],
  ])('is read from %j', (args, asked) => {
    expect(readTerminalOptions(args)).toEqual({ ok: true, asked: { isHelp: false, ...asked } });
  });

  it.each([
    [['--lang=es'], "Unknown option '--lang'"],
    [['-l', 'es'], "Unknown option '-l'"],
    [['--locale'], "Option '--locale <value>' argument missing"],
    [['--locale=xx'], `"xx" is none of the languages ${LOCALES.join(' ')}`],
    [['--locale='], `"" is none of the languages ${LOCALES.join(' ')}`],
    [['klingon'], '"klingon" is none of the languages'],
    [['es', 'el'], 'More than one language is named'],
    [['--locale=es', 'el'], 'More than one language is named'],
    [['--help=yes'], "Option '-h, --help' does not take an argument"],
  ])('is refused in one line with what to do: %j', (args, what) => {
    const reading = readTerminalOptions(args);
    const said = reading.ok ? '' : reading.what;
    expect(said).toContain(what);
    expect(said).toMatch(/^[^\n]+\. "npm run chat -- --help" tells what can be asked for\.$/);
  });

  it('is told in full, with every language', () => {
    for (const option of ['--locale', '--site', '--help', LOCALES.join(' ')]) expect(TERMINAL_USAGE).toContain(option);
  });
});

describe('`npm run chat`', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-chat-'));
  const knowledge = join(folder, 'knowledge');
  beforeAll(async () => {
    await ensureBuilt();
    // Enough to begin with.
    for (const name of ['vocabularies', 'sites', 'guides/guide-managing-authority.md'])
      cpSync(join(PROJECT, 'knowledge', name), join(knowledge, name), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const env = { PONTE_DATA: join(folder, 'data'), PONTE_KNOWLEDGE: knowledge, LANG: 'C.UTF-8' };
    return spawnSync(process.execPath, [join(PROJECT, 'dist', 'src', 'chat.js'), ...args], {
      cwd: folder,
      env,
      input: '',
      encoding: 'utf8',
    });
  }

  it('ends with 64 and one line when it does not know what is asked', () => {
    const { status, stdout, stderr } = run('--language=es');
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toBe(`ponte chat: Unknown option '--language'. "npm run chat -- --help" tells what can be asked for.\n`);
  });

  it('tells what can be asked for', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: TERMINAL_USAGE, stderr: '' });
  });

  it('greets in the language that is asked for, and refuses a site that is none', () => {
    const { status, stdout } = run('--locale=es');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^Ponte en la terminal/)]);
    expect(stdout).toContain('ponte> ');
    const { status: refused, stderr } = run('--site=nowhere');
    expect([refused, stderr]).toEqual([64, expect.stringMatching(/^ponte chat: There is no site "nowhere"; .*such as demo\.\n$/)]);
  });
});
