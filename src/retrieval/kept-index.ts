/** Takes the index that was kept at the last start when it is still true, and has every other one built in a thread and kept. */
import type { Log } from '../log';
import { makeBreath } from './breathing';
import type { Indexer } from './build-index';
import { collectGarbage } from './collect-garbage';
import { IndexBuilder, type Progress } from './index-builder';
import { indexKey, readIndexFile } from './index-file';
import type { IndexImage, IndexInput } from './index-image';
import type { IndexingThread } from './indexing-thread';

/** The thread gets to know the folder when the first enquirers have been answered. Milliseconds. */
const REHEARSE_AFTER = 2_000;
/** What reading the folder and building leave behind is given back when no other build follows: a pause of a tenth of a second. */
const TIDY_AFTER = 5_000;

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
  #tidying: NodeJS.Timeout | undefined;

  constructor(options: KeptIndexOptions) {
    this.#options = options;
  }

  async build(input: IndexInput, onProgress?: Progress): Promise<IndexImage> {
    clearTimeout(this.#tidying);
    const image = await this.#findOrBuild(input, onProgress);
    this.#tidying = setTimeout(collectGarbage, TIDY_AFTER).unref();
    return image;
  }

  async #findOrBuild(input: IndexInput, onProgress?: Progress): Promise<IndexImage> {
    const { path, build, thread, isWatching } = this.#options;
    const kept = this.#isFirst ? await readIndexFile(path, indexKey(input, build)) : undefined;
    this.#isFirst = false;
    if (!kept) return thread.build(input, onProgress, { path, build }).catch((error: unknown) => this.#buildHere(input, error, onProgress));
    // A rehearsal that fails leaves the next build slower, and that one is told.
    if (isWatching) setTimeout(() => void thread.rehearse(input, kept).catch(() => undefined), REHEARSE_AFTER).unref();
    return kept;
  }

  /** Where no thread can be had, or it died: slower, and questions wait now and then, but the folder serves. */
  #buildHere(input: IndexInput, error: unknown, onProgress?: Progress): Promise<IndexImage> {
    this.#options.log.degraded({ part: 'index thread', error });
    return new IndexBuilder(makeBreath()).build(input, onProgress);
  }
}
