/** How good a list of entries is. All are 0…1. */

/** 1 / the place of the right entry among the first ten; 0 when it is not there. */
export function reciprocalRank(found: readonly string[], right: string): number {
  const place = found.slice(0, 10).indexOf(right);
  return place < 0 ? 0 : 1 / (place + 1);
}

export const hitAt1 = (found: readonly string[], right: readonly string[]): number => (right.includes(found[0] ?? '') ? 1 : 0);

/** Share of the right entries, at most five of them, that are among the first five. */
export function recallAt5(found: readonly string[], right: readonly string[]): number {
  const hits = new Set(found.slice(0, 5).filter((entry) => right.includes(entry)));
  return hits.size / Math.min(5, right.length);
}

/** NaN of nothing. */
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
