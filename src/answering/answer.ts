/** What comes out of answering, before it is put into words. */
import type { AreaCode } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { Locale } from '../domain/locale';
import type { Outcome } from '../domain/outcome';
import type { AskedAbout } from '../language/asking';
import type { Before } from './stand-alone';

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
}

/** A literal sentence of the folder. */
export interface Sentence {
  readonly text: string;
  readonly locale: Locale;
  readonly entry: string;
}

export interface Answer {
  readonly outcome: Outcome;
  /** The question as it was understood: an utterance that goes on from the one before, made to stand alone. */
  readonly question: string;
  /** What the question asks about, as far as its words tell. */
  readonly asked: ReadonlySet<AskedAbout>;
  /** Calibrated probability that the first entry answers the question. */
  readonly confidence: number;
  /** Shown, best first. */
  readonly entries: readonly Entry[];
  /** The first two entries tell different facts of the same call. */
  readonly isContradictory?: boolean;
  /** What is shown does not speak of what was asked: it is where to look for it. */
  readonly isElsewhere?: boolean;
  readonly sentences: readonly Sentence[];
  /** Headlines of entries that may have been meant, in the enquirer's language. */
  readonly suggestions: readonly string[];
  /** For `wrong-area`: the place nothing was found for. */
  readonly askedArea?: AreaCode;
  /** The ten best entries before anything was held back. */
  readonly hits: readonly { readonly entry: string; readonly score: number }[];
}
