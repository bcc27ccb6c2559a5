/** What comes out of answering, before it is put into words. */
import type { AreaCode } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { Locale } from '../domain/locale';
import type { Outcome } from '../domain/outcome';
import type { AskedAbout } from '../language/asking';

/** The turn before. */
export interface Before {
  /** The last question with a subject of its own, whole. */
  readonly question: string;
  /** Its language. */
  readonly locale: Locale;
  /** Id of the entry shown first. */
  readonly shown?: string | undefined;
  /** Facts asked since of what is shown: "and in Croatia?" after "how many members?" asks how many there. */
  readonly about?: readonly AskedAbout[] | undefined;
}

/** A question that names no entry, for it means the one on the screen. */
export interface OfShown {
  readonly entry: Entry;
  readonly about: ReadonlySet<AskedAbout>;
  /** Id of the kind of applicant that it asks for: "and associations?" */
  readonly applicant?: string | undefined;
  /** It asks for another edition: "and in 2026?" */
  readonly isOfYear: boolean;
  /** Stems of what it asks for that the entry's text speaks of: "which steps?" */
  readonly words?: readonly string[];
}

/** Longer messages tell a story; people are asked to put it in a sentence or two. Characters. */
export const MAX_QUESTION = 1_000;

export interface Question {
  /** An utterance, tidied. */
  readonly text: string;
  readonly locale: Locale;
  /** Languages it may be in as well. */
  readonly also?: readonly Locale[];
  /** A place the question itself names. */
  readonly area?: AreaCode | undefined;
  /** Where the enquirer is, when the question names no place. */
  readonly homeArea?: AreaCode | undefined;
  readonly at: Date;
  /** The turn before, which a few words may go on from. */
  readonly before?: Before | undefined;
  /** It is asked of the entry shown, not of the folder. */
  readonly ofShown?: OfShown | undefined;
  /** Says what is meant instead of what was told: "no, I meant …". */
  readonly isCorrection?: boolean | undefined;
  /** Ids of entries that are looked past: they were refused, or do not tell it. */
  readonly without?: readonly string[] | undefined;
  /** It is the question before for another place; `isOfCalls` when that was answered with a call, or where they are published. */
  readonly elsewhere?: { readonly isOfCalls: boolean } | undefined;
}

export interface MayApply {
  /** Id of the vocabulary of applicants. */
  readonly applicant: string;
  readonly is: 'yes' | 'no' | 'unknown';
}

/** Ids of the vocabulary of applicants. */
export interface ForOthers {
  /** Who asks, or for whom. */
  readonly named: readonly string[];
  /** Who may apply. */
  readonly listed: readonly string[];
}

/** A literal sentence of the folder. */
export interface Sentence {
  readonly text: string;
  readonly locale: Locale;
  readonly entry: string;
  /** Where it stands, when it is of a passage. */
  readonly at?: SentencePlace;
}

export interface SentencePlace {
  /** Id of the passage. */
  readonly passage: string;
  /** Line of the passage, from 0. */
  readonly line: number;
  /** What stands before that line in a list, such as "•" or "2."; empty in a paragraph. */
  readonly mark: string;
  /** More items of the list follow that are not shown. */
  readonly goesOn?: true;
}

/**
 * `contradiction`: the first two tell different facts of the same call. `where-to-look`: they do not speak of what was asked, but of where it is
 * published. `other-edition`: calls of another year, code or number than the one asked for. `not-told`: what was asked for is not in them.
 * `open-now`: calls that are open or will open. `none-open`: calls that are not, or whose closing day nobody knows, then where the next ones
 * are published; there may be none of either.
 */
export type ShownAs = 'contradiction' | 'where-to-look' | 'other-edition' | 'not-told' | 'open-now' | 'none-open';

export interface Answer {
  readonly outcome: Outcome;
  /** The question as it was understood: an utterance that goes on from the one before, made to stand alone. */
  readonly question: string;
  /** It was asked of the entry shown before: what comes next still goes on from the question before. */
  readonly isOfShown?: boolean;
  /** Whether somebody named in the question is among those who may apply, as the entry lists them. */
  readonly mayApply?: MayApply;
  /** The call shown is for others than those the question names. */
  readonly forOthers?: ForOthers;
  /** Of the first entry's summary: that it is over, or that nobody knows whether it still is. In the question's language. */
  readonly cautions?: readonly string[];
  /** What the question asks about, as far as its words tell. */
  readonly asked: ReadonlySet<AskedAbout>;
  /** Calibrated probability that the first entry answers the question. */
  readonly confidence: number;
  /** Shown, best first. */
  readonly entries: readonly Entry[];
  /** What the entries are, when they are not simply the answer. */
  readonly shownAs?: ShownAs;
  /** For `other-edition`: the years, codes and numbers of which nothing is known, as they were said. */
  readonly edition?: readonly string[];
  readonly sentences: readonly Sentence[];
  /** Headlines of entries that may have been meant, in the enquirer's language. */
  readonly suggestions: readonly string[];
  /** For `wrong-area`: the place nothing was found for. */
  readonly askedArea?: AreaCode;
  /** For `wrong-area`: the places of which something is told; those of the first entry when absent. */
  readonly otherAreas?: readonly AreaCode[];
  /** The ten best entries before anything was held back. */
  readonly hits: readonly { readonly entry: string; readonly score: number }[];
}
