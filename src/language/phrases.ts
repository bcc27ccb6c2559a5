/**
 * Finds which of many known phrases stand in what somebody said. Case, accents and punctuation do not matter; in languages that
 * decline names, neither do the last letters of a long word ("στη Δράμα", "v Mariboru").
 */
import type { Locale } from '../domain/locale';
import { casedWords } from './cased-words';
import { declension, type MayDecline, SHORT } from './declension';
import { fold } from './fold';
import { inAnyLanguage } from './grammar';
import { isOrdinaryWord } from './ordinary-words';

interface Phrase<T> {
  readonly value: T;
  readonly words: readonly string[];
  /** The name is also an ordinary word: it counts with a capital inside a sentence, or as the whole answer ("Roma", "lyon"). */
  readonly needsCapital: boolean;
}

export interface Found<T> {
  readonly value: T;
  /** Index of the first word, and how many words. */
  readonly at: number;
  readonly length: number;
}

interface SaidWord {
  readonly folded: string;
  readonly hasCapital: boolean;
  readonly opens: boolean;
  /** Taken for no name. */
  readonly isOrdinary: boolean;
}

interface Context {
  readonly mayDecline: MayDecline;
  readonly isAnswer: boolean;
}

export class PhraseFinder<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>();
  readonly #isOfNames: boolean;

  /** Proper names decline by few endings, so `zadruga` (cooperative) is not Zadar; other phrases are taken more freely. */
  constructor(phrases: 'names' | 'words') {
    this.#isOfNames = phrases === 'names';
  }

  /** Phrases added later never replace earlier ones of the same words. */
  add(value: T, text: string, needsCapital = false): void {
    const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    const first = words[0];
    if (first === undefined) return;
    const key = first.slice(0, SHORT - 1);
    const bucket = this.#byFirst.get(key) ?? [];
    bucket.push({ value, words, needsCapital });
    this.#byFirst.set(key, bucket);
  }

  /** Every phrase found, in order; at one place the longest wins, and exact before declined. */
  find(text: string, locale: Locale): Found<T>[] {
    const said = saidWords(text, this.#isOfNames ? (surface) => isOrdinaryWord(surface, locale) : () => false);
    // "Como?" asks back, "Como" answers "where are you?".
    const context = { mayDecline: declension(locale, this.#isOfNames), isAnswer: !/[?;\u037E]/.test(text) };
    const found: Found<T>[] = [];
    for (let at = 0; at < said.length; ) {
      const best = this.#longestAt(said, at, context);
      if (best) found.push({ value: best.value, at, length: best.words.length });
      at += best ? best.words.length : 1;
    }
    return found;
  }

  /** The text without the phrases found in it. */
  cut(text: string, locale: Locale): string {
    return this.replace(text, locale, '');
  }

  /** The text with other words in place of each phrase found in it; the same text when there is none. */
  replace(text: string, locale: Locale, by: string): string {
    const firsts = new Map(this.find(text, locale).map(({ at, length }) => [at, length]));
    const gone = new Set([...firsts].flatMap(([at, length]) => Array.from({ length }, (_, n) => at + n)));
    return eachWord(text, (surface, at) => (firsts.has(at) ? by : gone.has(at) ? '' : surface))
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** Each phrase as it was said, declined and all. */
  said(text: string, locale: Locale): string[] {
    const surfaces: string[] = [];
    eachWord(text, (surface, at) => {
      surfaces[at] = surface;
      return surface;
    });
    return this.find(text, locale).map(({ at, length }) =>
      surfaces
        .slice(at, at + length)
        .filter(Boolean)
        .join(' '),
    );
  }

  #longestAt(said: readonly SaidWord[], at: number, context: Context): Phrase<T> | undefined {
    const bucket = this.#byFirst.get(said[at]?.folded.slice(0, SHORT - 1) ?? '') ?? [];
    let best: { phrase: Phrase<T>; rank: number } | undefined;
    for (const phrase of bucket) {
      const likeness = matchAt(phrase, said, at, context);
      const rank = phrase.words.length * 2 + likeness;
      if (likeness > 0 && (!best || rank > best.rank)) best = { phrase, rank };
    }
    return best?.phrase;
  }
}

/** `change` gets each word with its number. */
function eachWord(text: string, change: (surface: string, at: number) => string): string {
  let word = 0;
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (surface) => {
    const first = word;
    word += fold(surface).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    return change(surface, first);
  });
}

/** 2 when every word is the same, 1 when some differ in their ending, 0 when the phrase does not stand here. */
function matchAt<T>(phrase: Phrase<T>, said: readonly SaidWord[], at: number, { mayDecline, isAnswer }: Context): 0 | 1 | 2 {
  const first = said[at];
  const isWhole = isAnswer && said.length === phrase.words.length;
  const isOrdinary = namedBy(said.slice(at, at + phrase.words.length))?.isOrdinary;
  if (!first || (isOrdinary && !isWhole) || (phrase.needsCapital && !isWhole && (!first.hasCapital || first.opens))) return 0;
  let isExact = true;
  for (const [n, word] of phrase.words.entries()) {
    const other = said[at + n]?.folded;
    if (other === word) continue;
    if (other === undefined || !mayDecline(word, other)) return 0;
    isExact = false;
  }
  return isExact ? 2 : 1;
}

const ARTICLES = new Set(inAnyLanguage(({ names }) => names.articles));
/** "la réunion" (the meeting) is no more La Réunion than "réunion" is. */
const namedBy = (said: readonly SaidWord[]): SaidWord | undefined => said.find(({ folded }) => !ARTICLES.has(folded));

const saidWords = (text: string, isOrdinary: (surface: string) => boolean): SaidWord[] =>
  casedWords(text).flatMap(({ surface, folded, hasCapital, opens }) =>
    folded.map((one) => ({ folded: one, hasCapital, opens, isOrdinary: isOrdinary(surface) })),
  );
