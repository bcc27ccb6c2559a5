/** Collects the terms of rows, row by row, and turns them into postings. */
import type { Breathe } from './breathing';
import { growingUint32 } from './growing-array';
import type { PostingsImage } from './postings';
import { sharedRows, sharedUint8, sharedUint32, toShared } from './shared-arrays';

/** What a byte holds; BM25 hardly grows beyond. */
const MOST_OF_A_TERM = 255;
const COUNT_BITS = 8;
const ROWS_A_BREATH = 64;

export class PostingsBuilder {
  /** Term and count of each posting, packed into 32 bits: 16.7 million terms are more than a language has. */
  readonly #packed = growingUint32();
  /** Where each row ends. */
  readonly #ends = growingUint32();
  readonly #lengths = growingUint32();
  /** By term, of the row that is being told. */
  #counted = new Uint16Array(1024);
  /** Distinct terms of that row. */
  #distinct = new Uint32Array(1024);
  #distinctCount = 0;
  #length = 0;
  #termCount = 0;

  /** Adds the next row. */
  add(terms: Iterable<number>): void {
    for (const term of terms) this.tell(term);
    this.endRow();
  }

  /** A term of the row that is under way. */
  tell(term: number): void {
    if (term >= this.#termCount) this.#makeRoom(term);
    const count = this.#counted[term] as number;
    if (count === 0) {
      if (this.#distinctCount === this.#distinct.length) this.#distinct = grown(this.#distinct, this.#distinctCount + 1);
      this.#distinct[this.#distinctCount] = term;
      this.#distinctCount += 1;
    }
    this.#counted[term] = count + 1;
    this.#length += 1;
  }

  endRow(): void {
    for (let at = 0; at < this.#distinctCount; at++) {
      const term = this.#distinct[at] as number;
      this.#packed.push((term << COUNT_BITS) | Math.min(MOST_OF_A_TERM, this.#counted[term] as number));
      this.#counted[term] = 0;
    }
    this.#ends.push(this.#packed.length);
    this.#lengths.push(this.#length);
    this.#distinctCount = 0;
    this.#length = 0;
  }

  #makeRoom(term: number): void {
    if (term >= this.#counted.length) this.#counted = grown(this.#counted, term + 1);
    this.#termCount = term + 1;
  }

  /** How often terms stand in each row. */
  lengths(): Uint32Array {
    return toShared(this.#lengths.view());
  }

  /** By term: in how many rows it stands, of those where it stands so often. */
  frequencies(isWanted: (count: number) => boolean = () => true): Uint32Array {
    const wanted = Uint8Array.from({ length: MOST_OF_A_TERM + 1 }, (_, count) => (isWanted(count) ? 1 : 0));
    const frequencies = new Uint32Array(this.#termCount);
    const packed = this.#packed.view();
    for (let at = 0; at < packed.length; at++) {
      const posting = packed[at] as number;
      const term = posting >>> COUNT_BITS;
      frequencies[term] = (frequencies[term] as number) + (wanted[posting & MOST_OF_A_TERM] as number);
    }
    return frequencies;
  }

  /** Every posting, row by row. `visit` is one function that stays the same, so that it can become part of the loop. */
  async visit(breathe: Breathe, visit: (term: number, row: number, count: number) => void): Promise<void> {
    const packed = this.#packed.values;
    let at = 0;
    for (let row = 0; row < this.#ends.length; row++) {
      for (const end = this.#ends.at(row); at < end; at++) {
        const posting = packed[at] as number;
        visit(posting >>> COUNT_BITS, row, posting & MOST_OF_A_TERM);
      }
      if (row % ROWS_A_BREATH === 0) await breathe();
    }
  }

  /** From rows of terms to terms of rows, by counting sort: rows stay in ascending order within a term. */
  async build(breathe: Breathe): Promise<PostingsImage> {
    const frequencies = this.frequencies();
    const offsets = sharedUint32(this.#termCount + 1);
    for (let term = 0; term < this.#termCount; term++) offsets[term + 1] = (offsets[term] ?? 0) + (frequencies[term] ?? 0);
    const next = offsets.slice();
    const rows = sharedRows(this.#ends.length, this.#packed.length);
    const counts = sharedUint8(this.#packed.length);
    await this.visit(breathe, (term, row, count) => {
      const place = next[term] as number;
      rows[place] = row;
      counts[place] = count;
      next[term] = place + 1;
    });
    return { offsets, rows, counts, lengths: this.lengths() };
  }
}

function grown<T extends Uint16Array | Uint32Array>(values: T, least: number): T {
  const Kind = values.constructor as new (length: number) => T;
  const larger = new Kind(Math.max(least, values.length * 2));
  larger.set(values);
  return larger;
}
