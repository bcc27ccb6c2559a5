/**
 * Finds which of many known phrases stand in what somebody said. Case, accents and punctuation do not matter; in languages that
 * decline names, neither do the last letters of a long word ("στη Δράμα", "v Mariboru").
 */
import type { Locale } from '../domain/locale';
import { fold } from './fold';

const DECLINING: readonly Locale[] = ['el', 'sl', 'hr', 'sq', 'de'];
/** A word this short is compared whole. Letters. */
const SHORT = 5;
const MAX_ENDING = 3;

interface Phrase<T> {
  readonly value: T;
  readonly words: readonly string[];
  /** Must be written with a capital, and not open the sentence: the name is also an ordinary word. */
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
}

export class PhraseFinder<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>();

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
    const said = saidWords(text);
    const found: Found<T>[] = [];
    for (let at = 0; at < said.length; ) {
      const best = this.#longestAt(said, at, DECLINING.includes(locale));
      if (best) found.push({ value: best.value, at, length: best.words.length });
      at += best ? best.words.length : 1;
    }
    return found;
  }

  #longestAt(said: readonly SaidWord[], at: number, mayDecline: boolean): Phrase<T> | undefined {
    const bucket = this.#byFirst.get(said[at]?.folded.slice(0, SHORT - 1) ?? '') ?? [];
    let best: { phrase: Phrase<T>; rank: number } | undefined;
    for (const phrase of bucket) {
      const likeness = matchAt(phrase, said, at, mayDecline);
      const rank = phrase.words.length * 2 + likeness;
      if (likeness > 0 && (!best || rank > best.rank)) best = { phrase, rank };
    }
    return best?.phrase;
  }
}

/** 2 when every word is the same, 1 when some differ in their ending, 0 when the phrase does not stand here. */
function matchAt<T>(phrase: Phrase<T>, said: readonly SaidWord[], at: number, mayDecline: boolean): 0 | 1 | 2 {
  const first = said[at];
  if (!first || (phrase.needsCapital && (!first.hasCapital || first.opens))) return 0;
  let isExact = true;
  for (const [n, word] of phrase.words.entries()) {
    const other = said[at + n]?.folded;
    if (other === word) continue;
    if (other === undefined || !mayDecline || !differOnlyInEnding(word, other)) return 0;
    isExact = false;
  }
  return isExact ? 2 : 1;
}

function differOnlyInEnding(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORT - 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const endings = Math.max(a.length, b.length) - same;
  return same >= SHORT - 1 && endings <= MAX_ENDING && same / a.length >= 0.6;
}

function saidWords(text: string): SaidWord[] {
  const words: SaidWord[] = [];
  let opens = true;
  for (const piece of text.matchAll(/[\p{L}\p{M}\p{N}]+|[.!?;:\n]/gu)) {
    if (/^[.!?;:\n]$/.test(piece[0])) {
      opens = true;
      continue;
    }
    for (const folded of fold(piece[0]).match(/[\p{L}\p{N}]+/gu) ?? [])
      words.push({ folded, hasCapital: /^\p{Lu}/u.test(piece[0]), opens });
    opens = false;
  }
  return words;
}
