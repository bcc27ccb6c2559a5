/** What a reader of word lists is. */
import { FileRefused } from '../import/table';
import type { WordTable } from './word-table';

export interface GivenFile {
  readonly path: string;
  /** As given with `--locale`. */
  readonly locale?: string | undefined;
}

/** Adds what the files hold. Throws FileRefused that says in which file. */
export type ReadWords = (files: readonly GivenFile[], table: WordTable) => Promise<void>;

/** Reads one file after the other. Throws FileRefused, also for a file that adds nothing: `nothing` tells what it should have been. */
export async function readEach<T extends GivenFile>(
  files: readonly T[],
  table: WordTable,
  read: (file: T) => Promise<void>,
  nothing: readonly [what: string, fix: string],
): Promise<void> {
  for (const file of files) {
    const before = table.read;
    try {
      await read(file);
      if (table.read === before) throw new FileRefused(...nothing);
    } catch (error) {
      throw error instanceof FileRefused ? new FileRefused(`${file.path}: ${error.what}`, error.fix) : error;
    }
  }
}
