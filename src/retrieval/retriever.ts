/**
 * Question → entries and passages, best first. Words are searched in every language on one scale; vectors add what the words miss.
 * A score orders; whether the best is good enough is told by the evidence, and judged in `answering/`.
 */
import type { Locale } from '../domain/locale';
import type { Hit, PassageFilter } from '../domain/passage';
import type { Log } from '../log';
import { Corpus, headlineLocales, type Scope, sectionOf } from './corpus';
import { type Evidence, evidenceOf } from './evidence';
import type { Glossary } from './glossary';
import { analyseQuestion } from './question';
import { bestFirst, type EntryWeights, rankEntries } from './rank-entries';
import { type ScoreWeights, scorePassages } from './score-passages';
import type { VectorIndex } from './vector-index';
import type { WordIndex } from './word-index';

export interface Question {
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
}

export interface Failure {
  readonly part: 'vectors';
  readonly cause: unknown;
}

export interface Retrieval {
  readonly hits: readonly Hit[];
  readonly entries: readonly EntryHit[];
  readonly evidence: Evidence;
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
}

export const WEIGHTS: ScoreWeights & EntryWeights = { letters: 1, across: 1.2, secondSection: 0.1, vectors: 0.1 };
/** Entries that vectors may propose. */
const NEAREST = 50;
const LIMIT = 10;
export const OPTS = { skipHeadlines: true };

export class Retriever {
  readonly #parts: RetrieverParts;
  readonly #headlines: readonly ReadonlySet<Locale>[];

  constructor(parts: RetrieverParts) {
    this.#parts = parts;
    this.#headlines = parts.corpus.entries.map((_, entry) => new Set(headlineLocales(parts.corpus, entry)));
  }

  async search(question: Question): Promise<Retrieval> {
    const { corpus, indexes, glossary } = this.#parts;
    const asked = [...new Set([question.locale, ...(question.also ?? [])])];
    const entries = corpus.allowedEntries(question satisfies Scope);
    const questions = asked.map((locale) => analyseQuestion(question.text, locale));
    const { scores, matches } = scorePassages(questions, indexes, glossary, WEIGHTS, this.#makeGate(asked, entries));
    const { likeness, failures } = await this.#likeness(question.text, entries);
    const ranked = rankEntries(corpus, scores, likeness, WEIGHTS, question.limit ?? LIMIT);
    const hits = ranked.flatMap(({ passages }) => passages.slice(0, question.perEntry ?? 1)).sort(bestFirst);
    return {
      hits,
      entries: ranked.map(({ entry, score, passages }) => ({ entry, score, passages })),
      evidence: evidenceOf(matches, ranked, corpus),
      failures,
    };
  }

  /** A headline in a foreign language tells nothing beyond the one in an asked language, and eleven chances favour no entry. */
  #makeGate(asked: readonly Locale[], entries: Uint8Array | undefined): (passage: number) => boolean {
    const { corpus } = this.#parts;
    return (number) => {
      const entry = corpus.entryOf(number);
      if (entries && entries[entry] !== 1) return false;
      if(!OPTS.skipHeadlines) return true;
      const passage = corpus.passages[number];
      if (!passage || asked.includes(passage.locale) || sectionOf(passage) > 0) return true;
      return !asked.some((locale) => this.#headlines[entry]?.has(locale));
    };
  }

  async #likeness(text: string, entries: Uint8Array | undefined): Promise<{ likeness: ReadonlyMap<string, number>; failures: readonly Failure[] }> {
    const { vectors, corpus, failures, log } = this.#parts;
    if (!vectors) return { likeness: new Map(), failures };
    const filter = entries && { ids: new Set(corpus.entries.filter((_, entry) => entries[entry] === 1)) };
    try {
      const near = await vectors.similaritySearchWithScore(text, NEAREST, filter);
      return { likeness: new Map(near.map(([document, cosine]) => [document.id ?? '', cosine])), failures };
    } catch (cause) {
      log.degraded({ part: 'vectors', error: cause });
      return { likeness: new Map(), failures: [...failures, { part: 'vectors', cause }] };
    }
  }
}
