/** What is told of a difference, before it is lines on a terminal or a page. */

export type Tone = 'bad' | 'warn' | 'good' | 'plain';

export interface Item {
  readonly tone: Tone;
  /** One or two words: `worse`, `closed`. */
  readonly mark: string;
  readonly head: string;
  readonly lines: readonly string[];
}

export interface Section {
  readonly title: string;
  /** What the reader must know of how it was found. */
  readonly note?: string;
  /** Told in place of items when there are none. */
  readonly empty: string;
  readonly items: readonly Item[];
}
