/**
 * Latent semantic analysis: sparse rows of features reduced to few dimensions, so that texts that share no word but use words that keep
 * company come near. Randomised singular value decomposition (Halko, Martinsson and Tropp, SIAM Review 2011, algorithm 4.4).
 */
import type { Breathe } from './breathing';
import { eigenOf } from './eigen';
import { makeNormal, makeRandom } from './random';

const SEED = 7;
/** Columns beyond those kept, and passes over the rows: the accuracy of the decomposition. */
const SPARE = 8;
const PASSES = 2;
const ZERO = 1e-9;
/** Random numbers that `makeNormal` takes for each of its own. */
const DRAWS_A_NORMAL = 2;
const FEATURES_A_BREATH = 64;

/** A row of the matrix: which features, how strong; of length 1. */
export interface SparseRow {
  readonly features: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

export interface LatentSpace {
  readonly dimensions: number;
  /** Row-major, features × dimensions: what each feature adds to each dimension. */
  readonly axes: Float32Array;
}

/** `numbers` are those of the features among all there were, ascending: a feature begins as it would if all were here. */
export async function findLatentSpace(
  rows: readonly SparseRow[],
  features: number,
  wanted: number,
  breathe: Breathe,
  numbers: ArrayLike<number> = [...Array(features).keys()],
): Promise<LatentSpace> {
  const columns = Math.min(wanted + SPARE, rows.length);
  const matrix = { rows, features, columns, breathe };
  let basis = await timesRows(matrix, randomStart(numbers, columns));
  await orthonormalise(basis, rows.length, columns, breathe);
  for (let pass = 0; pass < PASSES; pass++) {
    basis = await timesRows(matrix, await timesColumns(matrix, basis));
    await orthonormalise(basis, rows.length, columns, breathe);
  }
  return axesOf(await timesColumns(matrix, basis), matrix, Math.min(wanted, columns));
}

/** Random numbers, features × columns. */
function randomStart(numbers: ArrayLike<number>, columns: number): Float64Array {
  const random = makeRandom(SEED);
  const normal = makeNormal(random);
  const start = new Float64Array(numbers.length * columns);
  let next = 0;
  for (let feature = 0; feature < numbers.length; feature++) {
    const number = numbers[feature] ?? 0;
    for (let skipped = (number - next) * columns * DRAWS_A_NORMAL; skipped > 0; skipped--) random();
    for (let i = 0; i < columns; i++) start[feature * columns + i] = normal();
    next = number + 1;
  }
  return start;
}

interface Matrix {
  readonly rows: readonly SparseRow[];
  readonly features: number;
  readonly columns: number;
  readonly breathe: Breathe;
}

/** A × M: rows × columns. */
async function timesRows({ rows, columns, breathe }: Matrix, by: Float64Array): Promise<Float64Array> {
  const product = new Float64Array(rows.length * columns);
  for (const [row, { features, weights }] of rows.entries()) {
    for (let n = 0; n < features.length; n++) addScaled(product, row * columns, by, (features[n] ?? 0) * columns, columns, weights[n] ?? 0);
    await breathe();
  }
  return product;
}

/** Aᵀ × M: features × columns. */
async function timesColumns({ rows, features: count, columns, breathe }: Matrix, by: Float64Array): Promise<Float64Array> {
  const product = new Float64Array(count * columns);
  for (const [row, { features, weights }] of rows.entries()) {
    for (let n = 0; n < features.length; n++) addScaled(product, (features[n] ?? 0) * columns, by, row * columns, columns, weights[n] ?? 0);
    await breathe();
  }
  return product;
}

/** to[at…] += scale × from[start…], `length` numbers. */
function addScaled(to: Float64Array, at: number, from: Float64Array, start: number, length: number, scale: number): void {
  // Casts, because looking for undefined takes as long as multiplying.
  for (let i = 0; i < length; i++) to[at + i] = (to[at + i] as number) + scale * (from[start + i] as number);
}

/** Modified Gram–Schmidt over the columns of a row-major matrix, in place. */
async function orthonormalise(matrix: Float64Array, rows: number, columns: number, breathe: Breathe): Promise<void> {
  for (let column = 0; column < columns; column++) {
    await breathe();
    for (let other = 0; other < column; other++) {
      const shared = dotColumns(matrix, rows, columns, column, other);
      for (let row = 0; row < rows; row++) {
        const at = row * columns;
        matrix[at + column] = (matrix[at + column] ?? 0) - shared * (matrix[at + other] ?? 0);
      }
    }
    const length = Math.sqrt(dotColumns(matrix, rows, columns, column, column));
    const scale = length < ZERO ? 0 : 1 / length;
    for (let row = 0; row < rows; row++) matrix[row * columns + column] = (matrix[row * columns + column] ?? 0) * scale;
  }
}

function dotColumns(matrix: Float64Array, rows: number, columns: number, a: number, b: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += (matrix[row * columns + a] ?? 0) * (matrix[row * columns + b] ?? 0);
  return sum;
}

/** Right singular vectors from Bᵀ = AᵀQ (features × columns), whose small Gram matrix is easily decomposed. */
async function axesOf(b: Float64Array, { features, columns, breathe }: Matrix, dimensions: number): Promise<LatentSpace> {
  const gram = new Float64Array(columns * columns);
  for (let feature = 0; feature < features; feature++) {
    const start = feature * columns;
    for (let i = 0; i < columns; i++) addScaled(gram, i * columns, b, start, columns, b[start + i] ?? 0);
    if (feature % FEATURES_A_BREATH === 0) await breathe();
  }
  const turn = turnOf(gram, columns, dimensions);
  const axes = new Float64Array(features * dimensions);
  for (let feature = 0; feature < features; feature++) {
    for (let i = 0; i < columns; i++)
      addScaled(axes, feature * dimensions, turn, i * dimensions, dimensions, b[feature * columns + i] ?? 0);
    if (feature % FEATURES_A_BREATH === 0) await breathe();
  }
  return { dimensions, axes: Float32Array.from(axes) };
}

/** Eigenvectors, each divided by the root of its eigenvalue: columns × dimensions. */
function turnOf(gram: Float64Array, columns: number, dimensions: number): Float64Array {
  const { values, vectors } = eigenOf(gram, columns);
  const turn = new Float64Array(columns * dimensions);
  for (let i = 0; i < columns; i++)
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const value = values[dimension] ?? 0;
      turn[i * dimensions + dimension] = value > ZERO ? (vectors[i * columns + dimension] ?? 0) / Math.sqrt(value) : 0;
    }
  return turn;
}
