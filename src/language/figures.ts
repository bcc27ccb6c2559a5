/**
 * The figures of a text, written alike whatever the language: "1.200,50", "1,200.50" and "1 200.5" are one figure, "3 March 2025",
 * "3. marca 2025" and "03/03/2025" three. With it a translation, or a model's sentence, is held against its source.
 */
import type { Locale } from '../domain/locale';
import { type Grammar, inAnyLanguage } from './grammar';
import { findMonth } from './months';
import { beginningLike } from './word-patterns';

export interface Figure {
  /** "1200.5", "month 3", "15:30". */
  readonly value: string;
  /** As written. */
  readonly text: string;
  readonly index: number;
  /** A small whole number that stands alone: languages write these as words as they please ("two partners"). */
  readonly isSmall: boolean;
}

const PATTERN = new RegExp(
  [
    '(?<iso>(?<![\\p{L}\\d])\\d{4}-\\d{2}-\\d{2}(?!\\d))',
    '(?<date>(?<![\\p{L}\\d])\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?\\d{4}(?!\\d))',
    '(?<time>(?<![\\p{L}\\d.,])\\d{1,2}(?::|\\s?h\\s?)\\d{2}(?!\\d))',
    // A space parts thousands only when it cannot be broken, or before three digits.
    "(?<grouped>(?<![\\p{L}\\d.,])\\d{1,3}(?:[.,’'\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d]))",
    '(?<plain>(?<![\\p{L}\\d]|\\d[.,])\\d+(?:[.,]\\d+)?)',
    '(?<word>\\p{L}{3,})',
  ].join('|'),
  'gu',
);

/** Figures in order. Digits inside a code such as ESO4.11 belong to its name and are no figure. */
export function figuresIn(text: string, locale: Locale): Figure[] {
  const figures = [...text.matchAll(PATTERN)].flatMap((match): Figure[] => {
    const { index } = match;
    const { word, iso, date, time, grouped } = match.groups ?? {};
    const [written] = match;
    const figure = (value: string, isSmall = false): Figure => ({ value, text: written, index, isSmall });
    if (word !== undefined) {
      const month = findMonth(written, locale, () => text.slice(Math.max(0, index - NEAR), index + written.length + NEAR));
      return month === undefined ? [] : [figure(`month ${month}`)];
    }
    if (iso !== undefined || date !== undefined) return dateParts(written).map((value) => figure(value));
    if (time !== undefined) return [figure(clock(written))];
    const number = grouped === undefined ? plainValue(written) : groupedValue(written, locale);
    const value = BILLION.test(text.slice(index + written.length)) ? String(Math.round(number * 1_000_000) / 1_000) : String(number);
    return [figure(value, isSmallAlone(value, text, index + written.length, index))];
  });
  return figures.map((figure, n) => (isDayOf(figure, figures[n - 1], figures[n + 1]) ? { ...figure, isSmall: false } : figure));
}

/** The 3 of "3 March" and of "March 3" is a day, and never a word. */
function isDayOf({ index, text }: Figure, before?: Figure, after?: Figure): boolean {
  const isMonth = (figure?: Figure) => figure?.value.startsWith('month ') ?? false;
  return (
    (isMonth(after) && (after?.index ?? 0) - index - text.length <= MOST_BETWEEN) ||
    (isMonth(before) && index - (before?.index ?? 0) - (before?.text.length ?? 0) <= 2)
  );
}

/** Letters on either side of a word in which a figure makes it a month. */
const NEAR = 16;

/** Letters between a day and its month: "3 de março", "3. marca". */
const MOST_BETWEEN = 5;

function dateParts(written: string): string[] {
  const parts = written.split(/[./-]\s?/).map(Number);
  const [year, month, day] = (parts[0] ?? 0) > 31 ? parts : [...parts].reverse();
  return [String(day), `month ${month}`, String(year)];
}

/** A full hour is its number: "15 h" and "15:00" are the same. */
function clock(written: string): string {
  const [hour = '', minute = ''] = written.split(/:|\s?h\s?/);
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}:${minute}`;
}

function groupedValue(written: string, locale: Locale): number {
  // In a language of decimal commas "1,059" is little more than one.
  if ((locale === 'en' ? /^\d+\.\d{3}$/ : /^\d+,\d{3}$/).test(written)) return plainValue(written);
  const decimals = /[.,](\d{1,2})$/.exec(written)?.[1];
  const whole = (decimals === undefined ? written : written.slice(0, -decimals.length - 1)).replace(/\D/g, '');
  return Number(decimals === undefined ? whole : `${whole}.${decimals}`);
}

const plainValue = (written: string): number => Number(written.replace(',', '.'));

const sizes = ({ numbers }: Grammar) => [...numbers.thousand, ...numbers.million, ...numbers.billion];

/** "5.7 billion" is "5 700 million": Spanish and Portuguese write the second. */
export const BILLION = new RegExp(`^\\s?${beginningLike(inAnyLanguage(({ numbers }) => numbers.billion))}`, 'iu');

/** A sign, a size or a currency behind a number: it is counted, and no word is written for it. */
const COUNTED = new RegExp(
  `^\\s?(?:%|‰|€|EUR|M€|p\\.\\s?c|${beginningLike(inAnyLanguage((grammar) => [...sizes(grammar), ...grammar.numbers.currency]))})`,
  'iu',
);

const LARGEST_SMALL = 12;

function isSmallAlone(value: string, text: string, end: number, start: number): boolean {
  const number = Number(value);
  if (!Number.isInteger(number) || number > LARGEST_SMALL) return false;
  const after = text.slice(end, end + 12);
  const before = text.slice(Math.max(0, start - 6), start);
  return !COUNTED.test(after) && !/(?:€|EUR)\s?$/.test(before);
}

export interface FigureDifference {
  /** Of the source, absent from the other text. */
  readonly missing: readonly Figure[];
  /** Of the other text, absent from the source. */
  readonly added: readonly Figure[];
}

/** Compares the figures of a text with those of its source, as sets; small numbers that may be words are forgiven. */
export const compareFigures = (source: string, sourceLocale: Locale, other: string, otherLocale: Locale): FigureDifference =>
  compareFigureLists(figuresIn(source, sourceLocale), figuresIn(other, otherLocale));

/** The same for figures that were found before: a source is compared with ten translations. */
export function compareFigureLists(theirs: readonly Figure[], ours: readonly Figure[]): FigureDifference {
  const lacking = (wanted: readonly Figure[], there: readonly Figure[]) => {
    // A name keeps its own writing: "1.000 giorni" is quoted so in English too.
    const values = new Set(there.flatMap(({ value, text }) => [value, text]));
    const seen = new Set<string>();
    return wanted.filter(({ value, text, isSmall }) => {
      if (isSmall || values.has(value) || values.has(text) || seen.has(value)) return false;
      seen.add(value);
      return true;
    });
  };
  return { missing: lacking(theirs, ours), added: lacking(ours, theirs) };
}
