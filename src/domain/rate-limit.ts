/** Token buckets: a burst, then a steady pace. Kept in memory, as losing them at a restart harms nobody. */

export interface Pace {
  /** How many at once. Infinity lifts the limit. */
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Of more callers than this the one not seen for longest is forgotten: whoever makes up callers must not fill the memory. */
const MAX_BUCKETS = 10_000;

export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #pace: Pace;
  readonly #now: () => number;

  /** `now` gives milliseconds. */
  constructor(pace: Pace, now: () => number) {
    this.#pace = pace;
    this.#now = now;
  }

  /** Takes one; gives 0 when it was there, else the whole seconds to wait. */
  take(key: string): number {
    const { burst, perSecond } = this.#pace;
    if (burst === Number.POSITIVE_INFINITY) return 0;
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { left: burst, at: now };
    bucket.left = this.#refilled(bucket, now);
    bucket.at = now;
    this.#keep(key, bucket);
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
    bucket.left -= 1;
    return 0;
  }

  #refilled(bucket: Bucket, now: number): number {
    // A clock that was set back must not empty buckets.
    const seconds = Math.max(0, now - bucket.at) / 1000;
    return Math.min(this.#pace.burst, bucket.left + seconds * this.#pace.perSecond);
  }

  /** A map keeps the order in which keys were set: the first is the one not used for longest. */
  #keep(key: string, bucket: Bucket): void {
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size <= MAX_BUCKETS) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
