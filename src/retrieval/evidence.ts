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
  /** The best entry speaks a language that was asked, in which it would say what is asked for. */
  readonly own: boolean;
  /** The best entry's score as a share of the most a passage could score for this question. 0…1; 0 for a question of stop words alone. */
  readonly score: number;
  /** How far the second entry lies behind, as a share of the best score. 0…1. */
  readonly margin: number;
  /** Share of its content words that the best entry holds themselves, each word counting alike. 0…1. */
  readonly whole: number;
  /** How surely the best entry names the place asked for, which its area may hold unnamed. 0…1; 1 when none is asked for. */
  readonly placeTold: number;
  /** How surely it holds the name that it holds least of those in the question. 0…1; 1 when there is none. */
  readonly nameTold: number;
  /** Content words of the question of which it holds less than half; those of a place are not counted. */
  readonly lacking: number;
  /** Share of the question, weighed as in `coverage`, that one thing which people say for this entry holds. 0…1. */
  readonly said: number;
  /** Cosine of its vector and the question's; 0 when it is not among the nearest. */
  readonly likeness: number;
}

export const NO_EVIDENCE: Evidence = {
  coverage: 0,
  own: true,
  score: 0,
  margin: 0,
  whole: 0,
  placeTold: 1,
  nameTold: 1,
  lacking: 0,
  said: 0,
  likeness: 0,
};

/** Share of a word's worth from which it is held itself, and not another one much like it. */
const WHOLE = 0.95;

/** A word that no passage holds counts as if half a passage held it. */
const UNKNOWN_FREQUENCY = 0.5;

/** Calibration knows scores across languages as they are in an entry that also speaks a language asked. */
const asAcross = (score: number, { across, foreign }: Lifts): number => (foreign > 0 ? (score * across) / foreign : score);

type Lifts = Pick<Weights, 'across' | 'foreign'>;

/** `likeness`: cosines by number of entry, of those whose vectors are nearest. */
export function evidenceOf(
  matches: readonly Match[],
  ranked: readonly RankedEntry[],
  corpus: Corpus,
  likeness: ReadonlyMap<number, number>,
  lifts: Lifts = WEIGHTS,
): Evidence {
  const [best, second] = ranked;
  // Events are told in the languages asked; an entry found by one alone needs no passage.
  const locale = best?.passages[0]?.passage.locale ?? matches[0]?.question.locale;
  if (!best || !locale) return NO_EVIDENCE;
  const judged = judgesFor(matches, locale).map((judge) => ({ judge, held: judge.hold(corpus.textsOf(best.number), corpus) }));
  const { judge, held } = judged.reduce((a, b) => (b.judge.share(b.held) > a.judge.share(a.held) ? b : a));
  const asked = new Set(matches.map(({ question }) => question.locale));
  const speaks = corpus.passagesOf(best.number).some((passage) => asked.has(corpus.localeOf(passage) ?? locale));
  const bestScore = speaks ? best.score : asAcross(best.score, lifts);
  return {
    ...judge.tell(held),
    own: speaks,
    score: judge.total === 0 ? 0 : Math.min(1, bestScore / judge.total),
    margin: (best.score - (second?.score ?? 0)) / best.score,
    said: Math.max(0, ...corpus.saidOf(best.number).map((text) => judge.share(judge.hold([text], corpus)))),
    likeness: likeness.get(best.number) ?? 0,
  };
}

/** The most of the question's worth, in any language it was asked in, that an entry holds in all its passages together. 0…1. */
export function coverageOf(matches: readonly Match[], entry: number, locale: Locale, corpus: Corpus): number {
  const texts = corpus.textsOf(entry);
  return Math.max(0, ...judgesFor(matches, locale).map((judge) => judge.share(judge.hold(texts, corpus))));
}

/** By word of a question: the part of its worth that some texts hold. */
type Held = readonly number[];

interface Judge {
  /** The most a passage could score for this question. */
  readonly total: number;
  /** What these texts hold together. */
  hold(texts: readonly number[], corpus: Corpus): Held;
  /** 0…1. */
  share(held: Held): number;
  tell(held: Held): Pick<Evidence, 'coverage' | 'whole' | 'placeTold' | 'nameTold' | 'lacking'>;
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
  const hold: Judge['hold'] = (texts, corpus) => {
    const rows = own.map(({ index }) => rowsOf(texts, index, corpus));
    return worth.map((one, at) => one * Math.min(1, strongest(at, own, rows) / (question.words[at]?.weight || 1)));
  };
  const share: Judge['share'] = (held) => (total === 0 ? 0 : held.reduce((sum, one) => sum + one, 0) / total);
  return { total, hold, share, tell: (held) => ({ ...tellOf(question, worth, held), coverage: share(held) }) };
}

/** Less than this share of a word's worth, and the word is lacking. */
const HALF = 0.5;

function tellOf({ words }: AnalysedQuestion, worth: Held, held: Held): Omit<ReturnType<Judge['tell']>, 'coverage'> {
  const total = worth.reduce((sum, one) => sum + one, 0);
  if (total === 0) return { whole: 0, placeTold: 1, nameTold: 1, lacking: 0 };
  const all = words.map((word, at) => ({ ...word, worth: worth[at] ?? 0, held: held[at] ?? 0 }));
  const surely = (one: (typeof all)[number]): number => Math.min(1, one.held / Math.max(one.worth, Number.EPSILON));
  const places = all.filter(({ isPlace }) => isPlace).map(surely);
  return {
    whole: all.filter((one) => one.held >= WHOLE * one.worth).length / all.length,
    placeTold: places.length > 0 ? Math.max(...places) : 1,
    nameTold: Math.min(1, ...all.filter(({ isName }) => isName).map(surely)),
    lacking: all.filter((one) => !one.isPlace && one.held < HALF * one.worth).length,
  };
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

/** How surely some texts hold a word of the question, in whatever language: 1 for the word itself. `rows` are those of its texts, by match. */
function strongest(at: number, matches: readonly AskedTerms[], rows: readonly (readonly Stretch[])[]): number {
  let strongest = 0;
  for (const [n, { asked, index }] of matches.entries()) {
    const own = rows[n] ?? [];
    for (const { term, weight } of asked[at] ?? [])
      if (weight > strongest && own.some(([first, last]) => index.postings.holds(term, first, last))) strongest = weight;
  }
  return strongest;
}

function rowsOf(texts: readonly number[], index: WordIndex, corpus: Corpus): readonly Stretch[] {
  const stretches: [number, number][] = [];
  for (const text of texts) {
    if (corpus.localeOf(text) !== index.locale) continue;
    const row = index.rowOf(text);
    const before = stretches.at(-1);
    if (before && row === before[1] + 1) before[1] = row;
    else if (row >= 0) stretches.push([row, row]);
  }
  return stretches;
}
