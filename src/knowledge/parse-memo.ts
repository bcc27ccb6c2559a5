/**
 * What each file said when it was parsed last: a save parses one file and not a thousand, and a start none. Kept under a digest of
 * the file's text, so that an edit never meets an older result.
 */
import { createHash } from 'node:crypto';
import type { Read } from './front-matter';

export interface Kept {
  /** SHA-256 of the text, base64. */
  readonly digest: string;
  /** Of the file that had this text; see `readFolder`. */
  readonly stamp?: string;
  readonly read: Read<unknown>;
}

export class ParseMemo {
  #files: ReadonlyMap<string, Kept>;
  #next = new Map<string, Kept>();
  /** Parsed afresh, or gone, since somebody asked what is new. */
  #fresh = new Set<string>();
  #hasLost = false;
  #isChanged = false;
  #same: { readonly texts: readonly string[]; readonly made: unknown } | undefined;

  constructor(files: ReadonlyMap<string, Kept> = new Map()) {
    this.#files = files;
  }

  /** Is the file of this stamp the one that was parsed? */
  knows(file: string, stamp: string): boolean {
    return this.#files.get(file)?.stamp === stamp && stamp !== '';
  }

  /** What was read of a file that is known. Throws RangeError for another. */
  recall(file: string): Kept {
    const kept = this.#files.get(file);
    if (!kept) throw new RangeError(`${file} was never parsed`);
    this.#next.set(file, kept);
    return kept;
  }

  /** What was made of these texts, now or before: the very same value while they stay as they are. */
  sameFor<T>(texts: readonly string[], made: T): T {
    const isSame = this.#same?.texts.length === texts.length && texts.every((text, n) => text === this.#same?.texts[n]);
    // What stands beside the texts was made by the same maker.
    if (isSame && this.#same) return this.#same.made as T;
    this.#same = { texts, made };
    return made;
  }

  /** What `parse` gave for this text of this file, now or before. Results are plain data and not to be changed. */
  parse<T>(file: string, text: string, parse: () => Read<T>, stamp?: string): Kept & { readonly read: Read<T> } {
    const digest = createHash('sha256').update(text).digest('base64');
    const before = this.#files.get(file);
    const isKnown = before?.digest === digest;
    // What stands under a name and a digest was made by the same reader.
    const read = isKnown ? (before.read as Read<T>) : parse();
    if (!isKnown) this.#fresh.add(file);
    this.#isChanged ||= !isKnown;
    const kept = { digest, read, ...(stamp !== undefined && { stamp }) };
    this.#next.set(file, kept);
    return kept;
  }

  /** After the whole folder was read: files that are gone are forgotten. True when something differs from what was known before. */
  turnOver(): boolean {
    let isLost = false;
    for (const file of this.#files.keys()) isLost ||= !this.#next.has(file);
    const isChanged = this.#isChanged || isLost;
    this.#hasLost ||= isLost;
    this.#files = this.#next;
    this.#next = new Map();
    this.#isChanged = false;
    return isChanged;
  }

  get size(): number {
    return this.#files.size;
  }

  all(): Iterable<readonly [string, Kept]> {
    return this.#files;
  }

  /** What was parsed afresh since this was asked last; undefined when files are gone as well. */
  takeNews(): readonly (readonly [string, Kept])[] | undefined {
    const news = [...this.#fresh].flatMap((file) => {
      const kept = this.#files.get(file);
      return kept ? [[file, kept] as const] : [];
    });
    const hasLost = this.#hasLost;
    this.#fresh = new Set();
    this.#hasLost = false;
    return hasLost ? undefined : news;
  }
}
