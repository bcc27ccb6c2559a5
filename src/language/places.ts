/** Which place somebody speaks of: names of areas and towns → NUTS codes. */
import { type AreaCode, narrowness } from '../domain/area';
import { LOCALES, type Locale } from '../domain/locale';
import type { Vocabularies } from '../domain/vocabulary';
import { isInLatinLetters, toGreekLetters } from './greeklish';
import { PhraseFinder } from './phrases';

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
]);

/**
 * Neighbouring countries that no area of the folder may stand for, ISO 3166: what is offered elsewhere is then told as elsewhere. Not
 * those people mostly come from: "a nurse from Syria" does not ask for Syria.
 */
const FURTHER_COUNTRIES = ['XK', 'BA', 'MD', 'NO'];

export interface PlaceFinder {
  /** Narrowest place named, undefined when none is. */
  find(text: string, locale: Locale): AreaCode | undefined;
  /** Places as wide as the narrowest one, named beside it: "in Italy or Spain". */
  findOthers(text: string, locale: Locale): readonly AreaCode[];
  /** The text without the places it names. */
  cut(text: string, locale: Locale): string;
}

export function makePlaceFinder({ areas }: Vocabularies): PlaceFinder {
  const finder = new PhraseFinder<AreaCode>('names');
  for (const area of [...areas.values()].sort((a, b) => precedence(b.code) - precedence(a.code))) {
    const names = new Set([...Object.values(area.name), ...area.also]);
    for (const name of names)
      for (const part of partsOf(name)) finder.add(area.code, part, part.length <= 4 || ALSO_WORDS.has(part.toLowerCase()));
  }
  addCountries(finder, areas);
  /** Narrowest first. */
  const findAll = (text: string, locale: Locale): AreaCode[] => {
    const named = finder.find(text, locale);
    // "stin kavala": Greek in Latin letters declines as Greek does.
    const found = named.length === 0 && locale === 'el' && isInLatinLetters(text) ? finder.find(toGreekLetters(text), locale) : named;
    return [...new Set(found.map(({ value }) => value))].sort((a, b) => narrowness(b) - narrowness(a));
  };
  return {
    find: (text, locale) => findAll(text, locale)[0],
    findOthers: (text, locale) => {
      const [narrowest = 'EU', ...others] = findAll(text, locale);
      return others.filter((other) => narrowness(other) === narrowness(narrowest));
    },
    cut: (text, locale) => finder.cut(text, locale),
  };
}

function addCountries(finder: PhraseFinder<AreaCode>, areas: Vocabularies['areas']): void {
  const further = FURTHER_COUNTRIES.filter((code) => !areas.has(code));
  for (const locale of LOCALES) {
    const regions = new Intl.DisplayNames([locale], { type: 'region' });
    for (const code of ['EU', ...further]) finder.add(code, regions.of(code) ?? code);
  }
}

/**
 * The first of equal names wins. A country goes before a region that is the whole of it; otherwise a town, its province and its region
 * share a name, and the narrowest is found by everything that serves it.
 */
const precedence = (code: AreaCode): number => (code.length === 2 ? Number.MAX_SAFE_INTEGER : narrowness(code));

/** `Valencia/València` is two names. */
const partsOf = (name: string): string[] =>
  name
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean);
