/** Takes the index that was kept at the last start when it is still true, and has every other one built in a thread and kept. */
import type { Log } from '../log';
import { makeBreath } from './breathing';
import type { Indexer } from './build-index';
import { collectGarbage } from './collect-garbage';
import { IndexBuilder, type Progress } from './index-builder';
import { indexKey, readIndexFile } from './index-file';
import type { IndexImage, IndexInput } from './index-image';
import type { IndexingThread } from './indexing-thread';

/**
 * When the first enquirers have been answered, the thread gets to know the folder, and what a start leaves behind in memory is given back:
 * a pause of a tenth of a second. Milliseconds.
 */
const SETTLE_AFTER = 2_000;

export interface KeptIndexOptions {
  readonly path: string;
  /** Name of the build: another one may cut words otherwise. */
  readonly build: string;
  readonly thread: IndexingThread;
  readonly log: Log;
  /** Will the folder be built again in this process? */
  readonly isWatching: boolean;
}

export class KeptIndex implements Indexer {
  readonly #options: KeptIndexOptions;
  #isFirst = true;

  constructor(options: KeptIndexOptions) {
    this.#options = options;
  }

  async build(input: IndexInput, onProgress?: Progress): Promise<IndexImage> {
    if (!this.#isFirst) return this.#buildBeside(input, onProgress);
    this.#isFirst = false;
    const { path, build } = this.#options;
    const kept = await readIndexFile(path, indexKey(input, build));
    const image = kept ?? (await this.#buildBeside(input, onProgress));
    setTimeout(() => void this.#settle(input, kept), SETTLE_AFTER).unref();
    return image;
  }

  /** Makes ready for the hours after a start. */
  async #settle(input: IndexInput, kept: IndexImage | undefined): Promise<void> {
    const { thread, isWatching } = this.#options;
    // A rehearsal that fails leaves the next build slower, and that one is told.
    if (kept && isWatching) await thread.rehearse(input, kept).catch(() => undefined);
    collectGarbage();
  }

  #buildBeside(input: IndexInput, onProgress?: Progress): Promise<IndexImage> {
    const { path, build, thread } = this.#options;
    return thread.build(input, onProgress, { path, build }).catch((error: unknown) => this.#buildHere(input, error, onProgress));
  }

  /** Where no thread can be had, or it died: slower, and questions wait now and then, but the folder serves. */
  #buildHere(input: IndexInput, error: unknown, onProgress?: Progress): Promise<IndexImage> {
    this.#options.log.degraded({ part: 'index thread', error });
    return new IndexBuilder(makeBreath()).build(input, onProgress);
  }
}
