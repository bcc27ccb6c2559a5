/** How much a retrieval says about its own worth. */
import type { Locale } from '../domain/locale';
import type { Corpus } from './corpus';
import type { WeightedTerm } from './postings';
import type { AnalysedQuestion } from './question';
import type { RankedEntry } from './rank-entries';
import type { Match } from './score-passages';
import { WEIGHTS, type Weights } from './weights';
import type { WordIndex } from './word-index';

export interface Evidence {
  /** Share of the question's content words, weighted by rarity, that the best entry holds; translations and cognates count. 0…1. */
  readonly coverage: number;
  /** The best hit is in a language that was asked. */
  readonly own: boolean;
  /** The best entry's score as a share of the most a passage could score for this question. 0…1; 0 for a question of stop words alone. */
  readonly score: number;
  /** The largest share of the question's worth that one word has which the best entry does not hold: a name it is not about. 0…1. */
  readonly missing: number;
  /** How far the second entry lies behind, as a share of the best score. 0…1. */
  readonly margin: number;
  /** Share of its content words that the best entry holds themselves, each word counting alike. 0…1. */
  readonly whole: number;
  /** Mean score of the five entries behind the best one, as a share of it. 0…1. */
  readonly crowd: number;
  /** Content words of the question, in the language in which the best entry holds most of it. */
  readonly words: number;
  /** How surely the best entry names the place asked for, which its area may hold unnamed. 0…1; 1 when none is asked for. */
  readonly placeTold: number;
}

export const NO_EVIDENCE: Evidence = {
  coverage: 0,
  own: true,
  score: 0,
  missing: 1,
  margin: 0,
  whole: 0,
  crowd: 0,
  words: 0,
  placeTold: 1,
};

/** Share of a word's worth from which it is held itself, and not another one much like it. */
const WHOLE = 0.95;

/** A word that no passage holds counts as if half a passage held it. */
const UNKNOWN_FREQUENCY = 0.5;

/** Calibration knows scores across languages as they are in an entry that also speaks a language asked. */
const asAcross = (score: number, { across, foreign }: Lifts): number => (foreign > 0 ? (score * across) / foreign : score);

type Lifts = Pick<Weights, 'across' | 'foreign'>;

export function evidenceOf(matches: readonly Match[], ranked: readonly RankedEntry[], corpus: Corpus, lifts: Lifts = WEIGHTS): Evidence {
  const [best, second] = ranked;
  // Events are told in the languages asked; an entry found by one alone needs no passage.
  const locale = best?.passages[0]?.passage.locale ?? matches[0]?.question.locale;
  if (!best || !locale) return NO_EVIDENCE;
  const asked = new Set(matches.map(({ question }) => question.locale));
  const speaks = corpus.passagesOf(best.number).some((passage) => asked.has(corpus.localeOf(passage) ?? locale));
  const bestScore = speaks ? best.score : asAcross(best.score, lifts);
  const judged = judgesFor(matches, locale).map(({ words, total, weigh }) => ({
    ...weigh(best.number, corpus),
    words,
    score: total === 0 ? 0 : Math.min(1, bestScore / total),
  }));
  const { words, coverage, score, missing, whole, placeTold } = judged.reduce((a, b) => (b.coverage > a.coverage ? b : a));
  return {
    coverage,
    own: matches.some(({ question }) => question.locale === locale),
    score,
    missing,
    margin: (best.score - (second?.score ?? 0)) / best.score,
    whole,
    crowd: crowdBehind(ranked),
    words,
    placeTold,
  };
}

const NEXT = 5;

function crowdBehind([best, ...others]: readonly RankedEntry[]): number {
  const next = others.slice(0, NEXT);
  const sum = next.reduce((all, { score }) => all + score, 0);
  return best && next.length > 0 ? sum / next.length / best.score : 0;
}

/** The most of the question's worth, in any language it was asked in, that an entry holds in all its passages together. 0…1. */
export function coverageOf(matches: readonly Match[], entry: number, locale: Locale, corpus: Corpus): number {
  return Math.max(0, ...judgesFor(matches, locale).map((judge) => judge.weigh(entry, corpus).coverage));
}

interface Judge {
  readonly words: number;
  /** The most a passage could score for this question. */
  readonly total: number;
  weigh(entry: number, corpus: Corpus): Pick<Evidence, 'coverage' | 'missing' | 'whole' | 'placeTold'>;
}

/** A question is weighed against dozens of entries; what it asks for is worked out once. */
const lastJudges = new WeakMap<readonly Match[], Map<Locale, readonly Judge[]>>();

/** One for each language asked; `locale` tells rarity when that language has no index. */
function judgesFor(matches: readonly Match[], locale: Locale): readonly Judge[] {
  const byLocale = lastJudges.get(matches) ?? new Map<Locale, readonly Judge[]>();
  lastJudges.set(matches, byLocale);
  const judges = byLocale.get(locale) ?? [...new Set(matches.map(({ question }) => question))].map((one) => judgeOf(one, matches, locale));
  byLocale.set(locale, judges);
  return judges;
}

function judgeOf(question: AnalysedQuestion, matches: readonly Match[], locale: Locale): Judge {
  const own = matches.filter((match) => match.question === question).map(termsByWord);
  const home = own.find(({ index }) => index.locale === question.locale) ?? own.find(({ index }) => index.locale === locale);
  const worth = question.words.map(({ weight }, at) => weight * (home ? worthOf(home.asked[at] ?? [], home.index) : 1));
  const total = worth.reduce((sum, one) => sum + one, 0);
  const weigh: Judge['weigh'] = (entry, corpus) => {
    if (total === 0) return { coverage: 0, missing: 1, whole: 0, placeTold: 1 };
    const rows = own.map(({ index }) => rowsOf(entry, index, corpus));
    const held = worth.map((one, at) => one * Math.min(1, strongest(at, own, rows) / (question.words[at]?.weight || 1)));
    const places = held.flatMap((one, at) => (question.words[at]?.isPlace ? [one / Math.max(worth[at] ?? 0, Number.EPSILON)] : []));
    return {
      coverage: held.reduce((sum, one) => sum + one, 0) / total,
      missing: Math.max(...held.map((one, at) => (worth[at] ?? 0) - one)) / total,
      whole: held.filter((one, at) => one >= WHOLE * (worth[at] ?? 0)).length / held.length,
      placeTold: places.length > 0 ? Math.min(1, Math.max(...places)) : 1,
    };
  };
  return { words: question.words.length, total, weigh };
}

interface AskedTerms {
  readonly index: WordIndex;
  /** By word of the question: whatever would answer it. */
  readonly asked: readonly (readonly WeightedTerm[])[];
}

function termsByWord({ question, index, groups }: Match): AskedTerms {
  const asked: WeightedTerm[][] = question.words.map(() => []);
  for (const { at, length, terms } of groups) for (const covered of asked.slice(at, at + length)) covered.push(...terms);
  return { index, asked };
}

/** The most a passage can score for a word of the question. */
const worthOf = (terms: readonly WeightedTerm[], { postings }: WordIndex): number =>
  postings.ceiling(terms.length > 0 ? postings.groupFrequency(terms) : UNKNOWN_FREQUENCY);

/** Rows from a first to a last one, both included: the passages of an entry in one language stand side by side. */
type Stretch = readonly [first: number, last: number];

/** How surely the entry holds a word of the question, in whatever language: 1 for the word itself. `rows` are the entry's, by match. */
function strongest(at: number, matches: readonly AskedTerms[], rows: readonly (readonly Stretch[])[]): number {
  let strongest = 0;
  for (const [n, { asked, index }] of matches.entries()) {
    const own = rows[n] ?? [];
    for (const { term, weight } of asked[at] ?? [])
      if (weight > strongest && own.some(([first, last]) => index.postings.holds(term, first, last))) strongest = weight;
  }
  return strongest;
}

function rowsOf(entry: number, index: WordIndex, corpus: Corpus): readonly Stretch[] {
  const stretches: [number, number][] = [];
  for (const text of [...corpus.passagesOf(entry), ...corpus.saidOf(entry)]) {
    if (corpus.localeOf(text) !== index.locale) continue;
    const row = index.rowOf(text);
    const before = stretches.at(-1);
    if (before && row === before[1] + 1) before[1] = row;
    else if (row >= 0) stretches.push([row, row]);
  }
  return stretches;
}
