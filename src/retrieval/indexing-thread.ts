/** Builds indexes in a thread of its own. When the thread fails, the build that waits for it fails, and the next one gets a new thread. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PonteError } from '../errors';
import type { Indexer } from './build-index';
import { type ImageParts, imageOf } from './image-parts';
import type { Progress } from './index-builder';
import type { IndexImage, IndexInput } from './index-image';
import type { IndexReply, IndexRequest, Keep, SomeTexts } from './index-worker';
import { inputPartsOf } from './input-parts';

interface Waiting {
  readonly resolve: (parts: ImageParts | undefined) => void;
  readonly reject: (error: PonteError) => void;
  readonly onProgress: Progress | undefined;
}

/** Room for new objects. V8's own 48 MB stay with a thread that works now and then; for a large folder they save a fifth of the time. */
const YOUNG_MB = 16;
const MANY_PASSAGES = 20_000;
/** Texts sent at once: some milliseconds of work. */
const A_PART = 2_000;

const WORKER = join(__dirname, 'index-worker.js');

/** Only a build has a thread to give; sources under development index on the spot. */
export const hasIndexWorker = (): boolean => existsSync(WORKER);

export class IndexingThread implements Indexer {
  readonly #script: string;
  #worker: Worker | undefined;
  /** In the order of their requests, which is the order of the replies. */
  #waiting: Waiting[] = [];
  /** Parts of two requests must not mix. */
  #sending: Promise<void> = Promise.resolve();
  /** What the thread takes for known here. */
  #last: IndexImage | undefined;
  /** What the thread heard last. */
  #sent: IndexInput | undefined;

  /** `script` is the built worker; tests give their own. */
  constructor(script = WORKER) {
    this.#script = script;
  }

  async build(input: IndexInput, onProgress?: Progress, keep?: Keep): Promise<IndexImage> {
    const parts = await this.#ask(input, { keep }, onProgress);
    if (!parts) throw new PonteError('INDEX_FAILED', 'thread');
    this.#last = imageOf(parts, this.#last);
    return this.#last;
  }

  /** Starts the thread, so that the first build need not wait for it. It alone keeps no process alive. */
  prepare(): void {
    this.#worker ??= this.#start();
    if (this.#waiting.length === 0) this.#worker.unref();
  }

  /** Lets the thread get to know the folder, so that its next build takes in what changed alone. `image` is the index of that folder. */
  async rehearse(input: IndexInput, image: IndexImage): Promise<void> {
    await this.#ask(input, { isRehearsal: true }, undefined);
    this.#last = image;
  }

  #ask(input: IndexInput, request: Omit<IndexRequest, 'input'>, onProgress: Progress | undefined): Promise<ImageParts | undefined> {
    return new Promise((resolve, reject) => {
      this.#worker ??= this.#start(input.passages.length < MANY_PASSAGES);
      // Whoever waits for an index keeps the process alive; the thread alone does not.
      this.#worker.ref();
      const waiting = { resolve, reject, onProgress };
      this.#waiting.push(waiting);
      const parts = inputPartsOf(input, this.#sent);
      this.#sent = input;
      const send = () => this.#send(waiting, { ...request, input: parts });
      this.#sending = this.#sending.then(send).catch((error: unknown) => this.#fail(String(error)));
    });
  }

  /** In parts, so that questions are answered meanwhile. Stops when nobody waits for it any more: the thread failed. */
  async #send(waiting: Waiting, request: IndexRequest): Promise<void> {
    const { fresh } = request.input;
    let from = 0;
    for (; from + A_PART < fresh.length && this.#waiting.includes(waiting); from += A_PART) {
      this.#worker?.postMessage(fresh.slice(from, from + A_PART) satisfies SomeTexts);
      await new Promise((resume) => setImmediate(resume));
    }
    const input = { ...request.input, fresh: fresh.slice(from) };
    if (this.#waiting.includes(waiting)) this.#worker?.postMessage({ ...request, input } satisfies IndexRequest);
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#fail('closed');
    await worker?.terminate();
  }

  #start(isSmall = false): Worker {
    const worker = new Worker(this.#script, isSmall ? { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } } : {});
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
    else {
      // It may have failed before it took in what it was sent.
      this.#sent = undefined;
      first?.reject(new PonteError('INDEX_FAILED', 'thread', { cause: reply.what }));
    }
  }

  #fail(what: string): void {
    const waiting = this.#waiting;
    this.#worker = undefined;
    this.#sent = undefined;
    this.#waiting = [];
    for (const { reject } of waiting) reject(new PonteError('INDEX_FAILED', 'thread', { cause: what }));
  }
}
