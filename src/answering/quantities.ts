/**
 * What a text says in figures, so that a model's sentence can be held against its sources: quantities with their size and sign
 * ("€5 million", "40 %"), and days as a whole. `figuresIn` alone would take the 3 of "3 May" for three partners, 5 % for €5, and
 * the day of one date with the month of another for a third.
 */
import type { Locale } from '../domain/locale';
import { BILLION, type Figure, figuresIn } from '../language/figures';
import { type Grammar, inAnyLanguage } from '../language/grammar';
import { numberWordsIn } from '../language/number-words';
import { beginningLike } from '../language/word-patterns';

export interface Quantity {
  /** The number itself: 5000000 for "5 million". A time of day stays as written: "15:30". */
  readonly value: string;
  readonly sign: 'money' | 'percent' | 'none';
}

/** A date as far as it is written; the month always is. */
export interface WrittenDate {
  readonly day?: string | undefined;
  readonly month: string;
  readonly year?: string | undefined;
}

export interface SaidInFigures {
  readonly quantities: readonly Quantity[];
  readonly dates: readonly WrittenDate[];
}

export function saidInFigures(text: string, locale: Locale): SaidInFigures {
  const figures = figuresIn(text, locale);
  const { dates, parts } = datesOf(figures, text);
  const free = figures.filter((figure) => !parts.has(figure));
  const signs = signsOf(free, text);
  const inDigits = free.map((figure, n): Quantity => ({ value: sized(figure, text), sign: signs[n] ?? 'none' }));
  const inWords = numberWordsIn(text, locale).map((number): Quantity => ({ value: String(number), sign: 'none' }));
  return { quantities: [...inDigits, ...inWords], dates };
}

const endOf = ({ index, text }: Figure): number => index + text.length;

/** Letters and signs that part a month from its year, or a day from its month: "de", "3. ", ", ". */
const NEAR = 6;

/** Dates, and the figures that are a part of one; a year counts as said on its own too. */
function datesOf(figures: readonly Figure[], text: string): { dates: WrittenDate[]; parts: ReadonlySet<Figure> } {
  const parts = new Set<Figure>();
  const dates = figures.flatMap((month, n): WrittenDate[] => {
    if (!month.value.startsWith('month ')) return [];
    parts.add(month);
    const [before, after, later] = [figures[n - 1], figures[n + 1], figures[n + 2]];
    // Written in digits, day, month and year share one place.
    const isDigits = before !== undefined && before.index === month.index;
    const near = (a: Figure | undefined, b: Figure | undefined): boolean =>
      isDigits || (a !== undefined && b !== undefined && isShortWay(text.slice(endOf(a), b.index)));
    const isDayFirst = isDay(before) && near(before, month);
    const day = isDayFirst ? before : isDay(after) && near(month, after) && !isYear(after) ? after : undefined;
    const year = [after, later].find((figure) => isYear(figure) && near(figure === later ? after : month, figure) && figure !== day);
    if (day) parts.add(day);
    return [{ month: month.value, day: day?.value, year: year?.value }];
  });
  return { dates, parts };
}

const isShortWay = (between: string): boolean => between.length <= NEAR && !/[\n;:()\d]/.test(between);
const isDay = (figure?: Figure): boolean => figure !== undefined && /^\d{1,2}$/.test(figure.value) && Number(figure.value) <= 31;
const isYear = (figure?: Figure): boolean => figure !== undefined && /^(?:19|20)\d\d$/.test(figure.value);

const behindNumber = (signs: string, wordsOf: (grammar: Grammar) => readonly string[]): RegExp =>
  new RegExp(`^\\s?(?:${signs}|${beginningLike(inAnyLanguage(wordsOf))})`, 'iu');

const MILLION = behindNumber('M€', ({ numbers }) => numbers.million);
const THOUSAND = behindNumber('k€', ({ numbers }) => numbers.thousand);

function sized(figure: Figure, text: string): string {
  const after = text.slice(endOf(figure));
  const number = Number(figure.value);
  if (Number.isNaN(number)) return figure.value;
  // `figuresIn` gives billions in millions.
  if (BILLION.test(after) || MILLION.test(after)) return String(Math.round(number * 1_000_000));
  return THOUSAND.test(after) ? String(Math.round(number * 1_000)) : String(number);
}

const PERCENT = behindNumber('%', ({ numbers }) => numbers.percent);
const SIZE = beginningLike(inAnyLanguage(({ numbers }) => [...numbers.thousand, ...numbers.million, ...numbers.billion]));
const JOINTS = inAnyLanguage(({ numbers }) => numbers.joint);
/** "de ", "d'". */
const JOINT = JOINTS.map((word) => (word.endsWith("'") ? `${word.slice(0, -1)}['’]` : `${word}\\s`)).join('|');
const CURRENCY = beginningLike(inAnyLanguage(({ numbers }) => numbers.currency));
/** After a number, its size and what joins it to the currency: "5 millones de euros". */
const MONEY_AFTER = new RegExp(`^\\s?(?:${SIZE}[\\p{L}.]*\\s(?:${JOINT})?){0,2}(?:€|£|\\$|EUR\\b|M€|k€|zł|${CURRENCY})`, 'iu');
const MONEY_BEFORE = /(?:€|£|\$|EUR|euros?)\s?$/iu;
/** Between the two ends of a range: "10 to 20 %", "€10–20". */
const RANGE = /^\s?(?:\p{L}{1,5}|[-–—])\s?[€£$]?$/u;

/** The sign of one end of a range holds for the other. */
function signsOf(figures: readonly Figure[], text: string): Quantity['sign'][] {
  const signs = figures.map((figure): Quantity['sign'] => {
    const after = text.slice(endOf(figure));
    if (PERCENT.test(after)) return 'percent';
    return MONEY_AFTER.test(after) || MONEY_BEFORE.test(text.slice(0, figure.index)) ? 'money' : 'none';
  });
  for (let n = 1; n < figures.length; n++) {
    const [left, right] = [figures[n - 1], figures[n]];
    if (!left || !right || !RANGE.test(text.slice(endOf(left), right.index))) continue;
    if (signs[n - 1] === 'none') signs[n - 1] = signs[n] ?? 'none';
    else if (signs[n] === 'none') signs[n] = signs[n - 1] ?? 'none';
  }
  return signs;
}

/** Does the source say everything that the claim says in figures? */
export function isBorneOut(claim: SaidInFigures, source: SaidInFigures): boolean {
  const hasQuantity = ({ value, sign }: Quantity) => source.quantities.some((one) => one.value === value && one.sign === sign);
  // What a claim leaves out of a date is not said; what it adds must stand there.
  const hasDate = ({ day, month, year }: WrittenDate) =>
    source.dates.some((one) => one.month === month && (day === undefined || one.day === day) && (year === undefined || one.year === year));
  return claim.quantities.every(hasQuantity) && claim.dates.every(hasDate);
}
