/**
 * What was built, kept on disk for the next start. Nothing is opened before its digest is right: a header names what it was made from and
 * the SHA-256 of what follows, so that a damaged, older or foreign file is never taken for it.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pack, unpack } from './packed-image';

/** Changes with the form of what follows the header. */
const FORM = 2;
/** Bytes of a header, filled up with blanks. A multiple of eight, as packed arrays need it. */
const HEADER = 512;
const ALIGNED = 8;

/** Whose it is; each kind has files of its own. */
export type Kind = 'ponte-index' | 'ponte-tongues';

/** `key` changes with everything that what is kept was made from, and with the build that made it. */
const headerOf = (kind: Kind, key: string, sha256: string): string =>
  `${JSON.stringify({ kind, form: FORM, key, sha256 }).padEnd(HEADER - 1)}\n`;

export function digestOf(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Undefined when there is none of this kind for this key, or it is damaged. */
export async function readKeptFile(path: string, kind: Kind, key: string): Promise<unknown> {
  try {
    const bytes = await readFile(path);
    const body = bytes.subarray(HEADER);
    if (bytes.subarray(0, HEADER).toString('latin1') !== headerOf(kind, key, digestOf([body]))) return undefined;
    // A copy only where the system gave the bytes at an odd place.
    return unpack(body.byteOffset % ALIGNED === 0 ? body : Uint8Array.from(body));
  } catch {
    return undefined;
  }
}

/** In one step: a crash leaves the old file or the new one. `value`: see `pack`. Throws what the disk says. */
export async function writeKeptFile(path: string, kind: Kind, key: string, value: unknown): Promise<void> {
  const body = pack(value);
  const draft = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(draft, [headerOf(kind, key, digestOf(body)), ...body], {
      mode: 0o600,
    });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
