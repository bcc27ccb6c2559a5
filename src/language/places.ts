/** Which place somebody speaks of: names of areas and towns → NUTS codes. */
import { type AreaCode, areaServes, countryOf, HOMES, narrowness } from '../domain/area';
import { LOCALES, type Locale } from '../domain/locale';
import type { Vocabularies } from '../domain/vocabulary';
import { wordsOf } from './fold';
import { isInLatinLetters, toGreekLetters } from './greeklish';
import { isOrdinaryWord } from './ordinary-words';
import { PhraseFinder } from './phrases';
import { withUmlauts } from './umlauts';

/** Names of two to four letters, and these, are ordinary words in some language as well. */
const ALSO_WORDS = new Set([
  'como',
  'este',
  'centre',
  'centro',
  'nord',
  'norte',
  'nice',
  'split',
  'landes',
  'creuse',
  'manche',
  'loire',
  'savoie',
  'ouest',
  'sur',
  'sud',
  'sever',
  'jug',
  'qendër',
  'europe',
  'island',
  'isole',
  'centar',
  'essen',
  'orne',
  'marche',
  'marches',
  'μοριάς',
  'berat',
  'yonne',
  'palencia',
  'bitola',
  'bristol',
  'burgas',
  'bursa',
  'cetinje',
  'krakau',
  'krakov',
  'kraljevo',
  'lahti',
  'leiden',
  'limerick',
  'lucerne',
  'lugano',
  'mersin',
  'opole',
  'oradea',
  'oxford',
  'poznań',
  'prešov',
  'prilep',
  'pärnu',
  'radom',
  'sibiu',
  'tournai',
  'turku',
  'užice',
  'valais',
  'vojvodina',
  'yorkshire',
  'žilina',
  'liège',
  'timiș',
]);

/**
 * Neighbouring countries that no area of the folder may stand for, ISO 3166: what is offered elsewhere is then told as elsewhere. Not
 * those people mostly come from: "a nurse from Syria" does not ask for Syria.
 */
const FURTHER_COUNTRIES = ['XK', 'BA', 'MD', 'NO', 'AD'];

export interface PlaceFinder {
  /** Narrowest place named, undefined when none is. */
  find(text: string, locale: Locale): AreaCode | undefined;
  /** Places named beside the narrowest one that neither hold it nor lie in it: "in Italy or Spain", "from Gorizia, for Slovenia". */
  findOthers(text: string, locale: Locale): readonly AreaCode[];
  /** The text without the places it names. */
  cut(text: string, locale: Locale): string;
  /** The text with another name in place of each that it names. */
  replace(text: string, locale: Locale, name: string): string;
  /** Names of places as they were said. */
  said(text: string, locale: Locale): readonly string[];
}

export function makePlaceFinder({ areas }: Vocabularies): PlaceFinder {
  const finder = new PhraseFinder<string>('names');
  const codesByName = new Map<string, AreaCode[]>();
  /** Names that mean the place only where nothing else is said. */
  const aloneOnly = new Set<string>();
  const add = (code: AreaCode, name: string, needsCapital = false): void => {
    const key = wordsOf(name).join(' ');
    const codes = codesByName.get(key);
    if (codes) codes.push(code);
    else {
      codesByName.set(key, [code]);
      finder.add(key, name, needsCapital);
    }
  };
  for (const area of [...areas.values()].sort((a, b) => precedence(b.code) - precedence(a.code))) {
    const names = new Set([...Object.values(area.name), ...area.also, ...(area.inPlace ?? [])]);
    if (area.inPlace) for (const name of [...Object.values(area.name), ...area.also]) aloneOnly.add(wordsOf(name).join(' '));
    for (const name of names)
      for (const part of partsOf(name)) add(area.code, part, part.length <= 4 || ALSO_WORDS.has(part.toLowerCase()));
  }
  addCountries(add, areas);
  /** Narrowest first. */
  const findAll = (text: string, locale: Locale): AreaCode[] => {
    const named = finder.find(locale === 'de' ? withUmlauts(text) : text, locale);
    // "stin kavala": Greek in Latin letters declines as Greek does.
    const found =
      named.length === 0 && locale === 'el' && isInLatinLetters(text) ? finder.find(toGreekLetters(withoutOrdinary(text)), locale) : named;
    const whole = wordsOf(text).join(' ');
    const places = found.filter(({ value }) => !aloneOnly.has(value) || value === whole);
    const meant = places.map(({ value }) => codesByName.get(value) ?? []);
    return [...new Set(meant.flatMap((codes) => likeliest(codes, meant, locale) ?? []))].sort((a, b) => narrowness(b) - narrowness(a));
  };
  return {
    find: (text, locale) => findAll(text, locale)[0],
    findOthers: (text, locale) => {
      const [narrowest = 'EU', ...others] = findAll(text, locale);
      return others.filter((other) => !areaServes(other, narrowest));
    },
    cut: (text, locale) => finder.cut(text, locale),
    replace: (text, locale, name) => finder.replace(text, locale, name),
    said: (text, locale) => finder.said(text, locale),
  };
}

/** Vila Real is in Portugal and in Castellón: which one is told by the country named beside it, or else by the language. */
function likeliest(codes: readonly AreaCode[], named: readonly (readonly AreaCode[])[], locale: Locale): AreaCode | undefined {
  const wider = named.flatMap((other) => (other.length === 1 ? other : []));
  return (
    codes.find((code) => wider.some((other) => other !== 'EU' && areaServes(other, code))) ??
    codes.find((code) => HOMES[locale].includes(countryOf(code) ?? '')) ??
    codes[0]
  );
}

function addCountries(add: (code: AreaCode, name: string) => void, areas: Vocabularies['areas']): void {
  const further = FURTHER_COUNTRIES.filter((code) => !areas.has(code));
  for (const locale of LOCALES) {
    const regions = new Intl.DisplayNames([locale], { type: 'region' });
    for (const code of ['EU', ...further]) add(code, regions.of(code) ?? code);
  }
}

/**
 * The first of equal names wins. A country goes before a region that is the whole of it; otherwise a town, its province and its region
 * share a name, and the narrowest is found by everything that serves it.
 */
const precedence = (code: AreaCode): number => (code.length === 2 ? Number.MAX_SAFE_INTEGER : narrowness(code));

/** In Greek letters "thelo na paro" (to get) would be on Paros. */
const withoutOrdinary = (text: string): string => text.replace(/\p{L}+/gu, (word) => (isOrdinaryWord(word, 'el') ? '' : word));

/** `Valencia/València` is two names. */
const partsOf = (name: string): string[] =>
  name
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean);
