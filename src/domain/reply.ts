/** What Ponte says in one bubble, free of any channel: `bot/` turns it into an Activity. */

import type { VerdictState } from './criterion';
import type { Locale } from './locale';
import type { Outcome } from './outcome';

/** What the reply asks for, so that a client can offer the right input. */
export type Asks =
  | 'question'
  | 'area'
  | 'applicant'
  | 'topic'
  | 'consent'
  | 'name'
  | 'contact'
  | 'message'
  | 'reference'
  | 'secret'
  | 'locale';

/** A button: `title` is shown, `say` is what the enquirer then says. */
export interface Choice {
  readonly title: string;
  readonly say: string;
}

export interface Card {
  /** Id of the entry it shows. */
  readonly entry: string;
  readonly title: string;
  /** Language of title and summary when it is not the reply's. */
  readonly locale?: Locale;
  readonly summary?: string;
  /** Short mark such as the state of a call. */
  readonly badge?: { readonly text: string; readonly tone: 'good' | 'warn' | 'bad' | 'plain' };
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** `language`: the name of the quote's language, in the reply's, when that is another. */
  readonly verdicts?: readonly {
    readonly state: VerdictState;
    readonly label: string;
    readonly quote: string;
    readonly locale?: Locale;
    readonly language?: string;
  }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

export interface Reply {
  /** Plain text in the reply's language; paragraphs are separated by a blank line. */
  readonly text: string;
  readonly locale: Locale;
  /** Literal text of the folder in another language, shown after `text` and marked with it. */
  readonly quotes?: readonly { readonly text: string; readonly locale: Locale; readonly entry: string }[];
  readonly cards?: readonly Card[];
  readonly choices?: readonly Choice[];
  readonly outcome?: Outcome;
  /** Ids of the entries shown. */
  readonly entries?: readonly string[];
  readonly asks?: Asks;
  /** Reference of a referral that is stored. */
  readonly referral?: string;
  /** A language model worded the text, from the entries shown: people must be told (Regulation (EU) 2024/1689, Art. 50). */
  readonly model?: true;
}
