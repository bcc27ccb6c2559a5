/** How much a retrieval says about its own worth. */
import type { Locale } from '../domain/locale';
import type { Corpus } from './corpus';
import type { QuestionGroup } from './groups';
import type { RankedEntry } from './rank-entries';
import type { Match } from './score-passages';
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
}

export const NO_EVIDENCE: Evidence = { coverage: 0, own: true, score: 0, missing: 1, margin: 0 };

/** A word that no passage holds counts as if half a passage held it. */
const UNKNOWN_FREQUENCY = 0.5;

export function evidenceOf(matches: readonly Match[], ranked: readonly RankedEntry[], corpus: Corpus): Evidence {
  const [best, second] = ranked;
  const passage = best?.passages[0]?.passage;
  if (!best || !passage) return NO_EVIDENCE;
  const judged = judgesFor(matches, passage.locale).map(({ total, coverageOf, missingFrom }) => ({
    coverage: coverageOf(best.number, corpus),
    missing: missingFrom(best.number, corpus),
    score: total === 0 ? 0 : Math.min(1, best.score / total),
  }));
  const { coverage, score, missing } = judged.reduce((a, b) => (b.coverage > a.coverage ? b : a));
  return {
    coverage,
    own: matches.some(({ question }) => question.locale === passage.locale),
    score,
    missing,
    margin: (best.score - (second?.score ?? 0)) / best.score,
  };
}

/** The most of the question's worth, in any language it was asked in, that an entry holds in all its passages together. 0…1. */
export function coverageOf(matches: readonly Match[], entry: number, locale: Locale, corpus: Corpus): number {
  return Math.max(0, ...judgesFor(matches, locale).map((judge) => judge.coverageOf(entry, corpus)));
}

interface Judge {
  /** The most a passage could score for this question. */
  readonly total: number;
  coverageOf(entry: number, corpus: Corpus): number;
  missingFrom(entry: number, corpus: Corpus): number;
}

/** One for each language asked; `locale` tells rarity when that language has no index. */
function judgesFor(matches: readonly Match[], locale: Locale): Judge[] {
  const questions = [...new Set(matches.map(({ question }) => question))];
  return questions.map((question) => {
    const own = matches.filter((match) => match.question === question);
    const home = own.find(({ index }) => index.locale === question.locale) ?? own.find(({ index }) => index.locale === locale);
    const worth = question.words.map((_, at) => (home ? worthOf(at, home) : 1));
    const total = worth.reduce((sum, one) => sum + one, 0);
    return {
      total,
      coverageOf: (entry, corpus) =>
        total === 0 ? 0 : worth.reduce((sum, one, at) => sum + one * strongest(at, own, entry, corpus), 0) / total,
      missingFrom: (entry, corpus) =>
        total === 0 ? 1 : Math.max(...worth.map((one, at) => one * (1 - strongest(at, own, entry, corpus)))) / total,
    };
  });
}

const covers = (group: QuestionGroup, at: number): boolean => group.at <= at && at < group.at + group.length;

/** The most a passage can score for a word of the question. */
function worthOf(at: number, { groups, index }: Match): number {
  const terms = groups.filter((group) => covers(group, at)).flatMap((group) => group.terms);
  return index.postings.ceiling(terms.length > 0 ? index.postings.groupFrequency(terms) : UNKNOWN_FREQUENCY);
}

/** How surely the entry holds a word of the question, in whatever language: 1 for the word itself. */
function strongest(at: number, matches: readonly Match[], entry: number, corpus: Corpus): number {
  let strongest = 0;
  for (const { groups, index } of matches) {
    const asked = groups.filter((group) => covers(group, at)).flatMap((group) => group.terms);
    const stronger = asked.filter(({ weight }) => weight > strongest);
    if (stronger.length === 0) continue;
    const rows = rowsOf(entry, index, corpus);
    for (const { term, weight } of stronger)
      if (weight > strongest && rows.some((row) => index.postings.holds(term, row))) strongest = weight;
  }
  return Math.min(1, strongest);
}

/** The last entry's rows, by index: every word of a question asks for the same ones. */
const lastRows = new WeakMap<WordIndex, { readonly entry: number; readonly corpus: Corpus; readonly rows: readonly number[] }>();

function rowsOf(entry: number, index: WordIndex, corpus: Corpus): readonly number[] {
  const last = lastRows.get(index);
  if (last?.entry === entry && last.corpus === corpus) return last.rows;
  const rows = corpus
    .passagesOf(entry)
    .map((passage) => index.rowOf(passage))
    .filter((row) => row >= 0);
  lastRows.set(index, { entry, corpus, rows });
  return rows;
}
