import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RULES } from '../../../src/staff/check/all-rules';
import { checkFolder } from '../../../src/staff/check/check-folder';
import { readForCheck } from '../../../src/staff/check/read-for-check';
import type { Example } from '../../../src/staff/check/rule';
import { SAMPLE_FOLDER } from '../../../src/staff/check/sample-folder';

const TODAY = '2026-11-21';
/** The sample folder does not translate its guide into all languages: that would teach nothing. */
const EXPECTED = 'guide-languages';

describe('Rules of `ponte check`', () => {
  const parent = mkdtempSync(join(tmpdir(), 'ponte-check-'));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  let made = 0;

  const check = async (change?: Example) => {
    const folder = join(parent, String(made++));
    const files: Record<string, string> = { ...SAMPLE_FOLDER };
    if (change) {
      const before = files[change.file] ?? '';
      if (change.replace !== undefined && !before.includes(change.replace)) throw new Error(`the sample does not say ${change.replace}`);
      files[change.file] = change.replace === undefined ? change.by : before.replace(change.replace, () => change.by);
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return checkFolder(await readForCheck(folder), TODAY);
  };

  it('find nothing else in a good folder', async () => {
    expect((await check()).filter(({ rule }) => rule !== EXPECTED)).toEqual([]);
  });

  it('have one id each', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it('says what must be so, why, and how to mend it', () => {
      for (const text of [rule.must, rule.why, rule.fix]) expect(text).toMatch(/^[A-Z].+[.]$/s);
      expect(rule.notOk.length).toBeGreaterThan(0);
    });

    it.each(rule.notOk.map((example) => [example.says || example.by || `without ${example.replace}`, example] as const))(
      'finds: %s',
      async (_, example) => {
        const found = (await check(example)).filter((finding) => finding.rule === id);
        expect(found.length).toBeGreaterThan(0);
        for (const finding of found) {
          expect(finding).toMatchObject({ severity: rule.severity, fix: expect.stringMatching(/./) });
          expect(finding.what).not.toBe('');
          expect([finding.line, finding.column].every((one) => one >= 1)).toBe(true);
        }
      },
    );

    if (rule.ok.length > 0)
      it.each(rule.ok.map((example) => [example.says ?? example.by, example] as const))('lets pass: %s', async (_, example) => {
        expect((await check(example)).filter((finding) => finding.rule === id)).toEqual([]);
      });
  });
});
