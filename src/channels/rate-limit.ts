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

/** Full buckets say nothing, so they are thrown away when this many are kept. */
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
    if (this.#buckets.size >= MAX_BUCKETS) this.#forgetFull(now);
    this.#buckets.set(key, bucket);
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
    bucket.left -= 1;
    return 0;
  }

  #refilled(bucket: Bucket, now: number): number {
    // A clock that was set back must not empty buckets.
    const seconds = Math.max(0, now - bucket.at) / 1000;
    return Math.min(this.#pace.burst, bucket.left + seconds * this.#pace.perSecond);
  }

  #forgetFull(now: number): void {
    for (const [key, bucket] of this.#buckets) if (this.#refilled(bucket, now) >= this.#pace.burst) this.#buckets.delete(key);
    // Every bucket is in use: somebody makes up keys. The oldest go, so that memory stays bounded.
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size < MAX_BUCKETS) return;
      this.#buckets.delete(key);
    }
  }
}

/** Who counts as one caller: an IPv4 address, or the /64 network that one IPv6 household gets (RFC 6177). */
export function peerKey(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0');
  return `${[...groups, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
