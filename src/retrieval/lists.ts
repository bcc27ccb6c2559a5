/** Many short lists of numbers as two arrays: all numbers one after the other, and where each list ends. */

export function endsOf(lists: readonly (readonly number[])[]): Uint32Array {
  const ends = new Uint32Array(lists.length);
  let end = 0;
  for (const [n, list] of lists.entries()) {
    end += list.length;
    ends[n] = end;
  }
  return ends;
}

/** A view on the n-th list; empty beyond the last. */
export const listOf = (numbers: Uint32Array, ends: Uint32Array, n: number): Uint32Array =>
  numbers.subarray(n === 0 ? 0 : (ends[n - 1] ?? numbers.length), ends[n] ?? numbers.length);
