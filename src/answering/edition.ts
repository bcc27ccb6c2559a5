/** Which edition of a call or a law a text names: its year, its code, its number, its round. */
import { inAnyLanguage } from '../language/grammar';
import { beginningLike, oneOf } from '../language/word-patterns';

/** Programming periods of the funds: no year of a call is meant. */
export const PERIODS: readonly string[] = ['2000 2006', '2007 2013', '2014 2020', '2021 2027', '2028 2034'];

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

export const roundsIn = (text: string): string[] => [...text.matchAll(ROUND)].map(([, number = '']) => number);

export const codesSaid = (text: string): string[] =>
  (text.match(CODE) ?? []).filter((code) => /\d/.test(code) && /\p{Lu}/u.test(code) && !/^www\./i.test(code));
export const numbersIn = (text: string): string[] => [...text.matchAll(NUMBERED)].map(([, number = '']) => number);

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
