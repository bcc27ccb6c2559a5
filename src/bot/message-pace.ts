/**
 * How fast one conversation may talk. Who is too fast is told so once, and heard again after a pause; what came meanwhile is not
 * answered. Kept in memory, as losing it at a restart harms nobody.
 */
import { RateLimit } from '../domain/rate-limit';

/** Milliseconds of a pause: long enough to be noticed, too short to be worth a complaint. */
const PAUSE_MS = 10_000;
const MINUTE_S = 60;
/** Pauses that are over are swept from time to time. */
const MANY_PAUSES = 1_000;

/** `heard`: answer it. `told`: say that it is too fast. `passed-over`: that was said already. */
export type Hearing = 'heard' | 'told' | 'passed-over';

export class MessagePace {
  readonly #limit: RateLimit;
  readonly #now: () => number;
  /** Until when, by conversation. */
  readonly #pauses = new Map<string, number>();

  /** `now` gives milliseconds of a clock that is never set, such as `performance.now`. */
  constructor(perMinute: number, now: () => number) {
    this.#limit = new RateLimit({ burst: perMinute, perSecond: perMinute / MINUTE_S }, now);
    this.#now = now;
  }

  hear(conversation: string): Hearing {
    const now = this.#now();
    if (now < (this.#pauses.get(conversation) ?? 0)) return 'passed-over';
    this.#pauses.delete(conversation);
    const seconds = this.#limit.take(conversation);
    if (seconds === 0) return 'heard';
    if (this.#pauses.size >= MANY_PAUSES) this.#sweep(now);
    this.#pauses.set(conversation, now + Math.max(PAUSE_MS, seconds * 1000));
    return 'told';
  }

  #sweep(now: number): void {
    for (const [conversation, until] of this.#pauses) if (until <= now) this.#pauses.delete(conversation);
  }
}
