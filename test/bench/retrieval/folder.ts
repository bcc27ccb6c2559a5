/** The knowledge folder as texts to search, its judged questions, and folders of any size made from it. */
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../../src/domain/locale';
import { readKnowledge } from '../../../src/knowledge/knowledge-base';
import { Corpus } from '../../../src/retrieval/corpus';
import { readQuestions } from '../../eval/questions';
import { PROJECT } from '../child';
import { type Exchange, exchangeFor } from '../synthetic-folder';
import { groupBy, type Text } from './engine';
import { XQUAD_LOCALES } from './xquad';

/** Everything that Ponte searches of the shipped folder: headlines with their facts, and sections. */
export async function readFolderTexts(): Promise<Text[]> {
  const { knowledge } = await readKnowledge(join(PROJECT, 'knowledge'));
  const corpus = new Corpus(knowledge);
  return corpus.passages.map(({ entry, locale }, n) => ({ entry, locale, section: corpus.sectionOf(n), text: corpus.textOf(n) }));
}

export interface FolderQuestion {
  readonly question: string;
  readonly locale: Locale;
  readonly right: readonly string[];
}

/** Every `step`-th of those that the folder can answer, of the half that nothing was tuned on. */
export const readFolderQuestions = (step: number): FolderQuestion[] =>
  readQuestions()
    .filter(({ split, relevant }) => split === 'test' && relevant.length > 0)
    .filter((_, n) => n % step === 0)
    .map(({ question, locale, relevant }) => ({ question, locale, right: relevant }));

export interface SpeedSet {
  readonly about: string;
  readonly entries: number;
  readonly locales: readonly Locale[];
  /** Headlines alone, or sections as well. */
  readonly isWhole: boolean;
  /** Takes minutes an engine: left out of a quick run. */
  readonly isLong: boolean;
}

/** Headlines are of some 350 letters: title, summary, and names of areas, topics and audience. */
export const SPEED_SETS = {
  '1k': { about: '1,000 entries, a headline in English', entries: 1_000, locales: ['en'], isWhole: false, isLong: false },
  '10k': { about: '10,000 entries, a headline in English', entries: 10_000, locales: ['en'], isWhole: false, isLong: false },
  '10k-four': {
    about: '10,000 entries, headlines in four languages',
    entries: 10_000,
    locales: XQUAD_LOCALES,
    isWhole: false,
    isLong: false,
  },
  '10k-whole': { about: '10,000 entries, eleven languages, all sections', entries: 10_000, locales: LOCALES, isWhole: true, isLong: true },
  '100k': { about: '100,000 entries, a headline in English', entries: 100_000, locales: ['en'], isWhole: false, isLong: true },
} as const satisfies Readonly<Record<string, SpeedSet>>;
export type SpeedSetId = keyof typeof SPEED_SETS;
export const SPEED_SET_IDS = Object.keys(SPEED_SETS) as SpeedSetId[];

/** The shipped entries, then copies of them with a third of their words exchanged. One by one: they may be more than memory holds twice. */
export function* syntheticTexts(shipped: readonly Text[], { entries, locales, isWhole }: SpeedSet): Generator<Text> {
  const wanted = shipped.filter(({ locale, section }) => locales.includes(locale) && (isWhole || section === 0));
  const originals = [...groupBy(wanted, ({ entry }) => entry).values()];
  const words = wordsByLocale(shipped);
  let exchange: Exchange | undefined;
  for (let n = 0; n < entries; n++) {
    const copy = Math.floor(n / originals.length);
    if (n % originals.length === 0 && copy > 0) exchange = exchangeFor(words, copy);
    for (const text of originals[n % originals.length] ?? []) yield exchange ? copyOf(text, copy, exchange) : text;
  }
}

const copyOf = ({ entry, locale, section, text }: Text, copy: number, exchange: Exchange): Text => ({
  entry: `${entry}-${copy}`,
  locale,
  section,
  text: exchange(text, locale),
});

/** `count` different ones: those of the evaluation in these languages, then the same with words exchanged, so that no answer is remembered. */
export function syntheticQuestions(shipped: readonly Text[], locales: readonly Locale[], count: number): FolderQuestion[] {
  const asked = readQuestions().filter(({ locale }) => locales.includes(locale));
  const words = wordsByLocale(shipped);
  return Array.from({ length: count }, (_, n) => {
    const exchange = exchangeFor(words, 1 + Math.floor(n / asked.length));
    // 89 shares no divisor with the number of questions: the languages take turns.
    const { question = '', locale = 'en' } = asked[(n * 89) % asked.length] ?? {};
    return { question: n < asked.length ? question : exchange(question, locale), locale, right: [] };
  });
}

function wordsByLocale(texts: readonly Text[]): ReadonlyMap<string, readonly string[]> {
  const words = [...groupBy(texts, ({ locale }) => locale)].map(([locale, own]) => {
    const found = new Set(own.flatMap(({ text }) => text.replace(/https?:\/\/\S+/g, '').match(/\p{L}{4,}/gu) ?? []));
    return [locale, [...new Set([...found].map((word) => word.toLowerCase()))].sort()] as const;
  });
  return new Map(words);
}
