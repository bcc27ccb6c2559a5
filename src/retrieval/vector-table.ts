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
    const { dimensions } = this;
    const values = this.#values;
    const query = Float64Array.from(unit);
    const best = new Best(count, isNearer);
    let least = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < this.#rowCount; row++) {
      const likeness = dot(values, row * dimensions, query);
      // Later rows lose ties, so most are passed over without another look.
      if (likeness <= least || !mayFind(row)) continue;
      best.offer({ row, likeness });
      if (best.isFull) least = best.last?.likeness ?? least;
    }
    return [...best.all()];
  }
}

/**
 * Of the vector that begins at `start` with another one. Four sums, because each would wait for its last addition; casts, because looking
 * for undefined takes as long as multiplying.
 */
function dot(values: Float32Array, start: number, by: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < by.length; i += 4) {
    const at = start + i;
    a += (values[at] as number) * (by[i] as number);
    b += (values[at + 1] as number) * (by[i + 1] as number);
    c += (values[at + 2] as number) * (by[i + 2] as number);
    d += (values[at + 3] as number) * (by[i + 3] as number);
  }
  for (; i < by.length; i++) a += (values[start + i] as number) * (by[i] as number);
  return a + b + c + d;
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
