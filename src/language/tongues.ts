/**
 * What tells a language beside its letters: phrases people say, words, names of places. Made from the words of `locales/` and, where there is a
 * folder, from its vocabularies, in which each idea is said in every language: what one has and another has not, tells.
 */
import { type Area, countryOf, HOMES, narrowness } from '../domain/area';
import { LOCALES, type Locale } from '../domain/locale';
import type { Vocabularies } from '../domain/vocabulary';
import { fold, wordsOf } from './fold';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from './greeklish';
import { LocaleTable, SEAM, type TableImage } from './locale-table';
import { isOrdinaryWord } from './ordinary-words';
import type { Languages } from './speech';
import { type NamedWays, waysToSay } from './ways';

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
}

export type StopWords = (folded: string, locale: Locale) => boolean;

/** What tells, as plain data. */
export interface TonguesImage {
  readonly words: TableImage;
  readonly greekSounds: string;
  readonly phrases: TableImage;
  readonly terms: TableImage;
  readonly places: TableImage;
}

/** A quarter of a second of work. */
export function makeTonguesImage({ languages, vocabularies }: TongueSources): TonguesImage {
  const words = new WordBook();
  const phrases = new LocaleTable();
  const terms = new LocaleTable();
  const places = placesIn(vocabularies?.areas.values() ?? []);
  for (const locale of LOCALES) {
    const isSpoken = languages.spoken.includes(locale);
    const said = vocabularies ? [...saidIn(vocabularies, locale)] : [];
    // Texts name places as well: "Maribor" in one of them is no word of its language.
    const isName = (word: string, folded: string) => places.has(folded) && !isOrdinaryWord(word, locale);
    words.add(isSpoken ? [...wordsSpoken(languages, locale), ...said] : said, locale, isName);
    if (isSpoken) phrases.add(asPhrases([...textsIn(languages.part(locale, 'understood')), ...waysIn(languages, locale)]), locale);
    terms.add(asPhrases(said.filter((text) => /\s/.test(text))), locale);
  }
  return { ...words.toImage(), phrases: phrases.toImage(), terms: terms.toImage(), places: places.toImage() };
}

export function openTongues(image: TonguesImage, isStopWord: StopWords): Tongues {
  const words = new WordBook(image);
  const phrases = new LocaleTable(image.phrases);
  const terms = new LocaleTable(image.terms);
  const places = new LocaleTable(image.places);
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
  readonly #words: LocaleTable;
  #greekSounds: ReadonlySet<string>;

  constructor(image?: Pick<TonguesImage, 'words' | 'greekSounds'>) {
    this.#words = new LocaleTable(image?.words);
    this.#greekSounds = new Set(image?.greekSounds.split(SEAM));
  }

  toImage(): Pick<TonguesImage, 'words' | 'greekSounds'> {
    return { words: this.#words.toImage(), greekSounds: [...this.#greekSounds].join(SEAM) };
  }

  /** All texts of a language. */
  add(texts: readonly string[], locale: Locale, isName: (word: string, folded: string) => boolean): void {
    const surfaces = [...new Set(surfacesOf(texts.join(SEAM)))];
    const folded = asOne(surfaces, fold);
    const isOwn = surfaces.map((surface, n) => !isName(surface, folded[n] ?? surface));
    const plain = folded.filter((_, n) => isOwn[n]);
    this.#words.add(
      surfaces.filter((_, n) => isOwn[n]),
      locale,
    );
    this.#words.add(plain, locale);
    if (locale === 'el')
      this.#greekSounds = new Set(
        asOne(
          plain.filter((word) => !isInLatinLetters(word)),
          soundOf,
        ),
      );
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

function placesIn(areas: Iterable<Area>): LocaleTable {
  const places = new LocaleTable();
  const all = [...areas];
  // Countries have a name in each language: "España" is a word of one, and the "Francia" in a region's name is a word of Spanish.
  const isCountry = ({ code }: Area) => narrowness(code) <= 1;
  const ofCountries = new Set(all.filter(isCountry).flatMap(namesOf));
  for (const area of all) {
    if (isCountry(area)) continue;
    const names = namesOf(area).filter((word) => !ofCountries.has(word));
    for (const locale of homesOf(area)) places.add(names, locale);
  }
  return places;
}

const wordsSpoken = (languages: Languages, locale: Locale): string[] =>
  PARTS.flatMap((part) => [...textsIn(languages.part(locale, part))]).map((text) => text.replace(/\{\{.*?\}\}/g, ' '));

/** Of `locales/`, those whose words tell. */
const PARTS = ['understood', 'common', 'dialogs', 'answers', 'asked', 'told', 'facts', 'web'];
/** All that is read here. */
export const READ_PARTS = [...PARTS, 'ways'];
/** Shorter ones sound like words of other languages. Greek letters. */
const SHORTEST_SOUND = 3;

/** "βοήθεια" and "voithia" come out alike only when what is left is read once more. */
const soundOf = (folded: string): string => greekSoundOf(greekSoundOf(folded));

const asPhrase = (text: string): string => wordsOf(text).join(' ');

/** What `change` makes of each text, all told at once: one by one takes many times as long. */
const asOne = (texts: readonly string[], change: (text: string) => string): string[] =>
  texts.length === 0 ? [] : change(texts.join(SEAM)).split(SEAM);

const asPhrases = (texts: readonly string[]): string[] =>
  asOne(texts, (text) => fold(text).replace(/[^\p{L}\p{N}\uE000]+/gu, ' ')).map((phrase) => phrase.trim());

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

/** Each phrase of `ways.json`, but for its lists, for what only stands beside others, and for those long enough to be judged as any text. */
function waysIn(languages: Languages, locale: Locale): string[] {
  const { named, besideThanks: _, besideStop: __, care: ___, personWished: ____, ...lists } = languages.part(locale, 'ways');
  return [...textsIn(lists)].flatMap((pattern) => waysToSay(pattern, named as NamedWays | undefined));
}

function* saidIn({ applicants, topics, objectives, skills, events, concepts }: Vocabularies, locale: Locale): Iterable<string> {
  for (const terms of [applicants, topics, objectives, skills, events])
    for (const { name, said } of terms.values()) yield* [name[locale] ?? '', ...(said[locale] ?? [])];
  for (const { words } of concepts) yield* words[locale] ?? [];
}

/** Words of two and three letters are little words of some language. */
const SHORTEST_NAME = 4;
const namesOf = ({ name, also }: Area): string[] =>
  wordsOf([...Object.values(name), ...also].join(' ')).filter((word) => word.length >= SHORTEST_NAME);

const homesOf = ({ code }: Area): readonly Locale[] => {
  const country = countryOf(code);
  const homes = LOCALES.filter((locale) => country !== undefined && HOMES[locale].includes(country));
  return homes.length > 0 ? homes : ['en'];
};
