/** The thread that builds indexes, one after the other, so that the server's own thread answers meanwhile. Started by `indexing-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { type ImageParts, partsOf } from './image-parts';
import { IndexBuilder } from './index-builder';
import { indexKey, writeIndexFile } from './index-file';
import type { IndexImage, IndexInput } from './index-image';

/** Where to keep an index for the next start. */
export interface Keep {
  readonly path: string;
  /** Name of the build. */
  readonly build: string;
}

export interface IndexRequest {
  readonly input: IndexInput;
  readonly keep?: Keep | undefined;
  /** Nobody wants this index: the thread only gets to know the folder, so that the next one is quick. */
  readonly isRehearsal?: boolean;
}

export type IndexReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** Absent after a rehearsal. */
  | { readonly kind: 'done'; readonly parts?: ImageParts }
  | { readonly kind: 'fault'; readonly what: string };

const withoutPause = async (): Promise<void> => {};

if (parentPort) {
  const port = parentPort;
  const builder = new IndexBuilder(withoutPause);
  const reply = (message: IndexReply): void => port.postMessage(message);
  let last: Promise<void> = Promise.resolve();
  let sent: IndexImage | undefined;
  const serve = async ({ input, keep, isRehearsal }: IndexRequest): Promise<void> => {
    try {
      const image = await builder.build(input, (done, total) => reply({ kind: 'progress', done, total }));
      reply(isRehearsal ? { kind: 'done' } : { kind: 'done', parts: partsOf(image, sent) });
      // The server has an index of the rehearsed folder, with an embedder that may have learnt from an earlier version of it.
      sent = isRehearsal ? { words: image.words, glossary: image.glossary } : image;
      // Best effort: without it the next start builds again.
      if (keep) await writeIndexFile(keep.path, indexKey(input, keep.build), image).catch(() => undefined);
    } catch (error) {
      reply({ kind: 'fault', what: String(error) });
    }
  };
  port.on('message', (request: IndexRequest) => {
    last = last.then(() => serve(request));
  });
}
