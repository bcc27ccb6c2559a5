/** How well an engine finds. */
import type { Locale } from '../../../src/domain/locale';
import { round } from '../measure';
import { buildOnFolder, documentsFor, type Engine, type Search, type Text } from './engine';
import type { FolderQuestion } from './folder';
import type { ByLocale, FolderScores, XquadScores } from './results';
import { hitAt1, mean, recallAt5, reciprocalRank } from './scoring';
import { mixedFolder, XQUAD_LOCALES, type Xquad, type XquadLocale, type XquadQuestion } from './xquad';

const MOST_LANGUAGES = 3;

export async function measureXquad({ build }: Engine, { texts, questions }: Xquad): Promise<XquadScores> {
  const own: Partial<Record<XquadLocale, number>> = {};
  const typos: Partial<Record<XquadLocale, number>> = {};
  const across: Record<string, number> = {};
  for (const indexed of XQUAD_LOCALES) {
    const search = await build(texts[indexed]);
    own[indexed] = await meanRank(search, questions[indexed], indexed);
    typos[indexed] = await meanRank(search, questions[indexed], indexed, 'misspelt');
    for (const asked of XQUAD_LOCALES)
      if (asked !== indexed) across[`${asked}>${indexed}`] = await meanRank(search, questions[asked], asked);
  }
  return {
    own: withMean(own),
    typos: withMean(typos),
    across: { ...across, mean: round(mean(Object.values(across)), 4) },
    one: await measureMixed(await build(mixedFolder(texts, 1)), questions),
    several: await measureMixed(await build(mixedFolder(texts, MOST_LANGUAGES)), questions),
  };
}

async function measureMixed(search: Search, questions: Xquad['questions']): Promise<ByLocale> {
  const ranks: Partial<Record<XquadLocale, number>> = {};
  for (const asked of XQUAD_LOCALES) ranks[asked] = await meanRank(search, questions[asked], asked);
  return withMean(ranks);
}

const withMean = (ranks: Partial<Record<XquadLocale, number>>): ByLocale => {
  const { en = 0, es = 0, de = 0, el = 0 } = ranks;
  return { en, es, de, el, mean: round(mean([en, es, de, el]), 4) };
};

async function meanRank(
  search: Search,
  questions: readonly XquadQuestion[],
  locale: Locale,
  form: 'question' | 'misspelt' = 'question',
): Promise<number> {
  const ranks: number[] = [];
  for (const one of questions) ranks.push(reciprocalRank(await search(one[form], locale), one.right));
  return round(mean(ranks), 4);
}

export async function measureFolder(engine: Engine, texts: readonly Text[], questions: readonly FolderQuestion[]): Promise<FolderScores> {
  const search = await buildOnFolder(engine, documentsFor(engine, texts));
  const hits: number[] = [];
  const recalls: number[] = [];
  for (const { question, locale, right } of questions) {
    const found = await search(question, locale);
    hits.push(hitAt1(found, right));
    recalls.push(recallAt5(found, right));
  }
  return { questions: questions.length, hit1: round(mean(hits), 4), recall5: round(mean(recalls), 4) };
}
