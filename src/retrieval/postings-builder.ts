/** Collects the terms of rows and turns them into postings. */
import type { Breathe } from './breathing';
import { growingUint8, growingUint32 } from './growing-array';
import { Postings } from './postings';

/** What a byte holds; BM25 hardly grows beyond. */
const MOST_OF_A_TERM = 255;
const ROWS_A_BREATH = 64;

export class PostingsBuilder {
  readonly #terms = growingUint32();
  readonly #counts = growingUint8();
  readonly #starts = growingUint32();
  readonly #lengths = growingUint32();
  #counted = new Uint16Array(1024);
  #termCount = 0;

  /** Adds the next row. */
  add(terms: ArrayLike<number> & Iterable<number>): void {
    this.#starts.push(this.#terms.length);
    this.#lengths.push(terms.length);
    for (const term of terms) this.#count(term);
    for (const term of terms) {
      const count = this.#counted[term] ?? 0;
      if (count === 0) continue;
      this.#terms.push(term);
      this.#counts.push(count);
      this.#counted[term] = 0;
    }
  }

  #count(term: number): void {
    if (term >= this.#counted.length) {
      const grown = new Uint16Array(Math.max(term + 1, this.#counted.length * 2));
      grown.set(this.#counted);
      this.#counted = grown;
    }
    this.#termCount = Math.max(this.#termCount, term + 1);
    this.#counted[term] = Math.min(MOST_OF_A_TERM, (this.#counted[term] ?? 0) + 1);
  }

  /**
   * From rows of terms to terms of rows, by counting sort: rows stay in ascending order within a term. Terms in more rows than
   * `mostRows` are left out, as if nobody had said them.
   */
  async build(breathe: Breathe, mostRows = Number.POSITIVE_INFINITY): Promise<Postings> {
    const terms = this.#terms.view();
    const counts = this.#counts.view();
    const starts = this.#starts.view();
    const offsets = this.#offsets(mostRows);
    await breathe();
    const total = offsets[this.#termCount] ?? 0;
    const next = offsets.slice();
    const rows = new Uint32Array(total);
    const counted = new Uint8Array(total);
    for (let row = 0; row < starts.length; row++) {
      const end = starts[row + 1] ?? terms.length;
      for (let at = starts[row] ?? 0; at < end; at++) {
        const term = terms[at] ?? 0;
        if (offsets[term] === offsets[term + 1]) continue;
        const place = next[term] ?? 0;
        rows[place] = row;
        counted[place] = counts[at] ?? 0;
        next[term] = place + 1;
      }
      if (row % ROWS_A_BREATH === 0) await breathe();
    }
    return new Postings({ offsets, rows, counts: counted, lengths: this.#lengths.view().slice() });
  }

  /** Where the rows of each term begin. */
  #offsets(mostRows: number): Uint32Array {
    const offsets = new Uint32Array(this.#termCount + 1);
    const terms = this.#terms.view();
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
    }
    for (let term = 0; term < this.#termCount; term++) {
      const frequency = offsets[term + 1] ?? 0;
      offsets[term + 1] = (offsets[term] ?? 0) + (frequency > mostRows ? 0 : frequency);
    }
    return offsets;
  }
}
