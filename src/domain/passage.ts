/** The unit that is retrieved: one section of one entry in one language. */
import type { AreaCode } from './area';
import type { Kind } from './entry';
import type { Locale } from './locale';

export interface Passage {
  /** `<entry>#<n>.<locale>`; n is 0 for the headline (title and summary). */
  readonly id: string;
  readonly entry: string;
  readonly kind: Kind;
  readonly locale: Locale;
  readonly title: string;
  /** Headings above the section, joined by " › "; the entry's other names for the headline. Searched, not shown. */
  readonly heading: string;
  /** Plain text, no Markdown. */
  readonly text: string;
  /** What stands before each line of `text`: "•" or "2." before an item of a list, nothing before others. Absent where no line is an item. */
  readonly marks?: readonly string[];
}

export interface Hit {
  readonly passage: Passage;
  /** Comparable between the hits of one question only. */
  readonly score: number;
}

/** What may be retrieved; an absent field filters nothing. */
export interface PassageFilter {
  readonly kinds?: readonly Kind[];
  /** Entries that serve somebody here. */
  readonly area?: AreaCode;
  /** Or here: "in Italy or Spain". */
  readonly orAreas?: readonly AreaCode[];
}
