/**
 * An index kept on disk for the next start. Nothing is opened before its digest is right: a header names what the index was made
 * from and the SHA-256 of what follows, so that a damaged, older or foreign file is never taken for an index.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { IndexImage, IndexInput } from './index-image';

const KIND = 'ponte-index';
/** Bytes; a header is a sixth of this. */
const LONGEST_HEADER = 1024;
const LINE_END = 0x0a;

interface Header {
  readonly kind: typeof KIND;
  /** See `indexKey`. */
  readonly key: string;
  readonly sha256: string;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Changes with everything an index is made from, and with the build that makes it. */
export const indexKey = (input: IndexInput, build: string): string => digestOf(Buffer.from(`${build}\0${JSON.stringify(input)}`));

/** Undefined when there is none for this key, or it is damaged. */
export async function readIndexFile(path: string, key: string): Promise<IndexImage | undefined> {
  try {
    const bytes = await readFile(path);
    const end = bytes.subarray(0, LONGEST_HEADER).indexOf(LINE_END);
    const header: Partial<Header> = JSON.parse(bytes.subarray(0, end).toString('utf8'));
    const body = bytes.subarray(end + 1);
    if (header.kind !== KIND || header.key !== key || header.sha256 !== digestOf(body)) return undefined;
    return deserialize(body);
  } catch {
    return undefined;
  }
}

/** In one step: a crash leaves the old file or the new one. Throws what the disk says. */
export async function writeIndexFile(path: string, key: string, image: IndexImage): Promise<void> {
  const body = serialize(image);
  const header: Header = { kind: KIND, key, sha256: digestOf(body) };
  const draft = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(draft, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]), { mode: 0o600 });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
