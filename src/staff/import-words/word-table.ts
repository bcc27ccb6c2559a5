/** What was read of a list of words: concepts by their id in the list, with the words of each language, the best first. */
import type { Locale } from '../../domain/locale';
import { tidy } from '../../language/fold';
import { FileRefused } from '../import/table';

/** Concepts of all files together. WordNet has 118,000 synsets, EuroVoc 7,000 concepts, ESCO 3,000 occupations and 14,000 skills. */
const MAX_CONCEPTS = 250_000;
export const TOO_MANY = `the files hold more than ${MAX_CONCEPTS} concepts`;
/** Words of a concept in one language: what the glossary itself asks for. */
const MOST_WORDS = 3;
/** Characters; the rest are definitions and no words. */
const LONGEST_WORD = 80;

interface Ranked {
  readonly word: string;
  readonly rank: number;
}

export type Words = ReadonlyMap<Locale, readonly string[]>;

export class WordTable {
  readonly #concepts = new Map<string, Map<Locale, readonly Ranked[]>>();
  #read = 0;

  /** The less the `rank` the better says the word the concept; of equals the first comes first. Throws FileRefused when there are too many. */
  add(id: string, locale: Locale, text: string, rank = 0): void {
    const word = plainWord(text);
    if (word === '' || word.length > LONGEST_WORD) return;
    this.#read += 1;
    const concept = this.#concepts.get(id) ?? new Map<Locale, readonly Ranked[]>();
    if (!this.#concepts.has(id)) {
      if (this.#concepts.size >= MAX_CONCEPTS) throw new FileRefused(TOO_MANY, 'Import a part: fewer files, or a list of your subject.');
      this.#concepts.set(id, concept);
    }
    const known = concept.get(locale) ?? [];
    if (known.some((one) => one.word.toLowerCase() === word.toLowerCase() && one.rank <= rank)) return;
    const others = known.filter((one) => one.word.toLowerCase() !== word.toLowerCase());
    concept.set(locale, [...others, { word, rank }].sort((a, b) => a.rank - b.rank).slice(0, MOST_WORDS));
  }

  get size(): number {
    return this.#concepts.size;
  }

  /** Words that were read, also those that were not kept beside better ones. */
  get read(): number {
    return this.#read;
  }

  *[Symbol.iterator](): Iterable<Words> & Iterator<Words> {
    for (const byLocale of this.#concepts.values())
      yield new Map([...byLocale].map(([locale, ranked]) => [locale, ranked.map(({ word }) => word)]));
  }
}

/** Marks that part words and cells in our own file are none of a word. */
const plainWord = (text: string): string =>
  tidy(text.replaceAll('_', ' '))
    .replace(/[\s;|]+/g, ' ')
    .replace(/^#+/, '')
    .trim();
