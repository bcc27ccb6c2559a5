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
  /** "a, b or c" */
  anyOf(items: readonly string[]): string;
}

/** `region`: BCP 47, such as en-GB. */
export function makeFormats(region: string): Formats {
  const fullDay = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(region, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(region, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 1 });
  const and = new Intl.ListFormat(region, { type: 'conjunction' });
  const or = new Intl.ListFormat(region, { type: 'disjunction' });
  const currencies = new Map<string, Intl.NumberFormat>();
  return {
    day: (day) => (day.length === 4 ? day : (day.length === 7 ? month : fullDay).format(new Date(`${spanOf(day).first}T00:00:00Z`))),
    money: (amount, currency) => {
      // Every digit, so that a sum can be compared with its source.
      const format =
        currencies.get(currency) ?? new Intl.NumberFormat(region, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
      currencies.set(currency, format);
      return format.format(amount);
    },
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    list: (items) => and.format(items),
    anyOf: (items) => or.format(items),
  };
}
