/** An amount as a local office writes it → an amount of an entry. */
import type { Amount } from '../../domain/entry';
import type { Locale } from '../../domain/locale';
import { fold } from '../../language/fold';
import type { Value } from './read-days';
import type { Cell } from './table';
import { ABOUT, CURRENCIES, MIL_IS_THOUSAND, MULTIPLIERS, NOT_YET } from './value-words';

/** More than all of ESF+ 2021–2027 (EUR 99.3 billion, Regulation (EU) 2021/1057 Art. 5): a wrong unit. */
const LARGEST = 1e11;
const NUMBER = /\d(?:[\d.,'’\s]*\d)?/g;

/** `heading` may name the unit for the whole column: "Budget (in Mio. €)". */
export function readTotal(cell: Cell, locale: Locale, heading: string): Value<Amount> {
  const aside = /\([^)]*\d[^)]*\)/.exec(cell.text)?.[0];
  const text = fold(aside ? cell.text.replace(aside, ' ') : cell.text).trim();
  if (cell.number === undefined && (text === '' || NOT_YET.includes(text))) return { absent: true };
  const unit = fold(heading);
  const own = multiplierIn(text, locale);
  const factor = own ?? multiplierIn(unit, locale) ?? 1;
  const numbers = cell.number !== undefined ? [cell.number] : numbersIn(text, locale, own !== undefined);
  const problem = problemOf(numbers, text, cell.text);
  if (problem) return { problem };
  const [low, high = low] = numbers.map((number) => Math.round((number ?? 0) * factor * 100) / 100);
  if (!high || !low) return { absent: true };
  if (high > LARGEST) return { problem: `${high} is more than the whole fund; check the unit in the heading` };
  const currency = currencyIn(text) ?? currencyIn(unit) ?? 'EUR';
  const value: Amount = {
    what: 'total',
    ...(low < high ? { min: low } : {}),
    max: high,
    currency,
    about: (text.match(/\p{L}+/gu) ?? []).some((word) => ABOUT.test(word)),
  };
  return aside ? { value, note: `read without "${aside}"` } : { value };
}

function problemOf(numbers: readonly (number | undefined)[], text: string, shown: string): string | undefined {
  if (numbers.length === 0 || numbers.includes(undefined)) return `"${shown}" is no amount`;
  const isRange =
    numbers.length === 2 && /\d\s*(€|eur\w*)?\s*(-|–|—|\ba\b|\bto\b|\bbis\b|\bal\b|\bεως\b|\bdo\b|\be\b)\s*(€|eur\w*)?\s*\d/.test(text);
  if (numbers.length > 1 && !isRange) return `"${shown}" holds more than one amount`;
  if (numbers.some((number) => (number ?? 0) < 0) || /^[-–]\s*\d/.test(text)) return `"${shown}" is less than nothing`;
  return undefined;
}

function multiplierIn(text: string, locale: Locale): number | undefined {
  const words: readonly string[] = text.match(/\p{L}+/gu) ?? [];
  const isMil = words.includes('mil') && MIL_IS_THOUSAND.includes(locale);
  for (const [pattern, factor] of MULTIPLIERS) if (words.some((word) => pattern.test(word))) return isMil ? factor * 1000 : factor;
  if (words.includes('mil')) return isMil ? 1000 : 1e6;
  return undefined;
}

function currencyIn(text: string): string | undefined {
  return CURRENCIES.find(([pattern]) => pattern.test(text))?.[1];
}

function numbersIn(text: string, locale: Locale, isMultiplied: boolean): (number | undefined)[] {
  return (text.match(NUMBER) ?? []).map((number) => readNumber(number.replace(/[\s'’]/g, ''), locale, isMultiplied));
}

/**
 * `1.234.567,89`, `1,234,567.89`, `1234567`. One sign before exactly three digits groups them, as nobody writes thousandths of a
 * euro; before `million` it is the language's decimal sign. Undefined when the groups are not of three.
 */
function readNumber(digits: string, locale: Locale, isMultiplied: boolean): number | undefined {
  const signs = digits.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (!last) return Number(digits);
  const isMixed = new Set(signs).size > 1;
  const after = digits.length - digits.lastIndexOf(last) - 1;
  const ownDecimal = locale === 'en' ? '.' : ',';
  const isDecimal = isMixed || (signs.length === 1 && (after !== 3 || (isMultiplied && last === ownDecimal)));
  const whole = isDecimal ? digits.slice(0, digits.lastIndexOf(last)) : digits;
  if (!/^\d{1,3}([.,]\d{3})*$|^\d+$/.test(whole)) return undefined;
  return Number(`${whole.replace(/[.,]/g, '')}${isDecimal ? `.${digits.slice(-after)}` : ''}`);
}
