/** Small numbers written as words. */
import type { Locale } from '../domain/locale';
import { fold } from './fold';
import { grammarOf } from './grammar';

const NUMBERS = new Map<Locale, ReadonlyMap<string, number>>();

/** The numbers that stand in a text as words, each once. */
export function numberWordsIn(text: string, locale: Locale): number[] {
  const numbers = numbersOf(locale);
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  return [...new Set(words.flatMap((word) => numbers.get(word) ?? []))];
}

function numbersOf(locale: Locale): ReadonlyMap<string, number> {
  const known = NUMBERS.get(locale);
  if (known) return known;
  const numbers = new Map<string, number>();
  for (const [number, words] of Object.entries(grammarOf(locale).numbers.words))
    for (const word of words) numbers.set(fold(word), Number(number));
  NUMBERS.set(locale, numbers);
  return numbers;
}
