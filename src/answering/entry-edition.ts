/**
 * Whether an entry is the edition that was asked for. One of another year or number has other dates and amounts: it may be offered, never
 * passed off as the one asked for.
 */
import type { Entry } from '../domain/entry';
import { fold } from '../language/fold';
import { codesSaid, numbersIn, PERIODS, roundsIn, yearsIn } from './edition';

/** Every programme runs "2021-2027": that names no year of a call. */
const withoutPeriods = (text: string): string =>
  text.replace(/(20\d\d)\.? ?[-–/] ?(20\d\d)/g, (span, from, to) => (PERIODS.includes(`${from} ${to}`) ? '' : span));

/** Parts of a code are written apart in many ways. */
const spaced = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whether this entry is of a year that the question names, and of every code and number. */
export function isEditionAsked(entry: Entry, text: string): boolean {
  const years = yearsIn(text);
  // "Those of 2018 and 2019": each is one that is asked for.
  if (years.length > 0 && !years.some((either) => either.some((year) => speaksOf(entry, year)))) return false;
  const rounds = textsOf(entry).flatMap(roundsIn);
  if (rounds.length > 0 && !roundsIn(text).every((round) => rounds.includes(round))) return false;
  const marks = [...codesSaid(text), ...numbersIn(text)].map(spaced);
  if (marks.length === 0) return true;
  const said = spaced(
    [entry.id, ...entry.otherNames, entry.kind === 'call' ? (entry.call.reference ?? '') : '', ...textsOf(entry)].join(' '),
  );
  return marks.every((mark) => said.includes(mark));
}

const textsOf = ({ title, summary, bodies }: Entry): readonly string[] => [title, summary, bodies].flatMap((texts) => Object.values(texts));

/** Whether its text tells of every year in the question, be it not its own: "after the fires of 2017", "money until 2027". */
export const tellsYears = (entry: Entry, text: string): boolean => {
  const years = yearsIn(text).flat();
  return years.length > 0 && years.every((year) => textsOf(entry).some((one) => one.includes(year)));
};

function speaksOf(entry: Entry, year: string): boolean {
  if (entry.kind === 'call' && (entry.call.opens ?? entry.call.closes) !== undefined) {
    const { opens, closes } = entry.call;
    const isInTitle = Object.values(entry.title).some((title) => withoutPeriods(title).includes(year));
    return isInTitle || (yearOf(opens ?? closes) <= year && year <= yearOf(closes ?? opens));
  }
  // A programme is asked for by its period: "the one until 2027".
  return textsOf(entry).some((text) => (entry.kind === 'programme' ? text : withoutPeriods(text)).includes(year));
}

const yearOf = (day = ''): string => day.slice(0, 4);

/** The last year that its headlines name; undefined when none does. */
export const yearInTitle = ({ title }: Entry): string | undefined =>
  Object.values(title)
    .flatMap((text) => yearsIn(text).flat())
    .sort()
    .at(-1);

/** The last year that its headlines or the days of its sources name; undefined when none does. */
export const lastYearIn = (entry: Entry): string | undefined => yearInTitle(entry) ?? lastSourceYear(entry);

/** The last year of which a source is; undefined when none has a date. */
export const lastSourceYear = ({ sources }: Entry): string | undefined =>
  sources
    .flatMap(({ date }) => (date ? [date.slice(0, 4)] : []))
    .sort()
    .at(-1);
