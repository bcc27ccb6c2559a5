/**
 * Words that every text holds, so that finding one says nothing. @orama/stopwords where its list is good; our own, in the
 * grammar, for ca, sl, hr and sq (Orama has no ca, hr, sq, and its Slovene list is Russian), and what the others miss: question words above
 * all, and the English "a".
 */

import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as greek } from '@orama/stopwords/greek';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as spanish } from '@orama/stopwords/spanish';
import { LOCALES, type Locale } from '../domain/locale';
import { grammarOf } from '../language/grammar';
import { foldWord, soundOf, tokenise } from './words';

const ORAMA: Partial<Readonly<Record<Locale, readonly string[]>>> = {
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  de: german,
  el: greek,
};

/** Parts of "they're" and "can't" as `tokenise` sees them; longer parts may be words of their own ("won"). */
const LONGEST_PART = 2;

function readList(locale: Locale): ReadonlySet<string> {
  const { words: own, not } = grammarOf(locale).little;
  const content = new Set(not.flatMap(tokenise));
  const words = [...(ORAMA[locale] ?? []).filter((word) => !content.has(word)), ...own];
  const parts = words.flatMap((word) => {
    const tokens = tokenise(word);
    return tokens.length > 1 ? tokens.filter((part) => part.length <= LONGEST_PART) : tokens;
  });
  return new Set(parts.map(foldWord));
}

const LISTS = new Map(LOCALES.map((locale) => [locale, readList(locale)]));

/** Folded. */
export const isStopWord = (folded: string, locale: Locale): boolean => LISTS.get(locale)?.has(folded) ?? false;

const GREEK_SOUNDS = new Set([...(LISTS.get('el') ?? [])].map(soundOf));

/** Of a Greek word that came in Latin letters, whose vowels are by ear. */
export const soundsLikeGreekStopWord = (folded: string): boolean => GREEK_SOUNDS.has(soundOf(folded));
