/**
 * An index kept on disk for the next start. Nothing is opened before its digest is right: a header names what the index was made
 * from and the SHA-256 of what follows, so that a damaged, older or foreign file is never taken for an index.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IndexImage, IndexInput } from './index-image';
import { pack, unpack } from './packed-image';

const KIND = 'ponte-index';
/** Changes with the form of what follows the header. */
const FORM = 2;
/** Bytes of a header, filled up with blanks. A multiple of eight, as packed arrays need it. */
const HEADER = 512;
const ALIGNED = 8;

/** `key`: see `indexKey`. */
const headerOf = (key: string, sha256: string): string => `${JSON.stringify({ kind: KIND, form: FORM, key, sha256 }).padEnd(HEADER - 1)}\n`;

function digestOf(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Changes with everything an index is made from, and with the build that makes it. */
export const indexKey = (input: IndexInput, build: string): string => digestOf(toldOf(input, build));

/** Piece by piece: as one string, a large folder would lie in memory once more. */
function* toldOf({ passages, entries, concepts, isLatent }: IndexInput, build: string): Generator<string> {
  yield `${JSON.stringify([build, isLatent, entries.length, passages.length, concepts])}\0`;
  for (const { text, locale } of passages) yield `${locale}\0${text}\0`;
  for (const entry of entries) yield `${entry.join()}\0`;
}

/** Undefined when there is none for this key, or it is damaged. */
export async function readIndexFile(path: string, key: string): Promise<IndexImage | undefined> {
  try {
    const bytes = await readFile(path);
    const body = bytes.subarray(HEADER);
    if (bytes.subarray(0, HEADER).toString('latin1') !== headerOf(key, digestOf([body]))) return undefined;
    // A copy only where the system gave the bytes at an odd place.
    return unpack(body.byteOffset % ALIGNED === 0 ? body : Uint8Array.from(body)) as IndexImage;
  } catch {
    return undefined;
  }
}

/** In one step: a crash leaves the old file or the new one. Throws what the disk says. */
export async function writeIndexFile(path: string, key: string, image: IndexImage): Promise<void> {
  const body = pack(image);
  const draft = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(draft, [headerOf(key, digestOf(body)), ...body], {
      mode: 0o600,
    });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
