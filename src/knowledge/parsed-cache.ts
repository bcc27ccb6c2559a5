/**
 * The folder as it was parsed and checked last time: a start reads it in a tenth of the time. Kept under a key made from every byte of
 * the folder and from the build that parsed it, so neither an edit nor a release meets another one's result.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Area } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { Finding } from '../domain/finding';
import type { Term } from '../domain/vocabulary';
import type { FolderText } from './read-folder';

export interface Parsed {
  readonly digest: string;
  readonly entries: readonly Entry[];
  readonly areas: readonly Area[];
  readonly applicants: readonly Term[];
  readonly topics: readonly Term[];
  readonly findings: readonly Finding[];
}

export class ParsedCache {
  readonly #file: string;
  readonly #build: string;

  /** `build` names the code that parses; `file` may be lost at any time. */
  constructor(file: string, build: string) {
    this.#file = file;
    this.#build = build;
  }

  async keyOf(folder: string, text: FolderText, vocabularies: readonly string[]): Promise<string> {
    const hash = createHash('sha256').update(`${this.#build}\0${JSON.stringify(text.findings)}\0`);
    for (const [file, content] of text.files) hash.update(`${file}\0${content}\0`);
    for (const name of vocabularies) hash.update(await readFile(join(folder, 'vocabularies', name)).catch(() => 'missing'));
    return hash.digest('hex');
  }

  /** Undefined when nothing is kept under the key, or what is kept cannot be read. */
  async find(key: string): Promise<Parsed | undefined> {
    try {
      const kept: { key: string; parsed: Parsed } = JSON.parse(await readFile(this.#file, 'utf8'));
      return kept.key === key ? kept.parsed : undefined;
    } catch {
      return undefined;
    }
  }

  /** Best effort: without it the next start parses again. */
  async keep(key: string, parsed: Parsed): Promise<void> {
    try {
      await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
      await writeFile(`${this.#file}.new`, JSON.stringify({ key, parsed }), { mode: 0o600 });
      await rename(`${this.#file}.new`, this.#file);
    } catch {
      return;
    }
  }
}
