/** Naughty strings in every field of the folder, and bodies that are made to be slow: a finding or a clean pass. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../../../src/domain/finding';
import { checkFolder } from '../../../src/staff/check/check-folder';
import { type CheckFormat, findingLines } from '../../../src/staff/check/print-findings';
import { readForCheck } from '../../../src/staff/check/read-for-check';
import { SAMPLE_FOLDER } from '../../../src/staff/check/sample-folder';
import { naughtyStrings } from '../../support/naughty-strings';
import { FIELDS, fileWith, type Quotes } from './fields';

// A thousand checks of a small folder, more with the public list.
jest.setTimeout(240_000);

/** What a terminal obeys instead of showing it, line ends included: a finding is one line and its cure. */
const ACTS = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
const FORMATS: readonly CheckFormat[] = ['text', 'json', 'github'];
const QUOTES: readonly Quotes[] = ['double', 'none', 'single'];
/** Every string meets some fields, every field some strings: all of all would take half an hour. */
const EACH = 25;

const GUIDE = 'guides/example-guide.md';

describe('`ponte check`', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-bad-'));
  beforeAll(() => {
    for (const [file, text] of Object.entries(SAMPLE_FOLDER)) write(file, text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  /** Checks the sample folder with this file changed, and puts it back. */
  async function checkWith(file: string, text: string): Promise<Finding[]> {
    write(file, text);
    try {
      return checkFolder(await readForCheck(folder), '2026-11-21');
    } finally {
      write(file, SAMPLE_FOLDER[file] ?? '');
    }
  }

  it.each([...FIELDS.keys()].map((name, n) => [name, n] as const))('finds or passes whatever stands as %s', async (name, n) => {
    const field = FIELDS.get(name);
    if (!field) throw new RangeError(name);
    const strings = naughtyStrings().filter((_, at) => (at + n) % EACH === 0);
    for (const [at, text] of strings.entries()) {
      const quotes = QUOTES[at % QUOTES.length] ?? 'none';
      const findings = await checkWith(field.file, fileWith(field, text, quotes));
      for (const one of findings)
        expect([text, one.line >= 1, one.column >= 1, one.what !== '', one.fix !== '']).toEqual([text, true, true, true, true]);
      for (const line of FORMATS.flatMap((format) => findingLines(findings, format)))
        expect([text, ACTS.test(line)]).toEqual([text, false]);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  // Each took more than half a minute before it was linear.
  it.each([
    ['one long word', 'a'.repeat(200_000)],
    ['points before an @', `${'a.'.repeat(100_000)}@`],
    ['empty lines', `${'\n \n'.repeat(60_000)}a`],
    ['headings without text', '# a\n'.repeat(50_000)],
    ['links that never end', ']('.repeat(100_000)],
    ['addresses that never end', '<a:'.repeat(60_000)],
    ['labels that never end', '[a\n'.repeat(60_000)],
    ['one sentence', 'word *b* '.repeat(20_000)],
  ])('is through with a body of %s in no time', async (_, text) => {
    expect((await checkWith(GUIDE, `${SAMPLE_FOLDER[GUIDE]}\n${text}`)).length).toBeLessThan(100);
  });

  it.each([
    [
      'topics nobody knows',
      'topics: [employment]',
      (n: number) => `topics: [${Array.from({ length: n }, (_, at) => `a${at}`).join(', ')}]`,
    ],
    ['areas of no form', 'areas: [EU]', (n: number) => `areas: [${Array.from({ length: n }, (_, at) => `x${at}`).join(', ')}]`],
    ['quotes that never close', 'verified: true', (n: number) => `verified: true\n${'"\n'.repeat(n)}`],
  ])('tells a file of thousands of %s in a few lines, the last with how many more', async (_, replace, by) => {
    const found = await checkWith(GUIDE, (SAMPLE_FOLDER[GUIDE] ?? '').replace(replace, by(5_000)));
    expect(found.length).toBeLessThanOrEqual(102);
    expect(found.some(({ what }) => /and \d+ more after it\)$/.test(what))).toBe(true);
  });
});
