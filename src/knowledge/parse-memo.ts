/**
 * What each file said when it was parsed last: a save parses one file and not a thousand, and a start none. Kept under a digest of
 * the file's text, so that an edit never meets an older result.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Read } from './front-matter';

interface Kept {
  readonly digest: string;
  readonly read: Read<unknown>;
}

export class ParseMemo {
  #files: ReadonlyMap<string, Kept>;
  #next = new Map<string, Kept>();
  #isChanged = false;

  constructor(files: ReadonlyMap<string, Kept> = new Map()) {
    this.#files = files;
  }

  /** What `parse` gave for this text of this file, now or before. Results are plain data and not to be changed. */
  parse<T>(file: string, text: string, parse: () => Read<T>): Read<T> {
    const digest = createHash('sha256').update(text).digest('base64');
    const before = this.#files.get(file);
    const isKnown = before?.digest === digest;
    // What stands under a name and a digest was made by the same reader.
    const read = isKnown ? (before.read as Read<T>) : parse();
    this.#isChanged ||= !isKnown;
    this.#next.set(file, { digest, read });
    return read;
  }

  /** After the whole folder was read: files that are gone are forgotten. True when something differs from what was known before. */
  turnOver(): boolean {
    const isChanged = this.#isChanged || this.#next.size !== this.#files.size;
    this.#files = this.#next;
    this.#next = new Map();
    this.#isChanged = false;
    return isChanged;
  }

  toJSON(): unknown {
    return [...this.#files];
  }
}

/** Where a memo outlives the process. */
export class MemoFile {
  readonly #path: string;
  readonly #build: string;

  /** `build` names the code that parses: a release does not meet what another one kept. The file may be lost at any time. */
  constructor(path: string, build: string) {
    this.#path = path;
    this.#build = build;
  }

  /** Empty when nothing is kept, or it cannot be read. */
  async read(): Promise<ParseMemo> {
    try {
      const kept: { build: string; files: [string, Kept][] } = JSON.parse(await readFile(this.#path, 'utf8'));
      return new ParseMemo(kept.build === this.#build ? new Map(kept.files) : undefined);
    } catch {
      return new ParseMemo();
    }
  }

  /** Best effort: without it the next start parses again. */
  async write(memo: ParseMemo): Promise<void> {
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await writeFile(`${this.#path}.new`, JSON.stringify({ build: this.#build, files: memo }), { mode: 0o600 });
      await rename(`${this.#path}.new`, this.#path);
    } catch {
      return;
    }
  }
}
