/**
 * BM25 over numbered terms in typed arrays. A question is a list of groups: the words that would each answer one word of the
 * question, weighted. A group counts as one term whose frequencies are the weighted sums of its members' (probabilistic structured
 * queries, Darwish and Oard, SIGIR 2003), so own-language words and translations are scored on the same scale.
 */

/** Robertson's usual values; a grid search gained nothing (reference/retrieval.md 3). */
const K1 = 1.2;
const B = 0.75;

export interface WeightedTerm {
  readonly term: number;
  /** 0…1. */
  readonly weight: number;
}

/** Scores by row; `touched` lists every row that may hold one. Taken from the postings, to be given back with `clear`. */
export interface RowScores {
  readonly values: Float32Array;
  readonly touched: number[];
}

/** Postings as plain data. */
export interface PostingsImage {
  /** By term: its rows stand at `offsets[term]` to `offsets[term + 1]`, ascending. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** How often the term stands in each of those rows. */
  readonly counts: Uint8Array;
  /** Terms by row. */
  readonly lengths: Uint32Array;
}

export class Postings {
  readonly image: PostingsImage;
  readonly rowCount: number;
  readonly #offsets: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #counts: Uint8Array;
  /** K1 × (1 − B + B × length / average length), by row. */
  readonly #norms: Float32Array;
  readonly #scores: RowScores;
  readonly #frequencies: Float32Array;

  constructor(image: PostingsImage) {
    const { offsets, rows, counts, lengths } = image;
    this.image = image;
    this.#offsets = offsets;
    this.#rows = rows;
    this.#counts = counts;
    this.rowCount = lengths.length;
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
    this.#norms = Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
    this.#scores = { values: new Float32Array(lengths.length), touched: [] };
    this.#frequencies = new Float32Array(lengths.length);
  }

  documentFrequency(term: number): number {
    const end = this.#offsets[term + 1];
    return end === undefined ? 0 : end - (this.#offsets[term] ?? 0);
  }

  /** What one occurrence of a term in so many rows is worth; always positive. */
  inverseFrequency(documentFrequency: number): number {
    return Math.log(1 + (this.rowCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
  }

  /** The most a row can score for a group of this frequency. */
  ceiling(documentFrequency: number): number {
    return this.inverseFrequency(documentFrequency) * (K1 + 1);
  }

  /** Weighted number of rows that hold the group, at least half a row. */
  groupFrequency(group: readonly WeightedTerm[]): number {
    const sum = group.reduce((frequency, { term, weight }) => frequency + weight * this.documentFrequency(term), 0);
    return Math.min(this.rowCount, Math.max(0.5, sum));
  }

  holds(term: number, row: number): boolean {
    let low = this.#offsets[term] ?? 0;
    let high = this.#offsets[term + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low < (this.#offsets[term + 1] ?? 0) && this.#rows[low] === row;
  }

  /** Scores every row. The result is on loan: read it, then `clear` it before the next question. */
  score(groups: Iterable<readonly WeightedTerm[]>): RowScores {
    for (const group of groups) this.#addGroup(group);
    return this.#scores;
  }

  clear(): void {
    for (const row of this.#scores.touched) this.#scores.values[row] = 0;
    this.#scores.touched.length = 0;
  }

  #addGroup(group: readonly WeightedTerm[]): void {
    const found = this.#sumFrequencies(group);
    const worth = this.ceiling(this.groupFrequency(group));
    const { values, touched } = this.#scores;
    for (const row of found) {
      const frequency = this.#frequencies[row] ?? 0;
      this.#frequencies[row] = 0;
      const before = values[row] ?? 0;
      if (before === 0) touched.push(row);
      values[row] = before + (worth * frequency) / (frequency + (this.#norms[row] ?? 0));
    }
  }

  /** Rows that hold a term of the group; their weighted sums are left in `#frequencies`. */
  #sumFrequencies(group: readonly WeightedTerm[]): number[] {
    const found: number[] = [];
    for (const { term, weight } of group) {
      const end = this.#offsets[term + 1] ?? 0;
      for (let at = this.#offsets[term] ?? 0; at < end; at++) {
        const row = this.#rows[at] ?? 0;
        const before = this.#frequencies[row] ?? 0;
        if (before === 0) found.push(row);
        this.#frequencies[row] = before + weight * (this.#counts[at] ?? 0);
      }
    }
    return found;
  }
}
