/**
 * Question → entries and passages, best first. Words are searched in every language on one scale; vectors add what the words miss.
 * A score orders; whether the best is good enough is told by the evidence, and judged in `answering/`.
 */
import type { Locale } from '../domain/locale';
import type { Hit, PassageFilter } from '../domain/passage';
import type { Log } from '../log';
import type { Corpus, EntryScope } from './corpus';
import { coverageOf, type Evidence, evidenceOf } from './evidence';
import type { Glossary } from './glossary';
import { analyseQuestion, type KnownOfWords } from './question';
import { bestFirst, type RankedEntry, rankEntries } from './rank-entries';
import { type Match, scorePassages } from './score-passages';
import { Scores } from './scores';
import type { VectorIndex } from './vector-index';
import { WEIGHTS, type Weights } from './weights';
import type { WordIndex } from './word-index';

/** `places` name that of the filter. */
export interface Question extends KnownOfWords {
  readonly text: string;
  readonly locale: Locale;
  /** Other languages it may be in, when that is not sure. */
  readonly also?: readonly Locale[];
  readonly filter?: PassageFilter;
  /** Entries wanted; 10 unless given. */
  readonly limit?: number;
  /** Passages of one entry among the hits; 1 unless given. */
  readonly perEntry?: number;
  /** Ids of entries to leave out, as in "others like this one". */
  readonly without?: readonly string[];
}

export interface EntryHit {
  readonly entry: string;
  /** Comparable between the entries of one question only. */
  readonly score: number;
  /** Best first, in any language; empty when only its vector was near. */
  readonly passages: readonly Hit[];
  /** Cosine of its vector and the question's; 0 when it is not among the nearest, or there are no vectors. */
  readonly likeness: number;
}

export interface Failure {
  readonly part: 'vectors';
  readonly cause: unknown;
}

export interface Retrieval {
  readonly hits: readonly Hit[];
  readonly entries: readonly EntryHit[];
  readonly evidence: Evidence;
  /** The evidence when the entries are put in another order: best first, of those above. */
  weigh(entries: readonly Omit<EntryHit, 'likeness'>[]): Evidence;
  /** Parts that did not work, so that this rests on less than usual. */
  readonly failures: readonly Failure[];
}

export interface RetrieverParts {
  readonly corpus: Corpus;
  readonly indexes: readonly WordIndex[];
  readonly glossary: Glossary;
  /** Documents are entries. Absent when the embedder failed while the index was built. */
  readonly vectors?: VectorIndex;
  readonly failures: readonly Failure[];
  readonly log: Log;
  /** `WEIGHTS` unless given. */
  readonly weights?: Weights;
}

/** Entries that vectors may propose. */
const NEAREST = 50;
const LIMIT = 10;
/** Entries whose whole text is weighed. */
const CANDIDATES = 20;

/** A passage that repeats two words of a question may beat the entry that holds all of them, one here and one there. */
function preferCovering(
  candidates: readonly RankedEntry[],
  matches: readonly Match[],
  locale: Locale,
  corpus: Corpus,
  covering: number,
): RankedEntry[] {
  const weighed = candidates.map((one) => ({
    ...one,
    score: one.score * (1 - covering + covering * coverageOf(matches, one.number, locale, corpus)),
  }));
  return weighed.sort((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1));
}

export class Retriever {
  readonly #parts: RetrieverParts;
  readonly #scores: Scores;

  constructor(parts: RetrieverParts) {
    this.#parts = parts;
    this.#scores = new Scores(parts.corpus.size);
  }

  async search(question: Question): Promise<Retrieval> {
    const { corpus } = this.#parts;
    const entries = corpus.entriesIn(question);
    const { likeness, failures } = await this.#likeness(question.text, entries);
    const { ranked, matches } = this.#rank(question, entries, likeness);
    const weigh: Retrieval['weigh'] = (hits) =>
      evidenceOf(
        matches,
        hits.map((hit) => ({ ...hit, number: corpus.numberOf(hit.entry) })),
        corpus,
        likeness,
        this.#parts.weights,
      );
    const found = ranked.slice(0, question.limit ?? LIMIT);
    return {
      hits: found.flatMap(({ passages }) => passages.slice(0, question.perEntry ?? 1)).sort(bestFirst),
      entries: found.map(({ entry, score, passages, number }) => ({ entry, score, passages, likeness: likeness.get(number) ?? 0 })),
      // Who orders them anew never asks for it.
      get evidence() {
        return weigh(ranked);
      },
      weigh,
      failures,
    };
  }

  /** Never waits: the scores are shared by all questions. */
  #rank(
    { text, locale, also = [], limit = LIMIT, ...known }: Question,
    entries: EntryScope | undefined,
    likeness: ReadonlyMap<number, number>,
  ): { ranked: readonly RankedEntry[]; matches: readonly Match[] } {
    const { corpus, indexes, glossary, weights = WEIGHTS } = this.#parts;
    const asked = [...new Set([locale, ...also])];
    const questions = asked.map((one) => analyseQuestion(text, one, known));
    try {
      const matches = scorePassages(questions, indexes, glossary, weights, corpus.gateFor(asked, entries), this.#scores);
      const candidates = rankEntries(
        { corpus, scores: this.#scores, likeness, ...(entries ? { entries } : {}) },
        weights,
        Math.max(limit + 1, CANDIDATES),
      );
      return { ranked: preferCovering(candidates, matches, locale, corpus, weights.covering), matches };
    } finally {
      this.#scores.clear();
    }
  }

  async #likeness(
    text: string,
    entries: EntryScope | undefined,
  ): Promise<{ likeness: ReadonlyMap<number, number>; failures: readonly Failure[] }> {
    const { vectors, corpus, failures, log } = this.#parts;
    if (!vectors) return { likeness: new Map(), failures };
    try {
      const near = await vectors.similaritySearchWithScore(text, NEAREST, entries);
      return { likeness: new Map(near.map(([document, cosine]) => [corpus.numberOf(document.id ?? ''), cosine])), failures };
    } catch (cause) {
      log.degraded({ part: 'vectors', error: cause });
      return { likeness: new Map(), failures: [...failures, { part: 'vectors', cause }] };
    }
  }
}
