/** Questions that found nothing, in `misses.jsonl` of the data folder: one a line, only ever added to. */
import { appendFile, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Miss, readMisses } from '../domain/miss';
import { codeOf } from '../errors';

const NOW = 'misses.jsonl';
const BEFORE = 'misses.before.jsonl';
/** Then a new file begins and the one before the last goes: some twenty thousand questions each. A flood must not fill the disk. Bytes. */
const LONGEST_FILE = 4 * 1024 * 1024;
/** More than these wait only when the disk does not answer; then new ones are dropped. */
const MOST_WAITING = 1000;

/** Never in the way of a turn: `record` returns at once, and a disk that fails costs the record and nothing else. */
export class MissFile {
  readonly #folder: string;
  readonly #onFault: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(dataFolder: string, onFault: (error: unknown) => void) {
    this.#folder = dataFolder;
    this.#onFault = onFault;
  }

  record(miss: Miss): void {
    if (this.#waiting >= MOST_WAITING) return;
    this.#waiting++;
    this.#last = this.#last
      .then(() => append(this.#folder, `${JSON.stringify(miss)}\n`))
      .catch(this.#onFault)
      .finally(() => {
        this.#waiting--;
      });
  }

  /** When everything recorded so far is in the file, or told as a fault. */
  settled(): Promise<void> {
    return this.#last;
  }
}

async function append(folder: string, line: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, NOW);
  const size = await sizeOf(path);
  if (size >= LONGEST_FILE) await rename(path, join(folder, BEFORE));
  const isTorn = size > 0 && size < LONGEST_FILE && (await lastByte(path, size)) !== 0x0a;
  await appendFile(path, isTorn ? `\n${line}` : line, { mode: 0o600 });
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** A process that was killed while it wrote leaves half a line; the next one must not be glued to it. */
async function lastByte(path: string, size: number): Promise<number | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0];
  } finally {
    await file.close();
  }
}

/** Everything kept, oldest first, and how many lines could not be read. */
export async function readMissFile(dataFolder: string): Promise<{ misses: Miss[]; unreadable: number }> {
  const texts = await Promise.all([BEFORE, NOW].map((name) => readIfThere(join(dataFolder, name))));
  return readMisses(texts.join('\n'));
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
