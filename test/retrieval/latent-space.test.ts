import { eigenOf } from '../../src/retrieval/eigen';
import { findLatentSpace, type SparseRow } from '../../src/retrieval/latent-space';
import { makeNormal, makeRandom } from '../../src/retrieval/random';
import { withoutPause } from './small-folder';

describe('eigenOf', () => {
  it('gives the values of a known matrix, greatest first', () => {
    const { values } = eigenOf(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([3, 1]);
  });

  it('gives vectors that the matrix only stretches', () => {
    const n = 12;
    const normal = makeNormal(makeRandom(1));
    const half = Float64Array.from({ length: n * n }, normal);
    const matrix = half.map((value, at) => value + (half[(at % n) * n + Math.floor(at / n)] ?? 0));
    const { values, vectors } = eigenOf(matrix, n);
    const columnOf = (column: number) => Array.from({ length: n }, (_, i) => vectors[i * n + column] ?? 0);
    for (let column = 0; column < n; column++) {
      const vector = columnOf(column);
      const stretched = vector.map((_, i) => vector.reduce((sum, x, j) => sum + x * (matrix[i * n + j] ?? 0), 0));
      for (const [i, value] of stretched.entries()) expect(value).toBeCloseTo((values[column] ?? 0) * (vector[i] ?? 0), 8);
    }
  });
});

/** Rows of two kinds: the first half uses features 0–2, the second half 3–5; feature 6 is in all. */
const ROWS: readonly SparseRow[] = Array.from({ length: 20 }, (_, n) => {
  const from = n < 10 ? 0 : 3;
  return { features: [from + (n % 3), from + ((n + 1) % 3), 6], weights: [0.7, 0.6, 0.39] };
});

describe('findLatentSpace', () => {
  const near = (axes: Float32Array, dimensions: number, a: number, b: number): number => {
    const [x, y] = [a, b].map((feature) => [...axes.subarray(feature * dimensions, (feature + 1) * dimensions)]);
    const dot = (p: number[], q: number[]) => p.reduce((sum, value, i) => sum + value * (q[i] ?? 0), 0);
    return x && y ? dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y)) : Number.NaN;
  };

  it('brings features near that keep company, and parts those that do not', async () => {
    const { axes, dimensions } = await findLatentSpace(ROWS, 7, 2, withoutPause);
    expect(near(axes, dimensions, 0, 2)).toBeGreaterThan(0.9);
    expect(near(axes, dimensions, 0, 4)).toBeLessThan(0.3);
  });

  it('is the same each time', async () => {
    const [one, other] = [await findLatentSpace(ROWS, 7, 3, withoutPause), await findLatentSpace(ROWS, 7, 3, withoutPause)];
    expect(one).toEqual(other);
  });

  it('has no more dimensions than rows, and only finite numbers', async () => {
    const { axes, dimensions } = await findLatentSpace(ROWS.slice(0, 2), 7, 64, withoutPause);
    expect(dimensions).toBe(2);
    expect([...axes].every(Number.isFinite)).toBe(true);
  });

  it('of nothing is empty', async () => {
    expect((await findLatentSpace([], 0, 64, withoutPause)).dimensions).toBe(0);
  });
});
