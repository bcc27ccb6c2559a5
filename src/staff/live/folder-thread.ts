/**
 * Gives work on the whole folder to a thread of its own, so that questions are answered meanwhile. The thread begins with the first
 * job, keeps its copy of the folder for the next one, and ends when nothing was asked of it for a while: the copy costs memory.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { PonteError } from '../../errors';
import { makeBreath } from '../../retrieval/breathing';
import { doJob, type FolderJob, type ResultOf } from './folder-job';
import type { FromThread, ToThread } from './folder-worker';
import { piecesOf, type ServedFolder } from './served-folder';

const WORKER = join(__dirname, 'folder-worker.js');
const IDLE_MS = 60_000;
/** A thread that says nothing for so long hangs: 50,000 entries take less than a minute. */
const PATIENCE_MS = 180_000;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: PonteError) => void;
}

export class FolderThread {
  readonly #script: string | undefined;
  #worker: Worker | undefined;
  #waiting: Waiting | undefined;
  /** The version the thread has. */
  #digest: string | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  /** `script` is the built worker. Only a build has one: sources under development work on the spot. */
  constructor(script = WORKER) {
    this.#script = existsSync(script) ? script : undefined;
  }

  /** Jobs are done in the order they come. Rejects with FOLDER_WORK_FAILED; the next job begins with a new thread then. */
  ask<J extends FolderJob>(job: J, folder: ServedFolder): Promise<ResultOf<J>> {
    const result = this.#last.then(() =>
      this.#script === undefined ? onTheSpot(job, folder) : this.#askThread(job, folder, this.#script),
    );
    this.#last = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#fail('closed');
    await worker?.terminate();
  }

  async #askThread<J extends FolderJob>(job: J, folder: ServedFolder, script: string): Promise<ResultOf<J>> {
    clearTimeout(this.#timer);
    const worker = this.#worker ?? this.#start(script);
    // Whoever waits keeps the process alive; the thread alone does not.
    worker.ref();
    const result = new Promise<unknown>((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
    this.#timer = setTimeout(() => void this.#end('it does not answer'), PATIENCE_MS);
    void this.#send(worker, job, folder);
    try {
      return (await result) as ResultOf<J>;
    } finally {
      clearTimeout(this.#timer);
      worker.unref();
      this.#timer = setTimeout(() => void this.#end('idle'), IDLE_MS).unref();
    }
  }

  async #send(worker: Worker, job: FolderJob, folder: ServedFolder): Promise<void> {
    const post = (message: ToThread): void => worker.postMessage(message);
    const { digest } = folder.knowledge;
    if (this.#digest !== digest) {
      this.#digest = digest;
      post({ kind: 'folder', digest, brokenFiles: folder.brokenFiles });
      const breathe = makeBreath();
      for (const piece of piecesOf(folder)) {
        post({ kind: 'piece', piece });
        await breathe();
      }
    }
    post({ kind: 'job', job });
  }

  #start(script: string): Worker {
    const worker = new Worker(script);
    worker.on('message', (reply: FromThread) => this.#take(reply));
    worker.on('error', (error) => this.#worker === worker && this.#fail(String(error)));
    worker.on('exit', (code) => this.#worker === worker && this.#fail(`the thread ended with ${code}`));
    this.#worker = worker;
    return worker;
  }

  #take(reply: FromThread): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (reply.kind === 'done') waiting?.resolve(reply.result);
    else waiting?.reject(new PonteError('FOLDER_WORK_FAILED', 'job', { cause: reply.what }));
  }

  async #end(why: string): Promise<void> {
    const worker = this.#worker;
    this.#fail(why);
    await worker?.terminate();
  }

  #fail(what: string): void {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#worker = undefined;
    this.#waiting = undefined;
    this.#digest = undefined;
    waiting?.reject(new PonteError('FOLDER_WORK_FAILED', 'thread', { cause: what }));
  }
}

async function onTheSpot<J extends FolderJob>(job: J, folder: ServedFolder): Promise<ResultOf<J>> {
  await nextTurn();
  return doJob(job, folder);
}
