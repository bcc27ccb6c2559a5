/** Days, money, numbers and lists as one region writes them. Formatters are made once: making one costs more than using it. */
import { type PartialDay, spanOf } from '../domain/day';

export interface Formats {
  /** 31 March 2026, March 2026 or 2026. */
  day(day: PartialDay): string;
  /** 110000000 → €110,000,000. */
  money(amount: number, currency: string): string;
  number(value: number): string;
  /** 85 → 85 %. */
  percent(value: number): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** "a, b or c"; with semicolons where one of them holds an "or" of its own. */
  anyOf(items: readonly string[]): string;
}

/** Albanian texts write 20.600 as their neighbours do; Intl parts the thousands with a space. */
const GROUPS: Readonly<Record<string, string>> = { sq: '.' };

const grouped = (parts: readonly Intl.NumberFormatPart[], region: string): string =>
  parts.map(({ type, value }) => (type === 'group' ? (GROUPS[region] ?? value) : value)).join('');

/** In Greek a semicolon asks; French leaves a narrow space before it. */
const APART: Readonly<Record<string, string>> = { el: '· ', fr: '\u202f; ' };

/** Spanish says "u" before an o. */
const OR_AMONG = [
  ['a', 'b'],
  ['a', 'o'],
] as const;

const literalOf = (format: Intl.ListFormat, items: readonly string[]): string =>
  format.formatToParts(items).find(({ type }) => type === 'literal')?.value ?? ', ';

/** `region`: BCP 47, such as en-GB. */
export function makeFormats(region: string): Formats {
  const fullDay = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(region, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(region, { maximumFractionDigits: 2, useGrouping: 'always' });
  const percent = new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 1 });
  const and = new Intl.ListFormat(region, { type: 'conjunction' });
  const or = new Intl.ListFormat(region, { type: 'disjunction' });
  const apart = APART[region] ?? '; ';
  const orWords = OR_AMONG.map((pair) => literalOf(or, pair));
  const currencies = new Map<string, Intl.NumberFormat>();
  return {
    day: (day) => (day.length === 4 ? day : (day.length === 7 ? month : fullDay).format(new Date(`${spanOf(day).first}T00:00:00Z`))),
    money: (amount, currency) => {
      // Every digit, so that a sum can be compared with its source.
      const format =
        currencies.get(currency) ??
        new Intl.NumberFormat(region, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger', useGrouping: 'always' });
      currencies.set(currency, format);
      return grouped(format.formatToParts(amount), region);
    },
    number: (value) => grouped(number.formatToParts(value), region),
    percent: (value) => percent.format(value / 100),
    list: (items) => and.format(items),
    // "Or" twice in one row leaves open what belongs together.
    anyOf: (items) =>
      items.length > 1 && items.some((item) => orWords.some((word) => item.includes(word))) ? items.join(apart) : or.format(items),
  };
}
