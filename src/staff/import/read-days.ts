/** A day as a local office writes it → a day of an entry. What cannot be read without guessing is told, not guessed. */
import { Day, type PartialDay } from '../../domain/day';
import type { Locale } from '../../domain/locale';
import { fold } from '../../language/fold';
import { dayOfSerial } from './excel-days';
import { monthOf } from './month-names';
import type { Cell } from './table';
import { DAY_WORDS, NOT_YET, PART_OF_YEAR } from './value-words';

/** A value, nothing, or why the cell cannot be read. */
export type Value<T> = { readonly value: T; readonly note?: string } | { readonly absent: true } | { readonly problem: string };

export interface ReadDay {
  readonly day: PartialDay;
  /** `HH:MM` */
  readonly time?: string;
}

/** Which comes first in `03/04/2027`. `unclear` when a column holds proof of both. */
export type DayOrder = 'day-first' | 'month-first' | 'unclear';

/** Years a calendar of calls can name: from the first programmes of 2014–2020 to long after the last of these. */
const YEARS = { first: 2014, last: 2060 };

const NUMERIC = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)\.?/;
const ISO = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/;
const TIME = /(?:^|[^\d.:])([01]?\d|2[0-4])\s?(?:[:.h]\s?([0-5]\d)(?::[0-5]\d)?|\s?(?:uhr|h|hrs|ore)\b)(?![\d.])/;

/** Reads one column's habit from all its cells. */
export function dayOrderOf(cells: Iterable<Cell>): DayOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const [, a, b] = NUMERIC.exec(cell.text) ?? [];
    if (cell.day || a === undefined) continue;
    if (Number(a) > 12) dayFirst++;
    if (Number(b) > 12) monthFirst++;
  }
  if (monthFirst === 0) return 'day-first';
  return dayFirst === 0 ? 'month-first' : 'unclear';
}

export function readDay(cell: Cell, locale: Locale, order: DayOrder): Value<ReadDay> {
  if (cell.day) return fromIso(cell.day);
  if (cell.number !== undefined) return fromNumber(cell.number);
  const aside = /\(([^)]*)\)/.exec(cell.text)?.[0];
  const text = fold(cell.text.replace(/\([^)]*\)/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || NOT_YET.includes(text)) return { absent: true };
  if (/^\d{5}$/.test(text)) return fromNumber(Number(text));
  const read = fromDigits(text, order) ??
    fromWords(text, locale) ?? { problem: `"${cell.text}" is no day: write it such as 31/03/2027, or leave it empty` };
  return aside && 'value' in read ? { ...read, note: `read without "${aside}"` } : read;
}

function fromNumber(number: number): Value<ReadDay> {
  if (Number.isInteger(number) && number >= YEARS.first && number <= YEARS.last) return { value: { day: String(number) } };
  const day = dayOfSerial(number);
  return day ? fromIso(day) : { problem: `${number} is no day, neither as a year nor as Excel counts days` };
}

function fromIso(iso: string): Value<ReadDay> {
  return checked(iso.slice(0, 10), /T(\d\d:\d\d)/.exec(iso)?.[1]);
}

function fromDigits(text: string, order: DayOrder): Value<ReadDay> | undefined {
  const lead = /^(?:\p{L}+[ ,.]+)+/u.exec(text)?.[0] ?? '';
  const bare = (lead.match(/\p{L}+/gu) ?? []).every((word) => DAY_WORDS.has(word)) ? text.slice(lead.length) : text;
  const iso = ISO.exec(bare);
  if (iso) return withRest(bare.slice(iso[0].length), isoDay(iso[1], iso[2], iso[3]));
  const numeric = NUMERIC.exec(bare);
  if (numeric) return fromNumeric(numeric, bare.slice(numeric[0].length), order);
  const month = /^(\d{1,2})[./-](\d{4})$/.exec(bare);
  if (month) return checked(isoDay(month[2], month[1]));
  return /^\d{4}\.?$/.test(bare) ? checked(bare.slice(0, 4)) : undefined;
}

function fromNumeric([, a = '', b = '', year = '']: RegExpExecArray, rest: string, order: DayOrder): Value<ReadDay> {
  const canBeEither = Number(a) <= 12 && Number(b) <= 12 && a !== b;
  if (canBeEither && order === 'unclear')
    return { problem: `"${a}/${b}/${year}" may be two days: other cells of the column have the day first, others the month` };
  const isMonthFirst = Number(b) > 12 || (canBeEither && order === 'month-first');
  const full = year.length === 2 ? `20${year}` : year;
  return withRest(rest, isMonthFirst ? isoDay(full, a, b) : isoDay(full, b, a));
}

const isoDay = (year = '', month = '', day?: string): string =>
  [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');

/** After a day only an hour may stand. */
function withRest(rest: string, day: string): Value<ReadDay> {
  const bare = rest.replace(/^t(?=\d)/, ' ');
  const time = TIME.exec(bare);
  const left = bare.replace(time?.[0] ?? '', ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  const odd = left.find((word) => !DAY_WORDS.has(word));
  return odd === undefined ? checked(day, clock(time)) : { problem: `beside the day ${day} stands "${rest.trim()}"` };
}

function clock(time: RegExpExecArray | null): string | undefined {
  if (!time) return undefined;
  // The day counts to its end anyway.
  if (Number(time[1]) === 24) return undefined;
  return `${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? '00'}`;
}

/** "15 de marzo de 2027, 14:00 h", "März 2027", "2. Quartal 2027". */
function fromWords(text: string, locale: Locale): Value<ReadDay> | undefined {
  const year = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  if (!year || (text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).length > 1) return undefined;
  const words = text.match(/\p{L}+[1-4]?/gu) ?? [];
  if (words.some((word) => PART_OF_YEAR.test(word))) return { value: { day: year }, note: `"${text}" is kept as ${year}` };
  const months = words.map((word) => monthOf(word, locale));
  const month = months.find((one) => one !== undefined);
  const odd = words.find((word, n) => months[n] === undefined && !DAY_WORDS.has(word));
  if (!month || odd !== undefined || months.filter((one) => one !== undefined).length > 1) return undefined;
  const rest = text.replace(year, ' ');
  const time = TIME.exec(rest.replace(/^\s*\d{1,2}(?!\s?[:h])/, ' '));
  const days = rest.replace(time?.[0] ?? '', ' ').match(/\d+/g) ?? [];
  if (days.length > 1) return undefined;
  return checked(isoDay(year, String(month), days[0]), clock(time));
}

function checked(day: string, time?: string): Value<ReadDay> {
  const year = Number(day.slice(0, 4));
  if (!(year >= YEARS.first && year <= YEARS.last))
    return { problem: `the year of ${day} is not between ${YEARS.first} and ${YEARS.last}` };
  const month = Number(day.slice(5, 7) || 1);
  if (month < 1 || month > 12 || (day.length === 10 && !Day.safeParse(day).success))
    return { problem: `${day} is a day that does not exist` };
  return { value: { day, ...(time && time !== '00:00' && day.length === 10 ? { time } : {}) } };
}
