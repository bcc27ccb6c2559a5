import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Watching, watchFolder } from '../../src/knowledge/watch-folder';
import { type Log, silentLog } from '../../src/log';
import { KnowledgeFolder, removeKnowledgeFolders } from './knowledge-folder';

/** "Saving is live within a second." */
const PROMISED_MS = 1_000;

let folder: KnowledgeFolder;
let watching: Watching | undefined;
let reads = 0;

beforeEach(() => {
  folder = new KnowledgeFolder();
  folder.write('guides/a-guide.md', 'one');
  reads = 0;
});
afterEach(() => watching?.close());
afterAll(removeKnowledgeFolders);

async function watch(onChange: () => Promise<void> = async () => undefined, log: Log = silentLog): Promise<void> {
  watching = watchFolder(folder.path, log, async () => {
    reads += 1;
    await onChange();
  });
  await sleep(50);
}

async function until(isTrue: () => boolean, ms = PROMISED_MS): Promise<boolean> {
  const started = Date.now();
  while (!isTrue() && Date.now() - started < ms) await sleep(10);
  return isTrue();
}

/** Was the change noticed in time? Waits first until nothing is under way. */
async function isNoticed(change: () => void): Promise<boolean> {
  await sleep(250);
  const before = reads;
  change();
  return until(() => reads > before);
}

/** As careful editors save: a new file is put in the place of the old one. */
function saveByRename(file: string, text: string): void {
  folder.write(`${file}.new`, text);
  renameSync(join(folder.path, `${file}.new`), join(folder.path, file));
}

/** As vim saves: the old file becomes a backup, a new one is written, the backup goes. */
function saveByBackup(file: string, text: string): void {
  renameSync(join(folder.path, file), join(folder.path, `${file}~`));
  folder.write(file, text);
  folder.remove(`${file}~`);
}

describe('Watching a folder', () => {
  it('notices a new, a changed and a deleted file within a second', async () => {
    await watch();
    expect(await isNoticed(() => folder.write('guides/b-guide.md', 'one'))).toBe(true);
    expect(await isNoticed(() => folder.write('guides/b-guide.md', 'two'))).toBe(true);
    expect(await isNoticed(() => folder.write('guides/a-guide.md', 'two'))).toBe(true);
    expect(await isNoticed(() => folder.remove('guides/a-guide.md'))).toBe(true);
    expect(await isNoticed(() => folder.write('guides/a-guide.md', 'three'))).toBe(true);
    expect(await isNoticed(() => folder.write('vocabularies/topics.yaml', '[]'))).toBe(true);
  });

  it.each([
    ['put a new file in its place', saveByRename],
    ['keep a backup while they write', saveByBackup],
  ])('notices every save of editors that %s, not only the first', async (_, save) => {
    await watch();
    for (const text of ['two', 'three', 'four']) expect(await isNoticed(() => save('guides/a-guide.md', text))).toBe(true);
    expect(await isNoticed(() => folder.write('guides/a-guide.md', 'five'))).toBe(true);
  });

  it('notices a folder that is new, and the files in it', async () => {
    await watch();
    expect(await isNoticed(() => mkdirSync(join(folder.path, 'calls')))).toBe(true);
    expect(await isNoticed(() => folder.write('calls/a-call.md', 'one'))).toBe(true);
    expect(await isNoticed(() => folder.write('calls/a-call.md', 'two'))).toBe(true);
  });

  it('notices the files of a folder that was put in the place of another', async () => {
    await watch();
    writeFileSync(join(folder.outside, 'a-guide.md'), 'two');
    const exchange = () => {
      folder.remove('guides');
      renameSync(folder.outside, join(folder.path, 'guides'));
    };
    expect(await isNoticed(exchange)).toBe(true);
    expect(await isNoticed(() => folder.write('guides/a-guide.md', 'three'))).toBe(true);
  });

  it('reads a burst of changes once or twice, not for each file', async () => {
    await watch();
    for (let n = 0; n < 40; n++) folder.write(`guides/guide-${n}.md`, 'one');
    expect(await until(() => reads > 0)).toBe(true);
    await sleep(400);
    expect(reads).toBeLessThanOrEqual(2);
  });

  it('never reads twice at once, and reads once more for a change during a read', async () => {
    let atOnce = 0;
    let most = 0;
    await watch(async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await sleep(500);
      atOnce -= 1;
    });
    folder.write('guides/a-guide.md', 'two');
    expect(await until(() => reads === 1)).toBe(true);
    folder.write('guides/a-guide.md', 'three');
    expect(await until(() => reads === 2, 2_000)).toBe(true);
    await sleep(700);
    expect([reads, most]).toEqual([2, 1]);
  });

  it('goes on after a read that failed, and says so', async () => {
    const told: string[] = [];
    const log: Log = { ...silentLog, degraded: ({ part }) => void told.push(part) };
    await watch(async () => {
      if (reads === 2) throw new Error('the disk is away');
    }, log);
    expect(await isNoticed(() => folder.write('guides/a-guide.md', 'two'))).toBe(true);
    expect(await isNoticed(() => folder.write('guides/a-guide.md', 'three'))).toBe(true);
    expect(told).toEqual(['knowledge reload']);
  });

  it('reads once at the beginning, for what was saved after the first reading and before anybody watched', async () => {
    await watch();
    expect(await until(() => reads === 1)).toBe(true);
    await sleep(400);
    expect(reads).toBe(1);
  });

  it('says so when there is no folder to watch, and lives', () => {
    const told: string[] = [];
    const log: Log = { ...silentLog, degraded: ({ part }) => void told.push(part) };
    watching = watchFolder(join(folder.path, 'nowhere'), log, async () => undefined);
    expect(told).toEqual(['knowledge watch']);
  });

  it('notices nothing once it is closed', async () => {
    await watch();
    folder.write('guides/a-guide.md', 'two');
    watching?.close();
    await sleep(400);
    folder.write('guides/a-guide.md', 'three');
    await sleep(400);
    expect(reads).toBe(0);
  });
});
