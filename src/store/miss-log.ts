/** Questions that found nothing, one JSON line each, for staff to see what the folder lacks. Best effort: an answer never waits for it. */
import { appendFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Miss } from '../domain/miss';
import type { Log } from '../log';

/** Bytes; some twenty thousand questions. The file before this one is kept too. */
const MOST = 4 * 1024 * 1024;
export const MISS_FILE = 'misses.jsonl';

export class MissLog {
  readonly #path: string;
  readonly #log: Log;
  readonly #most: number;
  #last: Promise<void> = Promise.resolve();

  constructor(folder: string, log: Log, most = MOST) {
    this.#path = join(folder, MISS_FILE);
    this.#log = log;
    this.#most = most;
  }

  keep(miss: Miss): void {
    this.#last = this.#last
      .then(() => this.#append(`${JSON.stringify(miss)}\n`))
      .catch((error: unknown) => this.#log.degraded({ part: 'misses', error }));
  }

  /** Resolves when everything given so far is on disk, or was given up. */
  async settle(): Promise<void> {
    await this.#last;
  }

  async #append(line: string): Promise<void> {
    const size = await stat(this.#path).then(
      (stats) => stats.size,
      () => 0,
    );
    if (size + line.length > this.#most) await rename(this.#path, `${this.#path}.1`);
    await appendFile(this.#path, line, { mode: 0o600 });
  }
}
