/** Vectors of length 1 in one typed array, row by row: exact search, and the one copy everything else is built from. */
import { PonteError } from '../errors';

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

  /** Cosine of a row with a vector of length 1. */
  likeness(row: number, unit: readonly number[]): number {
    const start = row * this.dimensions;
    let sum = 0;
    for (let i = 0; i < this.dimensions; i++) sum += (this.#values[start + i] ?? 0) * (unit[i] ?? 0);
    return sum;
  }
}

/** The vector with length 1; zeros stay zeros. Throws EMBEDDER_FAILED unless it has these dimensions and only finite numbers. */
export function toUnit(vector: readonly number[], dimensions: number): number[] {
  if (vector.length !== dimensions) throw new PonteError('EMBEDDER_FAILED', `dimension ${vector.length}, not ${dimensions}`);
  const values = Array.from(vector);
  if (!values.every(Number.isFinite)) throw new PonteError('EMBEDDER_FAILED', 'not finite');
  const length = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? values.map((x) => x / length) : values;
}
