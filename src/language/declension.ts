/** Whether a word that somebody said may be one of a known phrase in another case. */
import { LOCALES, type Locale } from '../domain/locale';
import { grammarOf } from './grammar';

/** A word this short is compared whole. Letters. */
export const SHORT = 5;
const MAX_ENDING = 3;

/** By language; a language whose names do not decline has none. */
const NAME_ENDINGS = new Map(
  LOCALES.map((locale) => [locale, grammarOf(locale).names.endings] as const)
    .filter(([, endings]) => endings.length > 0)
    .map(([locale, endings]) => [locale, new Set(['', ...endings])]),
);
const VOWEL = /[aeiouαεηιουω]$/;

export type MayDecline = (phraseWord: string, saidWord: string) => boolean;

/** Proper names decline by few endings, so `zadruga` (cooperative) is not Zadar; other words are taken more freely. */
export function declension(locale: Locale, isOfNames: boolean): MayDecline {
  const endings = NAME_ENDINGS.get(locale);
  if (!endings) return () => false;
  return isOfNames ? (name, said) => isNameDeclined(name, said, endings) : differOnlyInEnding;
}

/** A name loses at most its last vowel (or Greek σ) before it takes an ending. */
function isNameDeclined(name: string, said: string, endings: ReadonlySet<string>): boolean {
  if (name.length < SHORT - 1) return false;
  if (said.startsWith(name)) return endings.has(said.slice(name.length));
  const stem = VOWEL.test(name) || name.endsWith('σ') ? name.slice(0, -1) : name;
  return stem.length >= SHORT - 1 && said.startsWith(stem) && endings.has(said.slice(stem.length));
}

function differOnlyInEnding(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORT - 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const endings = Math.max(a.length, b.length) - same;
  return same >= SHORT - 1 && endings <= MAX_ENDING && same / a.length >= 0.6;
}
