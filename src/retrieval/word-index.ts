/**
 * The words of all passages of one language: stems, runs of four letters across words, and a vocabulary to find words by likeness.
 * Measured in reference/retrieval.md 3: stems with fuzzy expansion and letters, each divided by its maximum and added, beat each
 * alone and every engine compared.
 */
import type { Locale } from '../domain/locale';
import type { Gate } from './gate';
import type { Edges, GramTable } from './gram-table';
import type { Postings, RowScores, WeightedTerm } from './postings';
import type { Scores } from './scores';
import type { Vocabulary } from './vocabulary';

export const LETTERS_IN_A_RUN = 4;

type TermGroup = readonly WeightedTerm[];

export interface WordIndexParts {
  readonly locale: Locale;
  /** Number of the passage in each row, ascending. */
  readonly passages: Uint32Array;
  readonly stems: ReadonlyMap<string, number>;
  readonly stemPostings: Postings;
  readonly grams: GramTable;
  readonly gramPostings: Postings;
  readonly vocabulary: Vocabulary;
}

export class WordIndex {
  readonly #parts: WordIndexParts;

  constructor(parts: WordIndexParts) {
    this.#parts = parts;
  }

  get locale(): Locale {
    return this.#parts.locale;
  }

  get vocabulary(): Vocabulary {
    return this.#parts.vocabulary;
  }

  get postings(): Postings {
    return this.#parts.stemPostings;
  }

  /** Number of a stem that stands in some passage. */
  findTerm(stemmed: string): number | undefined {
    return this.#parts.stems.get(stemmed);
  }

  /** Row of a passage; -1 when it is of another language. */
  rowOf(passage: number): number {
    const { passages } = this.#parts;
    let low = 0;
    let high = passages.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((passages[middle] ?? 0) < passage) low = middle + 1;
      else high = middle;
    }
    return passages[low] === passage ? low : -1;
  }

  /**
   * For a question in this language: BM25 of the groups over the stems and of the runs of letters over all words, each divided by
   * its maximum and added; the sum goes back to the scale of the stems. `lettersShare` weighs the letters against the words.
   */
  scoreOwn(groups: readonly TermGroup[], letters: readonly string[], lettersShare: number, gate: Gate, into: Scores): void {
    const words = this.#parts.stemPostings.score(groups);
    const runs = this.#parts.gramPostings.score(this.#runGroups(letters));
    const bestRuns = this.#highest(runs, gate);
    const perRun = bestRuns > 0 ? (lettersShare * (this.#highest(words, gate) || bestRuns)) / bestRuns : 0;
    for (const row of words.touched)
      this.#raise(row, ((words.values[row] ?? 0) + perRun * (runs.values[row] ?? 0)) / (1 + lettersShare), gate, into);
    for (const row of runs.touched)
      if (words.values[row] === 0) this.#raise(row, (perRun * (runs.values[row] ?? 0)) / (1 + lettersShare), gate, into);
    this.#parts.stemPostings.clear();
    this.#parts.gramPostings.clear();
  }

  /** For a question in another language: BM25 of the groups over the stems, lifted by `lift`. */
  scoreAcross(groups: readonly TermGroup[], lift: number, gate: Gate, into: Scores): void {
    const words = this.#parts.stemPostings.score(groups);
    for (const row of words.touched) this.#raise(row, lift * (words.values[row] ?? 0), gate, into);
    this.#parts.stemPostings.clear();
  }

  #runGroups(letters: readonly string[]): TermGroup[] {
    const { grams } = this.#parts;
    const runs = letters.flatMap((word) => grams.gramsOf(word, LETTERS_IN_A_RUN, false));
    const edges = letters.map((word) => grams.edgesOf(word, false));
    for (const [n, left] of edges.entries()) if (edges[n + 1]) grams.jointsOf(left, edges[n + 1] as Edges, false, runs);
    return [...new Set(runs)].map((term) => [{ term, weight: 1 }]);
  }

  #highest({ values, touched }: RowScores, gate: Gate): number {
    let highest = 0;
    for (const row of touched) {
      const score = values[row] ?? 0;
      if (score > highest && gate.isOpen(this.#parts.passages[row] ?? -1)) highest = score;
    }
    return highest;
  }

  #raise(row: number, score: number, gate: Gate, into: Scores): void {
    const passage = this.#parts.passages[row] ?? -1;
    if (gate.isOpen(passage)) into.raise(passage, score);
  }
}
