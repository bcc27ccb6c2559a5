/** Ordinary words that read like the name of a place, which the grammar of their language lists. */
import { LOCALES, type Locale } from '../domain/locale';
import { fold } from './fold';
import { grammarOf } from './grammar';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from './greeklish';

const unaccented = (locale: Locale): string[] => {
  const { ordinaryWords, unaccented: places } = grammarOf(locale).places;
  return ordinaryWords.filter((word) => /^\p{Ll}/u.test(word) && !places.includes(word)).map(fold);
};
const AS_WRITTEN = new Map(LOCALES.map((locale) => [locale, new Set(grammarOf(locale).places.ordinaryWords)]));
const UNACCENTED = new Map(LOCALES.map((locale) => [locale, new Set(unaccented(locale))]));
/** Everybody spells Greek in Latin letters as they like: "xarti", "harth" and "charti" sound alike, and an x is a ξ or a χ. */
const soundOf = (greek: string): string => greekSoundOf(greek).replaceAll('ξ', 'χ');
const GREEK_SOUNDS = new Set(unaccented('el').map(soundOf));

/** `surface` as it was written; in lower case its accents may be missing, and Greek be in Latin letters. */
export function isOrdinaryWord(surface: string, locale: Locale): boolean {
  // Every German noun has a capital: there it tells nothing.
  const word = locale === 'de' ? surface.toLowerCase() : surface;
  if (AS_WRITTEN.get(locale)?.has(word)) return true;
  if (!/^\p{Ll}+$/u.test(word)) return false;
  if (locale === 'el' && isInLatinLetters(word)) return GREEK_SOUNDS.has(soundOf(toGreekLetters(word)));
  return UNACCENTED.get(locale)?.has(word.replaceAll('ς', 'σ')) ?? false;
}
