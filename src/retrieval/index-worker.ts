/** The thread that builds indexes, one after the other, so that the server's own thread answers meanwhile. Started by `indexing-thread.ts`. */
import { parentPort } from 'node:worker_threads';
import { collectGarbage } from './collect-garbage';
import { type ImageParts, partsOf } from './image-parts';
import { IndexBuilder } from './index-builder';
import { indexKey, writeIndexFile } from './index-file';
import type { IndexImage, IndexInput } from './index-image';
import { type InputParts, inputOf } from './input-parts';
import { forgetStems } from './stemming';

/** Where to keep an index for the next start. */
export interface Keep {
  readonly path: string;
  /** Name of the build. */
  readonly build: string;
}

export interface IndexRequest {
  readonly input: InputParts;
  readonly keep?: Keep | undefined;
  /** Nobody wants this index: the thread only gets to know the folder, so that the next one is quick. */
  readonly isRehearsal?: boolean;
}

/** The first of the fresh texts of the next request, when they are many: sending all at once would keep the server from answering. */
export type SomeTexts = InputParts['fresh'];

export type IndexReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** Absent after a rehearsal. */
  | { readonly kind: 'done'; readonly parts?: ImageParts }
  | { readonly kind: 'fault'; readonly what: string };

const withoutPause = async (): Promise<void> => {};

/** After the first index, which a start that follows at once should find, one that is likely to be followed by another waits. Milliseconds. */
const KEEP_AFTER = 20_000;

function tidyUp(): void {
  forgetStems();
  collectGarbage();
}

if (parentPort) {
  const port = parentPort;
  const builder = new IndexBuilder(withoutPause);
  const reply = (message: IndexReply): void => port.postMessage(message);
  let last: Promise<void> = Promise.resolve();
  let sent: IndexImage | undefined;
  let heard: IndexInput | undefined;
  let hasKept = false;
  let timer: NodeJS.Timeout | undefined;
  const serve = async ({ input: parts, keep, isRehearsal }: IndexRequest): Promise<void> => {
    clearTimeout(timer);
    try {
      const input = inputOf(parts, heard);
      heard = input;
      const image = await builder.build(input, (done, total) => reply({ kind: 'progress', done, total }));
      reply(isRehearsal ? { kind: 'done' } : { kind: 'done', parts: partsOf(image, sent) });
      // The server has an index of the rehearsed folder, with an embedder that may have learnt from an earlier version of it.
      sent = isRehearsal ? { words: image.words, glossary: image.glossary } : image;
      if (!keep) return;
      // Best effort: without it the next start builds again.
      const write = () => writeIndexFile(keep.path, indexKey(input, keep.build), image).catch(() => undefined);
      if (hasKept) timer = setTimeout(() => void queue(write), KEEP_AFTER);
      else await write();
      hasKept = true;
    } catch (error) {
      reply({ kind: 'fault', what: String(error) });
    }
  };
  let told: InputParts['fresh'][number][] = [];
  const queue = (task: () => Promise<void>): void => {
    // The next save may be hours away: what this work leaves behind is given back.
    last = last.then(task).then(tidyUp);
  };
  port.on('message', (message: IndexRequest | SomeTexts) => {
    if (!('input' in message)) {
      told = told.concat(message);
      return;
    }
    const input = { ...message.input, fresh: told.concat(message.input.fresh) };
    told = [];
    queue(() => serve({ ...message, input }));
  });
}
