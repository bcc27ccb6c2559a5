/** Keeps the best few of many without sorting them all. */
export class Best<T> {
  readonly #most: number;
  readonly #isBetter: (a: T, b: T) => boolean;
  readonly #kept: T[] = [];

  /** `isBetter` must never call two different candidates equal, or their order would depend on chance. */
  constructor(most: number, isBetter: (a: T, b: T) => boolean) {
    this.#most = most;
    this.#isBetter = isBetter;
  }

  offer(candidate: T): void {
    const kept = this.#kept;
    if (kept.length < this.#most) kept.push(candidate);
    else if (kept.length === 0 || !this.#isBetter(candidate, kept[kept.length - 1] as T)) return;
    const place = this.#placeOf(candidate, kept.length - 1);
    // By hand: `splice` would make an array for each candidate, which took as long as comparing ten thousand vectors.
    for (let at = kept.length - 1; at > place; at--) kept[at] = kept[at - 1] as T;
    kept[place] = candidate;
  }

  /** Among the first so many, behind all that are better. */
  #placeOf(candidate: T, count: number): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#isBetter(candidate, this.#kept[middle] as T)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Has it as many as it keeps? Then `last` is what a candidate must be better than. */
  get isFull(): boolean {
    return this.#kept.length >= this.#most;
  }

  get last(): T | undefined {
    return this.#kept.at(-1);
  }

  /** Best first. */
  all(): readonly T[] {
    return this.#kept;
  }
}
