/**
 * Days as the sources give them: a deadline is a day, not an instant, and some sources name only a month or a year.
 * All are ISO 8601 strings, so a day sorts as text.
 */
import { z } from 'zod';

const FULL = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** `2026-03-31`, and a day that exists. */
export const Day = z.string().refine(isDay, 'write a day that exists, as YYYY-MM-DD');
export type Day = z.infer<typeof Day>;

/** `2026-03-31`, `2026-03` or `2026` (in YAML also the bare number 2026). */
export const PartialDay = z.preprocess(
  (given) => (typeof given === 'number' ? String(given) : given),
  z.string().refine((text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) || isDay(text), 'write YYYY-MM-DD, YYYY-MM or YYYY'),
);
export type PartialDay = z.infer<typeof PartialDay>;

function isDay(text: string): boolean {
  if (!FULL.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** First and last day a partial day can mean: `2026-02` → 2026-02-01 … 2026-02-28. */
export function spanOf(day: PartialDay): { first: Day; last: Day } {
  if (day.length === 4) return { first: `${day}-01-01`, last: `${day}-12-31` };
  if (day.length === 10) return { first: day, last: day };
  const [year, month] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate();
  return { first: `${day}-01`, last: `${day}-${String(last).padStart(2, '0')}` };
}

/** IANA name of a time zone, such as `Europe/Athens`. */
export const TimeZone = z.string().refine((name) => {
  try {
    return clockIn(name) !== undefined;
  } catch {
    return false;
  }
}, 'write a time zone such as Europe/Athens');

/** Kept, because making one takes Intl 0.2 ms and each call is asked for its state in each turn. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Throws RangeError for a name that is none. Swedish writes days and hours as ISO 8601 does. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, clock);
  return clock;
}

/** The day it is in a time zone (IANA name) at an instant. */
export function dayIn(instant: Date, timeZone: string): Day {
  return clockIn(timeZone).format(instant).slice(0, 10);
}

/** The clock time `HH:MM` it is in a time zone at an instant. */
export function timeIn(instant: Date, timeZone: string): string {
  return clockIn(timeZone).format(instant).slice(-5);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
