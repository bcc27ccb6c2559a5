/** First wait after a failure, in milliseconds; every further failure doubles it. */
const FIRST = 500;
/** Longest wait, in milliseconds: a person who looks at an offline banner should not wait longer than this. */
const LONGEST = 30_000;

/**
 * Milliseconds to wait before try number `tries` + 1. `random` is in [0, 1); half of the wait is drawn by it, so that the
 * clients of a server that restarts do not all come back in the same moment.
 */
export function backoffDelay(tries: number, random: number): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** tries);
  return Math.round(whole * (0.5 + random / 2));
}
