/** What a rule of `ponte check` is. One rule a file; its examples are its tests and its place in the curators' list. */
import type { Day } from '../../domain/day';
import type { Finding } from '../../domain/finding';
import type { Reading } from '../../knowledge/knowledge-base';

/** The folder as a rule sees it. */
export interface CheckedFolder {
  readonly files: Reading['files'];
  readonly knowledge: Reading['knowledge'];
  readonly today: Day;
}

/** A mistake before its place is worked out. */
export interface Found {
  readonly file: string;
  /** Where in the front matter: `['call', 'closes']`. The nearest place above it when it is missing. */
  readonly path?: readonly (string | number)[];
  /** Words of the file at which it stands, when no path says it. */
  readonly near?: string;
  readonly what: string;
}

/** A change to a file of the sample folder: `by` takes the place of `replace`, or is the whole of a new file. */
export interface Example {
  readonly file: string;
  readonly replace?: string;
  readonly by: string;
  /** What the curators' list says in its place, when it is too long or cannot be seen. */
  readonly says?: string;
}

export interface Rule {
  /** Permanent: staff and pipelines name it. */
  readonly id: string;
  readonly severity: Finding['severity'];
  /** What must be so, in one sentence. */
  readonly must: string;
  /** What people would suffer otherwise. */
  readonly why: string;
  /** How to mend it. */
  readonly fix: string;
  readonly ok: readonly Example[];
  readonly notOk: readonly Example[];
  /** Absent when the reader of the folder finds it, because such a file could not be served. */
  find?(folder: CheckedFolder): Iterable<Found>;
}
