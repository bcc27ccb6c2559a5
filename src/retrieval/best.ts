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
    const last = kept[kept.length - 1];
    if (kept.length >= this.#most && (last === undefined || !this.#isBetter(candidate, last))) return;
    let at = kept.length;
    while (at > 0 && this.#isBetter(candidate, kept[at - 1] as T)) at -= 1;
    kept.splice(at, 0, candidate);
    if (kept.length > this.#most) kept.pop();
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
