/** Builds indexes in a thread of its own. When the thread fails, the build that waits for it fails, and the next one gets a new thread. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PonteError } from '../errors';
import type { Indexer } from './build-index';
import { type ImageParts, imageOf } from './image-parts';
import type { Progress } from './index-builder';
import type { IndexImage, IndexInput } from './index-image';
import type { IndexReply, IndexRequest, Keep } from './index-worker';

interface Waiting {
  readonly resolve: (parts: ImageParts | undefined) => void;
  readonly reject: (error: PonteError) => void;
  readonly onProgress: Progress | undefined;
}

export class IndexingThread implements Indexer {
  readonly #script: string;
  #worker: Worker | undefined;
  /** In the order of their requests, which is the order of the replies. */
  #waiting: Waiting[] = [];
  /** What the thread takes for known here. */
  #last: IndexImage | undefined;

  /** `script` is the built worker; tests give their own. */
  constructor(script = join(__dirname, 'index-worker.js')) {
    this.#script = script;
  }

  async build(input: IndexInput, onProgress?: Progress, keep?: Keep): Promise<IndexImage> {
    const parts = await this.#ask({ input, keep }, onProgress);
    if (!parts) throw new PonteError('INDEX_FAILED', 'thread');
    this.#last = imageOf(parts, this.#last);
    return this.#last;
  }

  /** Lets the thread get to know the folder, so that its next build takes in what changed alone. `image` is the index of that folder. */
  async rehearse(input: IndexInput, image: IndexImage): Promise<void> {
    await this.#ask({ input, isRehearsal: true }, undefined);
    this.#last = image;
  }

  #ask(request: IndexRequest, onProgress: Progress | undefined): Promise<ImageParts | undefined> {
    return new Promise((resolve, reject) => {
      this.#worker ??= this.#start();
      // Whoever waits for an index keeps the process alive; the thread alone does not.
      this.#worker.ref();
      this.#waiting.push({ resolve, reject, onProgress });
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#fail('closed');
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#script);
    worker.on('message', (reply: IndexReply) => this.#take(reply));
    worker.on('error', (error) => this.#worker === worker && this.#fail(String(error)));
    worker.on('exit', (code) => this.#worker === worker && this.#fail(`the thread ended with ${code}`));
    return worker;
  }

  #take(reply: IndexReply): void {
    if (reply.kind === 'progress') {
      this.#waiting[0]?.onProgress?.(reply.done, reply.total);
      return;
    }
    const first = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#worker?.unref();
    if (reply.kind === 'done') first?.resolve(reply.parts);
    else first?.reject(new PonteError('INDEX_FAILED', 'thread', { cause: reply.what }));
  }

  #fail(what: string): void {
    const waiting = this.#waiting;
    this.#worker = undefined;
    this.#waiting = [];
    for (const { reject } of waiting) reject(new PonteError('INDEX_FAILED', 'thread', { cause: what }));
  }
}
