/** What was learned, for staff and for machines. */
import { LOCALES, type Locale } from '../../domain/locale';
import { LEARNED_FILE } from '../../knowledge/read-word-lists';
import { plainLine } from '../plain-line';
import { type Learned, type Learning, PIVOT } from './learn-words';
import type { LearnedList } from './list-text';

const SAMPLES = 20;

export function learningLines({ learned, pieces, partly }: Learning, { text, rows, leftOut }: LearnedList): string[] {
  const counts = countsOf(learned);
  return [
    `${learned.length} translations of ${rows + leftOut} English words learned that the glossary does not know`,
    ...[...pieces].map(
      ([locale, count]) =>
        `  ${locale}  ${counts.get(locale) ?? 0} words of ${partly.includes(locale) ? 'the first ' : ''}${count} parallel pieces`,
    ),
    ...(leftOut > 0 ? [`${leftOut} English words are too many for a folder; the least sure were left out`] : []),
    `the ${Math.min(SAMPLES, learned.length)} surest`,
    ...learned.slice(0, SAMPLES).map((one) => `  ${plainLine(sample(one))}`),
    `${LEARNED_FILE}: ${Math.ceil(Buffer.byteLength(text) / 1024)} KB`,
  ];
}

const sample = ({ pivot, locale, word, certainty, pieces }: Learned): string =>
  `${PIVOT}: ${pivot} · ${locale}: ${word} (${certainty.toFixed(2)}, ${pieces} pieces)`;

/** Shapes as in `Learned`; certainty in thousandths. */
export const learningJson = ({ learned, pieces, partly }: Learning) => ({
  pieces: Object.fromEntries(pieces),
  partly,
  words: Object.fromEntries(countsOf(learned)),
  learned: learned.map((one) => ({ ...one, certainty: Math.round(one.certainty * 1000) / 1000 })),
});

const countsOf = (learned: readonly Learned[]): ReadonlyMap<Locale, number> =>
  new Map(
    LOCALES.map((locale) => [locale, learned.filter((one) => one.locale === locale).length] as const).filter(([, count]) => count > 0),
  );
