/**
 * Two processors for one index: its words in a thread beside, its meanings here meanwhile, which take about as long. For commands, whose
 * own thread has nothing else to do; a server's has people to answer.
 */
import type { Indexer } from './build-index';
import { IndexBuilder, type Progress } from './index-builder';
import type { IndexImage, IndexInput } from './index-image';

export class PairedIndexer implements Indexer {
  readonly #thread: Indexer;
  /** Nobody waits on this thread. */
  readonly #here = new IndexBuilder(async () => {});

  /** `thread` gives images that are nobody else's, as those that cross from a worker are. */
  constructor(thread: Indexer) {
    this.#thread = thread;
  }

  /** The same index as one builder makes. Throws INDEX_FAILED. Builds must not overlap. */
  async build(input: IndexInput, onProgress?: Progress): Promise<IndexImage> {
    const [beside, here] = await Promise.all([
      this.#thread.build({ passages: input.passages, entries: [], concepts: [], isLatent: false }, onProgress),
      this.#here.build({ ...input, locales: [] }),
    ]);
    return { ...here, words: beside.words };
  }
}
