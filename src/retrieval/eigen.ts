/** Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations. */

const MOST_SWEEPS = 30;
const NEGLIGIBLE = 1e-14;

export interface Eigen {
  /** Greatest first. */
  readonly values: Float64Array;
  /** Column c belongs to value c; row-major, n × n. */
  readonly vectors: Float64Array;
}

/** `matrix` is row-major, n × n, symmetric; it is left as it is. */
export function eigenOf(matrix: Float64Array, n: number): Eigen {
  const work = matrix.slice();
  const turns = new Float64Array(n * n);
  for (let i = 0; i < n; i++) turns[i * n + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS && sweepOnce(work, turns, n); sweep++);
  const order = [...Array(n).keys()].sort((a, b) => at(work, b * n + b) - at(work, a * n + a));
  const vectors = new Float64Array(n * n);
  for (const [column, from] of order.entries()) for (let i = 0; i < n; i++) vectors[i * n + column] = at(turns, i * n + from);
  return { values: Float64Array.from(order, (i) => at(work, i * n + i)), vectors };
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;

/** Turns every pair once; false when there was nothing left to turn. */
function sweepOnce(work: Float64Array, turns: Float64Array, n: number): boolean {
  let turned = false;
  for (let p = 0; p < n; p++)
    for (let q = p + 1; q < n; q++) {
      const off = at(work, p * n + q);
      if (Math.abs(off) < NEGLIGIBLE) continue;
      turned = true;
      const half = (at(work, q * n + q) - at(work, p * n + p)) / (2 * off);
      const tangent = Math.sign(half || 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
      const cosine = 1 / Math.sqrt(tangent * tangent + 1);
      const rotation = { n, p, q, cosine, sine: tangent * cosine };
      rotateColumns(work, rotation);
      rotateRows(work, rotation);
      rotateColumns(turns, rotation);
    }
  return turned;
}

interface Rotation {
  readonly n: number;
  readonly p: number;
  readonly q: number;
  readonly cosine: number;
  readonly sine: number;
}

function rotateColumns(values: Float64Array, { n, p, q, cosine, sine }: Rotation): void {
  for (let i = 0; i < n; i++) {
    const x = at(values, i * n + p);
    const y = at(values, i * n + q);
    values[i * n + p] = cosine * x - sine * y;
    values[i * n + q] = sine * x + cosine * y;
  }
}

function rotateRows(values: Float64Array, { n, p, q, cosine, sine }: Rotation): void {
  for (let i = 0; i < n; i++) {
    const x = at(values, p * n + i);
    const y = at(values, q * n + i);
    values[p * n + i] = cosine * x - sine * y;
    values[q * n + i] = sine * x + cosine * y;
  }
}
