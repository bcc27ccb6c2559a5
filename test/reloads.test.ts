import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LiveLibrary, openLanguages, openLibrary } from '../src/compose';
import { silentLog } from '../src/log';
import { SAMPLE_FOLDER } from '../src/staff/check/sample-folder';
import { STAMP_QUESTION, StampedFolder, versionsIn } from './support/stamped-folder';

const RELOADS = 20;
/** Milliseconds; a reload of so small a folder takes a fifth of a second. */
const PATIENCE = 20_000;

describe('Twenty saves, half of them broken, while people ask', () => {
  const path = mkdtempSync(join(tmpdir(), 'ponte-reloads-'));
  let library: LiveLibrary | undefined;
  afterAll(async () => {
    await library?.close();
    rmSync(path, { recursive: true, force: true });
  });

  it('never answer from two versions at once, nor fail, and each good one is live', async () => {
    for (const [file, text] of Object.entries(SAMPLE_FOLDER)) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    }
    const folder = new StampedFolder(path);
    const open = await openLibrary({ folder: path, languages: openLanguages(), log: silentLog, isWatching: true });
    library = open;
    /** Asks as a turn does: the library is taken once, and may be replaced before the answer is there. */
    const ask = async () => {
      const { answerer } = open.current();
      const at = new Date('2026-11-22T12:00:00Z');
      const { outcome, entries } = await answerer.answer({ text: STAMP_QUESTION, locale: 'en', also: [], at });
      return { outcome, versions: versionsIn(entries), cited: entries.map(({ id }) => id) };
    };
    const heard: Awaited<ReturnType<typeof ask>>[] = [];
    const untilLive = async (isLive: () => boolean | Promise<boolean>) => {
      const begun = performance.now();
      for (; !(await isLive()); await pause(5)) {
        heard.push(await ask());
        if (performance.now() - begun > PATIENCE) throw new Error('it did not become live');
      }
    };
    for (let version = 1; version <= RELOADS / 2; version += 1) {
      const before = open.current().knowledge.digest;
      const file = folder.spoil();
      await untilLive(() => open.current().knowledge.digest !== before);
      expect(open.findings().map((finding) => finding.file)).toContain(file);
      folder.write(version);
      await untilLive(async () => (await ask()).versions.includes(version));
      expect(open.findings().filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    expect(heard.filter(({ outcome }) => outcome !== 'answered')).toEqual([]);
    expect(heard.filter(({ versions }) => versions.length !== 1)).toEqual([]);
    expect(heard.filter(({ cited }) => cited.includes('quokka-one') && cited.includes('quokka-two')).length).toBeGreaterThan(RELOADS);
  }, 60_000);
});
