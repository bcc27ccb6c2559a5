/**
 * Which edition of a call or a law is asked for: its year, its code, its number. One of another year or number has other dates and amounts:
 * it may be offered, never passed off as the one asked for.
 */
import type { Entry } from '../domain/entry';
import { fold } from '../language/fold';
import { inAnyLanguage } from '../language/grammar';
import { beginningLike, oneOf } from '../language/word-patterns';

/** Programming periods of the funds: no year of a call is meant. */
const PERIODS: readonly string[] = ['2000 2006', '2007 2013', '2014 2020', '2021 2027', '2028 2034'];

/** Every programme runs "2021-2027": that names no year of a call. */
const withoutPeriods = (text: string): string =>
  text.replace(/(20\d\d)\.? ?[-–/] ?(20\d\d)/g, (span, from, to) => (PERIODS.includes(`${from} ${to}`) ? '' : span));

/** "Since 2020 we have a cooperative", in any of our languages: that is no year of a call. */
const SINCE = new RegExp(`(?<!\\p{L})${oneOf(inAnyLanguage(({ editions }) => editions.since))} 20\\d\\d`, 'giu');

const CURRENCY = beginningLike(inAnyLanguage(({ numbers }) => numbers.currency));
/** In no span, and no sum of money: "€2020", "2015 EUR", "2000 euros". */
const SINGLE_YEAR = new RegExp(
  `(?<![\\p{L}\\d-]|[€$] ?)20\\d\\d(?!\\d| ?[-–/] ?\\d| ?(?:€|\\p{Lu}{3}\\b|eur|${CURRENCY}))(?<!20\\d\\d ?[-–/] ?20\\d\\d)`,
  'gu',
);

/** The years asked for, no sums of money, each with its alternatives ("2024-2025" is either); parts of a code such as CENTRO2030-2025-38 are none. */
export function yearsIn(said: string): readonly (readonly string[])[] {
  const text = said.replace(SINCE, ' ');
  const spans = [...text.matchAll(/(?<![\p{L}\d-])(20\d\d) ?[-–/] ?(20\d\d)(?!\d|-\d)/gu)].map(([, from = '', to = '']) => [from, to]);
  const single = text.match(SINGLE_YEAR) ?? [];
  return [...spans.filter((span) => !PERIODS.includes(span.join(' '))), ...single.map((year) => [year])];
}

/** "PESSOAS-2025-28", "SF.2.4.06.02": letters first, three parts or more, a capital and a figure among them. A link is none. */
const CODE = /(?<![\p{L}\p{N}@./:_-])\p{L}[\p{L}\p{N}]*(?:[-./_][\p{L}\p{N}]+){2,}(?![@\p{L}\p{N}])/gu;
const NUMBER_WORDS = inAnyLanguage(({ editions }) => editions.number);
const DOTTED = oneOf(NUMBER_WORDS.filter((word) => word.endsWith('.')).map((word) => word.slice(0, -1)));
const UNDOTTED = oneOf(NUMBER_WORDS.filter((word) => !word.endsWith('.')));
/** "no. 22", "n.º 22", "αριθ. 22", "nr 22", in any of our languages: people mix them. Without its dot "no" is a word of six of them. */
const NUMBERED = new RegExp(`(?<!\\p{L})(?:${DOTTED}(?:\\.?[º°]|\\.)|${UNDOTTED}\\.?) ?(\\d{1,5})(?!\\d)`, 'giu');

const ORDINAL = oneOf(inAnyLanguage(({ editions }) => editions.ordinal));
const ROUND_WORD = beginningLike(inAnyLanguage(({ editions }) => editions.round));
/** "8. Aufruf", "2nd call", "3ª convocatoria", "2η πρόσκληση", in any of our languages. */
const ROUND = new RegExp(`(?<![\\p{L}\\p{N}.,])(\\d{1,2})(?:\\.?[ªº]|\\.|${ORDINAL})[ -]${ROUND_WORD}\\p{L}*`, 'giu');

const roundsIn = (text: string): string[] => [...text.matchAll(ROUND)].map(([, number = '']) => number);

const codesSaid = (text: string): string[] =>
  (text.match(CODE) ?? []).filter((code) => /\d/.test(code) && /\p{Lu}/u.test(code) && !/^www\./i.test(code));
const numbersIn = (text: string): string[] => [...text.matchAll(NUMBERED)].map(([, number = '']) => number);

/** Parts of a code are written apart in many ways. */
const spaced = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** The years, codes and numbers that a question names, as they were said. */
export const editionIn = (text: string): readonly string[] => [
  ...new Set([
    ...yearsIn(text).map((either) => either.join('–')),
    ...codesSaid(text),
    ...[...text.matchAll(NUMBERED), ...text.matchAll(ROUND)].map(([said]) => said),
  ]),
];

/** A question without them. */
export const withoutEdition = (text: string): string =>
  [...codesSaid(text), ...yearsIn(text).flat()]
    .reduce((left, said) => left.replaceAll(said, ' '), text.replace(NUMBERED, ' ').replace(ROUND, ' '))
    .replace(/\s+/g, ' ')
    .trim();

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
