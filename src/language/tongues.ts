/**
 * What tells a language beside its letters: phrases people say, words, names of places. Made from the words of `locales/` and, where there is a
 * folder, from its vocabularies, in which each idea is said in every language: what one has and another has not, tells.
 */
import { type Area, countryOf, HOMES, narrowness } from '../domain/area';
import { LOCALES, type Locale } from '../domain/locale';
import type { Term, Vocabularies } from '../domain/vocabulary';
import { fold, wordsOf } from './fold';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from './greeklish';
import { isOrdinaryWord } from './ordinary-words';
import type { Languages } from './speech';

export interface Tongues {
  /** Languages in which this is said as a whole; none for what nobody is known to say. */
  ofPhrase(text: string): readonly Locale[];
  /** Languages in which a term of several words of the folder's vocabularies is this; none for what is no such term. */
  ofTerm(text: string): readonly Locale[];
  /** Languages that have this word, as it is written or with its accents left out; none for a word that is not known. */
  ofWord(word: string): readonly Locale[];
  /** It is among the words that every text of this language holds. */
  isLittle(word: string, locale: Locale): boolean;
  /** A known word of Greek in Latin letters. */
  soundsGreek(word: string): boolean;
  /** Languages of the place that bears this name, or has this word in its name; none when no place does. */
  ofPlace(word: string): readonly Locale[];
}

export interface TongueSources {
  readonly languages: Languages;
  readonly vocabularies?: Vocabularies;
  /** Folded words. */
  readonly isStopWord: (folded: string, locale: Locale) => boolean;
}

export function makeTongues({ languages, vocabularies, isStopWord }: TongueSources): Tongues {
  const words = new WordBook();
  const phrases = phrasesOf(languages);
  const places = placesIn(vocabularies?.areas.values() ?? []);
  // Texts name places as well: "Maribor" in one of them is no word of its language.
  const isName = (word: string, locale: Locale) => places.find(fold(word)).length > 0 && !isOrdinaryWord(word, locale);
  for (const [locale, text] of wordsSpoken(languages)) words.add(text, locale, isName);
  const terms = new LocaleTable();
  for (const [locale, text] of vocabularies ? saidIn(vocabularies) : []) {
    words.add(text, locale, isName);
    if (/\s/.test(text)) terms.add(asPhrase(text), locale);
  }
  return {
    ofTerm: (text) => terms.find(asPhrase(text)),
    ofPhrase: (text) => phrases.find(asPhrase(text)),
    ofWord: (word) => {
      const known = words.find(word);
      return known.length > 0 ? known : LOCALES.filter((locale) => isStopWord(fold(word), locale));
    },
    isLittle: (word, locale) => isStopWord(fold(word), locale),
    soundsGreek: (word) => words.soundsGreek(word),
    ofPlace: (word) => places.find(fold(word)),
  };
}

/** The words of texts, by the languages that have them. */
class WordBook {
  readonly #words = new LocaleTable();
  readonly #greekSounds = new Set<string>();

  add(text: string, locale: Locale, isName: (word: string, locale: Locale) => boolean): void {
    for (const surface of surfacesOf(text)) {
      // Most have been met before.
      if (this.#words.has(surface, locale) || isName(surface, locale)) continue;
      this.#words.add(surface, locale);
      const folded = fold(surface);
      this.#words.add(folded, locale);
      if (locale === 'el' && !isInLatinLetters(folded)) this.#greekSounds.add(soundOf(folded));
    }
  }

  /** Who leaves accents out may have left out any; who writes them means them. */
  find(word: string): readonly Locale[] {
    const surface = surfacesOf(word).join('');
    const folded = fold(surface);
    const known = surface === folded ? [] : this.#words.find(surface);
    return known.length > 0 ? known : this.#words.find(folded);
  }

  soundsGreek(word: string): boolean {
    const sound = soundOf(toGreekLetters(word));
    return sound.length >= SHORTEST_SOUND && this.#greekSounds.has(sound);
  }
}

function phrasesOf(languages: Languages): LocaleTable {
  const phrases = new LocaleTable();
  for (const locale of languages.spoken)
    for (const phrase of textsIn(languages.part(locale, 'understood'))) phrases.add(asPhrase(phrase), locale);
  return phrases;
}

function placesIn(areas: Iterable<Area>): LocaleTable {
  const places = new LocaleTable();
  const all = [...areas];
  // Countries have a name in each language: "España" is a word of one, and the "Francia" in a region's name is a word of Spanish.
  const isCountry = ({ code }: Area) => narrowness(code) <= 1;
  const ofCountries = new Set(all.filter(isCountry).flatMap(namesOf));
  for (const area of all) {
    if (isCountry(area)) continue;
    const homes = homesOf(area);
    for (const word of namesOf(area)) if (!ofCountries.has(word)) for (const locale of homes) places.add(word, locale);
  }
  return places;
}

function* wordsSpoken(languages: Languages): Iterable<readonly [Locale, string]> {
  for (const locale of languages.spoken)
    for (const part of PARTS) for (const text of textsIn(languages.part(locale, part))) yield [locale, text.replace(/\{\{.*?\}\}/g, ' ')];
}

const PARTS = ['understood', 'common', 'dialogs', 'answers', 'asked', 'told', 'facts', 'web'];
/** Shorter ones sound like words of other languages. Greek letters. */
const SHORTEST_SOUND = 3;

/** "βοήθεια" and "voithia" come out alike only when what is left is read once more. */
const soundOf = (folded: string): string => greekSoundOf(greekSoundOf(folded));

const asPhrase = (text: string): string => wordsOf(text).join(' ');

/** In lower case, with their accents. */
const surfacesOf = (text: string): string[] => {
  const lower = text.toLowerCase();
  // Most are one plain word, and the other way is slow.
  return /^[a-z]+$/.test(lower) ? [lower] : (lower.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
};

function* textsIn(part: unknown): Iterable<string> {
  if (typeof part === 'string') yield part;
  else if (typeof part === 'object' && part !== null) for (const one of Object.values(part)) yield* textsIn(one);
}

function* saidIn({ applicants, topics, objectives, skills, events, concepts }: Vocabularies): Iterable<readonly [Locale, string]> {
  for (const terms of [applicants, topics, objectives, skills, events]) for (const term of terms.values()) yield* saidOf(term);
  for (const { words } of concepts) for (const locale of LOCALES) for (const text of words[locale] ?? []) yield [locale, text];
}

function* saidOf({ name, said }: Term): Iterable<readonly [Locale, string]> {
  for (const locale of LOCALES) for (const text of [name[locale] ?? '', ...(said[locale] ?? [])]) yield [locale, text];
}

/** Words of two and three letters are little words of some language. */
const SHORTEST_NAME = 4;
const namesOf = ({ name, also }: Area): string[] =>
  [...Object.values(name), ...also].flatMap(wordsOf).filter((word) => word.length >= SHORTEST_NAME);

const homesOf = ({ code }: Area): readonly Locale[] => {
  const country = countryOf(code);
  const homes = LOCALES.filter((locale) => country !== undefined && HOMES[locale].includes(country));
  return homes.length > 0 ? homes : ['en'];
};

const bitOf = (locale: Locale): number => 1 << LOCALES.indexOf(locale);

/** Keys and the languages that have them, as bits: some ten thousand words. */
class LocaleTable {
  readonly #bits = new Map<string, number>();
  static readonly #lists = new Map<number, readonly Locale[]>();

  add(key: string, locale: Locale): void {
    this.#bits.set(key, (this.#bits.get(key) ?? 0) | bitOf(locale));
  }

  has(key: string, locale: Locale): boolean {
    return ((this.#bits.get(key) ?? 0) & bitOf(locale)) !== 0;
  }

  find(key: string): readonly Locale[] {
    const bits = this.#bits.get(key) ?? 0;
    const known = LocaleTable.#lists.get(bits) ?? LOCALES.filter((_, n) => bits & (1 << n));
    LocaleTable.#lists.set(bits, known);
    return known;
  }
}
