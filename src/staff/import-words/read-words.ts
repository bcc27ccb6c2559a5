/** What a reader of word lists is. */
import type { WordTable } from './word-table';

export interface GivenFile {
  readonly path: string;
  /** As given with `--locale`. */
  readonly locale?: string | undefined;
}

/** Adds what the files hold. Throws FileRefused, its `what` about the file read last. */
export type ReadWords = (files: readonly GivenFile[], table: WordTable) => Promise<void>;
