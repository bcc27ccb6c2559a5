/** An entry as one whole page shows it, in one language, free of any markup: `channels` turns it into HTML. */
import type { Kind } from './entry';
import type { Locale } from './locale';
import type { Card } from './reply';

/** Text, and its language when that is not the page's. */
export interface SpokenText {
  readonly text: string;
  readonly locale?: Locale;
}

export interface EntryView {
  readonly id: string;
  readonly kind: Kind;
  readonly title: SpokenText;
  readonly summary: SpokenText;
  /** State of a call, else the kind. */
  readonly badge: NonNullable<Card['badge']>;
  /** The day for which the state of a call was computed, in words; absent for other kinds. */
  readonly asOf?: string;
  /** The facts of an answer's card; `key` names what kind of fact it is, such as `email`. */
  readonly facts: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  /** Where to go next, before the sources. */
  readonly links: Card['links'];
  /** Markdown. Absent when the file has no body in any language. */
  readonly body?: SpokenText;
  readonly sources: readonly { readonly title: string; readonly url?: string; readonly date?: string }[];
  /** Days in words. */
  readonly checked: string;
  readonly reviewBy: string;
  /** Said when the review day has passed. */
  readonly stale?: string;
}
