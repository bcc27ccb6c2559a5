/**
 * BM25 over numbered terms in typed arrays. A question is a list of groups: the words that would each answer one word of the
 * question, weighted. A group counts as one term whose frequencies are the weighted sums of its members' (probabilistic structured
 * queries, Darwish and Oard, SIGIR 2003), so own-language words and translations are scored on the same scale.
 */

import type { Rows } from './shared-arrays';

/** Robertson's usual values; a grid search gained nothing on XQuAD. */
export const K1 = 1.2;
const B = 0.75;

/** By row: K1 × (1 − B + B × length / average length); `lengths` in terms. */
export function normsOf(lengths: Uint32Array): Float32Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  return Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
}

/** What one occurrence of a term in so many rows of `rowCount` is worth; always positive. */
export const inverseFrequency = (rowCount: number, documentFrequency: number): number =>
  Math.log(1 + (rowCount - documentFrequency + 0.5) / (documentFrequency + 0.5));

export interface WeightedTerm {
  readonly term: number;
  /** 0…1. */
  readonly weight: number;
}

/** Postings as plain data. */
export interface PostingsImage {
  /** By term: its rows stand at `offsets[term]` to `offsets[term + 1]`, ascending. */
  readonly offsets: Uint32Array;
  readonly rows: Rows;
  /** How often the term stands in each of those rows. */
  readonly counts: Uint8Array;
  /** Terms by row. */
  readonly lengths: Uint32Array;
}

export class Postings {
  readonly rowCount: number;
  readonly #offsets: Uint32Array;
  readonly #rows: Rows;
  readonly #counts: Uint8Array;
  readonly #norms: Float32Array;
  readonly #scores: Float32Array;
  readonly #frequencies: Float32Array;
  /** Rows of the group that is being added. */
  readonly #found: Uint32Array;

  constructor({ offsets, rows, counts, lengths }: PostingsImage) {
    this.#offsets = offsets;
    this.#rows = rows;
    this.#counts = counts;
    this.rowCount = lengths.length;
    this.#norms = normsOf(lengths);
    this.#scores = new Float32Array(lengths.length);
    this.#frequencies = new Float32Array(lengths.length);
    this.#found = new Uint32Array(lengths.length);
  }

  documentFrequency(term: number): number {
    const end = this.#offsets[term + 1];
    return end === undefined ? 0 : end - (this.#offsets[term] ?? 0);
  }

  /** The most a row can score for a group of this frequency. */
  ceiling(documentFrequency: number): number {
    return inverseFrequency(this.rowCount, documentFrequency) * (K1 + 1);
  }

  /** Weighted number of rows that hold the group, at least half a row. */
  groupFrequency(group: readonly WeightedTerm[]): number {
    const sum = group.reduce((frequency, { term, weight }) => frequency + weight * this.documentFrequency(term), 0);
    return Math.min(this.rowCount, Math.max(0.5, sum));
  }

  /** Does the term stand in one of these rows, both ends included? */
  holds(term: number, first: number, last = first): boolean {
    let low = this.#offsets[term] ?? 0;
    let high = this.#offsets[term + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    return low < (this.#offsets[term + 1] ?? 0) && (this.#rows[low] ?? 0) <= last;
  }

  /** Scores by row. The result is on loan: read it, then `clear` it before the next question. */
  score(groups: Iterable<readonly WeightedTerm[]>): Float32Array {
    for (const group of groups) this.#addGroup(group);
    return this.#scores;
  }

  clear(): void {
    this.#scores.fill(0);
  }

  // Here and below casts, because looking for undefined would take as long as the rest; every place lies within its array.
  #addGroup(group: readonly WeightedTerm[]): void {
    const rows = this.#found;
    const scores = this.#scores;
    const frequencies = this.#frequencies;
    const norms = this.#norms;
    const worth = this.ceiling(this.groupFrequency(group));
    const found = this.#sumFrequencies(group);
    for (let at = 0; at < found; at++) {
      const row = rows[at] as number;
      const frequency = frequencies[row] as number;
      frequencies[row] = 0;
      scores[row] = (scores[row] as number) + (worth * frequency) / (frequency + (norms[row] as number));
    }
  }

  /** How many rows hold a term of the group. They are left in `#found`, and their weighted sums in `#frequencies`. */
  #sumFrequencies(group: readonly WeightedTerm[]): number {
    const found = this.#found;
    const frequencies = this.#frequencies;
    const rows = this.#rows;
    const counts = this.#counts;
    let length = 0;
    for (const { term, weight } of group) {
      const end = this.#offsets[term + 1] ?? 0;
      for (let at = this.#offsets[term] ?? end; at < end; at++) {
        const row = rows[at] as number;
        const before = frequencies[row] as number;
        if (before === 0) found[length++] = row;
        frequencies[row] = before + weight * (counts[at] as number);
      }
    }
    return length;
  }
}
