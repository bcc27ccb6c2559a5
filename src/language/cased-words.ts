/** Words with what their capitals tell: in most languages a capital inside a sentence is a name. */
import type { Locale } from '../domain/locale';
import { fold } from './fold';

export interface CasedWord {
  /** As it was written. An apostrophe parts words. */
  readonly surface: string;
  /** The same folded: mostly one word, none for a lone mark. */
  readonly folded: readonly string[];
  readonly hasCapital: boolean;
  /** It opens a sentence, where every word has a capital. */
  readonly opens: boolean;
}

export function casedWords(text: string): CasedWord[] {
  const words: CasedWord[] = [];
  // In a text all in capitals a capital tells nothing.
  const isShouted = !/\p{Ll}/u.test(text);
  let opens = true;
  for (const [piece] of text.matchAll(/[\p{L}\p{M}\p{N}]+|[.!?;:\n]/gu)) {
    if (/^[.!?;:\n]$/.test(piece)) {
      opens = true;
      continue;
    }
    const folded = fold(piece).match(/[\p{L}\p{N}]+/gu) ?? [];
    words.push({ surface: piece, folded, hasCapital: !isShouted && /^\p{Lu}/u.test(piece), opens });
    opens = false;
  }
  return words;
}

/** Every noun has a capital. */
const CAPITAL_NOUNS: readonly Locale[] = ['de'];
const isAcronym = (surface: string): boolean => /^\p{Lu}{2,}$/u.test(surface);

/** Folded words that are names, or parts of one, by their capitals: "Kit Digital", "PICE". Whoever writes no capitals names none. */
export function namesIn(text: string, locale: Locale): ReadonlySet<string> {
  if (CAPITAL_NOUNS.includes(locale)) return new Set();
  const names = casedWords(text).filter(({ surface, hasCapital, opens }) => hasCapital && (!opens || isAcronym(surface)));
  return new Set(names.flatMap(({ folded }) => folded));
}
