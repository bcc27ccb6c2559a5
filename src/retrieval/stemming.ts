/**
 * One stem for the forms of a word. Measured across languages on parallel texts: Snowball where it is good, the Serbian Snowball for
 * Croatian (it reads Latin letters), and the first five letters for Slovene and Albanian, which beat the stemmers there are.
 */

import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { newStemmer } from 'snowball-stemmers';
import { LOCALES, type Locale } from '../domain/locale';
import { BoundedMap } from './bounded-map';
import { foldWord } from './words';

/** Words kept per language: more than a folder of ten thousand entries uses, about 6 MB when full. */
const CACHED_WORDS = 50_000;
const FIRST_LETTERS = 5;

const catalan = newStemmer('catalan');
const firstLetters = (word: string): string => foldWord(word).slice(0, FIRST_LETTERS);

/** The j of "natječaj" is no ending, but the stemmer takes it for one where nothing follows; in "natječaja" it stays. */
const croatian = (word: string): string => serbian(word.endsWith('aj') ? `${word}a` : word);

const STEMMERS: Readonly<Record<Locale, (word: string) => string>> = {
  en: english,
  es: spanish,
  ca: (word) => catalan.stem(word),
  fr: french,
  it: italian,
  pt: portuguese,
  de: german,
  el: greek,
  sl: firstLetters,
  hr: croatian,
  sq: firstLetters,
};

const caches = new Map(LOCALES.map((locale) => [locale, new BoundedMap<string, string>(CACHED_WORDS)]));

/** Stem of a word as `tokenise` gives it, folded; never empty. */
export function stem(word: string, locale: Locale): string {
  return caches.get(locale)?.getOrMake(word, () => stemAfresh(word, locale)) ?? stemAfresh(word, locale);
}

/** For a thread that stems a whole folder now and then, and nothing in between. */
export function forgetStems(): void {
  for (const cache of caches.values()) cache.clear();
}

function stemAfresh(word: string, locale: Locale): string {
  try {
    return foldWord(STEMMERS[locale](word)) || foldWord(word);
  } catch {
    // A word no stemmer expects (mixed scripts, rare marks) is searched as it stands.
    return foldWord(word);
  }
}
