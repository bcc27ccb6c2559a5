/**
 * FreeDict for dictd: `eng-spa.index` and beside it `eng-spa.dict` or `eng-spa.dict.dz`. Dictionaries of two languages are brought
 * together by the language they share: what it says with one word is one concept.
 */
import { existsSync } from 'node:fs';
import type { Locale } from '../../domain/locale';
import { FileRefused } from '../import/table';
import { pairOfName } from './languages';
import { type ReadWords, readEach } from './read-words';
import { linesOf, readWordFile } from './word-file';
import type { WordTable } from './word-table';

/** Bytes of one entry; the longest have some kilobytes. */
const LONGEST_ENTRY = 64 * 1024;
const MOST_TRANSLATIONS = 3;
/** Words of a translation; more explain and do not translate. */
const LONGEST_TRANSLATION = 4;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

interface Dictionary {
  /** As it was given. */
  readonly path: string;
  /** Its path without what tells the two files apart. */
  readonly stem: string;
  readonly from: Locale;
  readonly to: Locale;
}

export const readFreedict: ReadWords = (files, table) => {
  const dictionaries = [...new Map(files.map(({ path }) => [stemOf(path), dictionaryAt(path)])).values()];
  const shared = sharedBy(dictionaries);
  return readEach(dictionaries, table, (one) => readDictionary(one, shared, table), [
    'the .index names no word that the .dict beside it translates',
    'Fetch both files again, of one version.',
  ]);
};

async function readDictionary({ stem, from, to }: Dictionary, shared: Locale, table: WordTable): Promise<void> {
  const packed = `${stem}.dict.dz`;
  const texts = await readWordFile(existsSync(packed) ? packed : `${stem}.dict`);
  for (const line of linesOf(await readWordFile(`${stem}.index`))) {
    const [headword = '', offset = '', length = ''] = line.split('\t');
    // "00-database-info" and the like tell of the dictionary itself.
    if (headword === '' || /^00-?database/.test(headword)) continue;
    const start = numberOf(offset);
    const size = numberOf(length);
    // Also when it is no number at all.
    if (!(size <= LONGEST_ENTRY && start + size <= texts.length)) continue;
    const entry = new TextDecoder().decode(texts.subarray(start, start + size));
    addEntry(headword, translationsIn(entry), { from, to, isFromShared: from === shared }, table);
  }
}

const stemOf = (path: string): string => path.replace(/\.(?:index|dict(?:\.dz)?)$/, '');

function dictionaryAt(path: string): Dictionary {
  const [from, to] = pairOfName(path) ?? [];
  if (from && to && stemOf(path) !== path) return { path, stem: stemOf(path), from, to };
  throw new FileRefused(
    `the name of ${path} does not tell two of our languages`,
    'Name it as FreeDict does, such as eng-spa.index with eng-spa.dict.dz beside it.',
  );
}

/** English where all have it. */
function sharedBy(dictionaries: readonly Dictionary[]): Locale {
  const [first] = dictionaries;
  const candidates: Locale[] = first ? ['en', first.from, first.to] : [];
  const shared = candidates.find((locale) => dictionaries.every(({ from, to }) => from === locale || to === locale));
  if (shared) return shared;
  throw new FileRefused(
    'the dictionaries have no language in common',
    'Import those that share one, such as English, together; the others apart.',
  );
}

interface Direction {
  readonly from: Locale;
  readonly to: Locale;
  readonly isFromShared: boolean;
}

/** Of many words for one, those come first that mean it first. */
function addEntry(headword: string, translations: readonly string[], { from, to, isFromShared }: Direction, table: WordTable): void {
  for (const [rank, translation] of translations.entries()) {
    const id = (isFromShared ? headword : translation).toLowerCase();
    table.add(id, from, headword, isFromShared ? 0 : rank);
    table.add(id, to, translation, isFromShared ? rank : 0);
  }
}

/** Words after the first line, which holds the headword: without numbers, grammar, notes, examples in quotes and references. */
export function translationsIn(entry: string): string[] {
  const lines = entry.split('\n').slice(1);
  const words = lines
    .filter((line) => !/["“”:]/.test(line))
    .flatMap((line) => line.replace(/\([^)]*\)|\[[^\]]*\]|<[^>]*>|\{[^}]*\}|\/[^/]*\//g, ' ').split(/[,;]|\d+\./))
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => /\p{L}/u.test(word) && word.split(' ').length <= LONGEST_TRANSLATION);
  return [...new Set(words)].slice(0, MOST_TRANSLATIONS);
}

/** The base 64 of dictd: digits of a number, the highest first. NaN for anything else. */
const numberOf = (digits: string): number =>
  [...digits].reduce((sum, digit) => sum * 64 + (DIGITS.includes(digit) ? DIGITS.indexOf(digit) : Number.NaN), 0);
