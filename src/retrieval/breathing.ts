/** Lets long work on the one thread of the server pause, so that questions are answered meanwhile. */

/** Longest stretch of work without a pause. Milliseconds. */
const STRETCH = 12;

/** Call it often and await it: most calls return at once, one in every stretch lets the event loop turn. */
export type Breathe = () => Promise<void>;

export function makeBreath(now: () => number = () => performance.now(), stretch = STRETCH): Breathe {
  let since = now();
  return async () => {
    if (now() - since < stretch) return;
    await new Promise<void>((resume) => setImmediate(resume));
    since = now();
  };
}
