/** What was learned as a file of `word-lists`: a line an English word, the other languages beside it. */
import { LOCALES, type Locale } from '../../domain/locale';
import { listTable } from '../import-words/list-text';
import { compare, type Learned, PIVOT } from './learn-words';

export interface LearnedList {
  readonly text: string;
  /** English words, each a line. */
  readonly rows: number;
  /** English words beyond `most`; the least sure were left out. */
  readonly leftOut: number;
}

/** `learned` with the surest first; the lines stand in the order of the alphabet, so that a later version can be compared. */
export function learnedList(learned: readonly Learned[], day: string, most: number): LearnedList {
  const byWord = new Map<string, Learned[]>();
  for (const one of learned) byWord.set(one.pivot, [...(byWord.get(one.pivot) ?? []), one]);
  const rows = [...byWord].slice(0, most).sort(([a], [b]) => compare(a, b));
  const text = [
    `# Learned on ${day} from this folder's own texts, where they say the same in two languages`,
    "# Licence: that of this folder's texts",
    '# Our own glossary comes first. "ponte learn words --apply" makes it anew, and edits are lost then; remove this file to do without.',
    listTable(rows.map(([pivot, found]) => wordsOf(pivot, found))),
  ].join('\n');
  return { text, rows: rows.length, leftOut: byWord.size - rows.length };
}

const wordsOf = (pivot: string, found: readonly Learned[]): ReadonlyMap<Locale, readonly string[]> =>
  new Map(
    LOCALES.map(
      (locale) => [locale, locale === PIVOT ? [pivot] : found.filter((one) => one.locale === locale).map(({ word }) => word)] as const,
    ).filter(([, words]) => words.length > 0),
  );
