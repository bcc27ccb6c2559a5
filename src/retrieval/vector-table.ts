/** Vectors of length 1 in one typed array, row by row: exact search, and the one copy everything else is built from. */
import { PonteError } from '../errors';
import { Best } from './best';

const FIRST_CAPACITY = 256;

export class VectorTable {
  readonly dimensions: number;
  #values: Float32Array;
  #rowCount = 0;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.#values = new Float32Array(dimensions * FIRST_CAPACITY);
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Scales to length 1 and gives the number of the row. */
  add(vector: readonly number[]): number {
    const unit = toUnit(vector, this.dimensions);
    const start = this.#rowCount * this.dimensions;
    if (start === this.#values.length) {
      const grown = new Float32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.set(unit, start);
    this.#rowCount += 1;
    return this.#rowCount - 1;
  }

  rowAt(row: number): number[] {
    return Array.from(this.#values.subarray(row * this.dimensions, (row + 1) * this.dimensions));
  }

  /** The rows nearest to a vector of length 1 among those that may be found, best first, ties by row. */
  nearest(unit: readonly number[], count: number, mayFind: (row: number) => boolean): Neighbour[] {
    // There is room for an even number of rows.
    const likenesses = new Float64Array(this.#rowCount + (this.#rowCount % 2));
    multiply(this.#values, Float64Array.from(unit), likenesses);
    const best = new Best(count, isNearer);
    let least = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < this.#rowCount; row++) {
      const likeness = likenesses[row] as number;
      // Later rows lose ties, so most are passed over without another look.
      if (likeness <= least || !mayFind(row)) continue;
      best.offer({ row, likeness });
      if (best.isFull) least = best.last?.likeness ?? least;
    }
    return [...best.all()];
  }
}

/**
 * Scalar products with `by` of the vectors one after the other in `values`, `into.length` of them, an even number. Two at a time, so that `by` is read once for
 * both; in four sums each, because one would wait for its last addition; casts, because looking for undefined takes as long as multiplying.
 */
function multiply(values: Float32Array, by: Float64Array, into: Float64Array): void {
  const size = by.length;
  for (let row = 0; row < into.length; row += 2) {
    const one = row * size;
    const other = one + size;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    let i = 0;
    for (; i + 3 < size; i += 4) {
      const p = by[i] as number;
      const q = by[i + 1] as number;
      const r = by[i + 2] as number;
      const s = by[i + 3] as number;
      a += (values[one + i] as number) * p;
      b += (values[one + i + 1] as number) * q;
      c += (values[one + i + 2] as number) * r;
      d += (values[one + i + 3] as number) * s;
      e += (values[other + i] as number) * p;
      f += (values[other + i + 1] as number) * q;
      g += (values[other + i + 2] as number) * r;
      h += (values[other + i + 3] as number) * s;
    }
    for (; i < size; i++) {
      a += (values[one + i] as number) * (by[i] as number);
      e += (values[other + i] as number) * (by[i] as number);
    }
    into[row] = a + b + c + d;
    into[row + 1] = e + f + g + h;
  }
}

export interface Neighbour {
  readonly row: number;
  /** Cosine, −1…1. */
  readonly likeness: number;
}

export const isNearer = (a: Neighbour, b: Neighbour): boolean => a.likeness > b.likeness || (a.likeness === b.likeness && a.row < b.row);

/** The vector with length 1; zeros stay zeros. Throws EMBEDDER_FAILED unless it has these dimensions and only finite numbers. */
export function toUnit(vector: readonly number[], dimensions: number): number[] {
  if (vector.length !== dimensions) throw new PonteError('EMBEDDER_FAILED', `dimension ${vector.length}, not ${dimensions}`);
  const values = Array.from(vector);
  if (!values.every(Number.isFinite)) throw new PonteError('EMBEDDER_FAILED', 'not finite');
  const length = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? values.map((x) => x / length) : values;
}
