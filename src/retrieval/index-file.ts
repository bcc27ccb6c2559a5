/** An index kept on disk for the next start. */
import type { IndexImage, IndexInput } from './index-image';
import { digestOf, readKeptFile, writeKeptFile } from './kept-file';

const KIND = 'ponte-index';

/** Changes with everything an index is made from, and with the build that makes it. */
export const indexKey = (input: IndexInput, build: string): string => digestOf(toldOf(input, build));

/** Piece by piece: as one string, a large folder would lie in memory once more. */
function* toldOf({ passages, entries, concepts, isLatent }: IndexInput, build: string): Generator<string> {
  yield `${JSON.stringify([build, isLatent, entries.length, passages.length, concepts])}\0`;
  for (const { text, locale } of passages) yield `${locale}\0${text}\0`;
  for (const entry of entries) yield `${entry.join()}\0`;
}

/** Undefined when there is none for this key, or it is damaged. */
export const readIndexFile = async (path: string, key: string): Promise<IndexImage | undefined> =>
  (await readKeptFile(path, KIND, key)) as IndexImage | undefined;

/** In one step: a crash leaves the old file or the new one. Throws what the disk says. */
export const writeIndexFile = (path: string, key: string, image: IndexImage): Promise<void> => writeKeptFile(path, KIND, key, image);
