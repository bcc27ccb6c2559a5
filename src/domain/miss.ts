/** Questions that found nothing, as they are kept for staff: masked, by the day, without who asked or in which conversation. */
import { z } from 'zod';
import { Day } from './day';
import { Locale } from './locale';
import { Outcome } from './outcome';

/** Outcomes that tell of a gap in the folder. A crisis, an insult or a personal case is never kept. */
const MISS_OUTCOMES: ReadonlySet<Outcome> = new Set<Outcome>(['no-evidence', 'clarify', 'wrong-area', 'stale-evidence']);
export const isMissOutcome = (outcome: Outcome): boolean => MISS_OUTCOMES.has(outcome);

/** Longest question kept. Characters. */
export const LONGEST_MISS = 300;

export const Miss = z.strictObject({
  day: Day,
  /** The language it was asked in. */
  locale: Locale,
  outcome: Outcome,
  /** Already masked. */
  question: z
    .string()
    .min(1)
    .max(LONGEST_MISS)
    // It is printed in a terminal: nothing in it may steer one.
    .regex(/^[^\p{Cc}\p{Cf}]*$/u),
});
export type Miss = z.infer<typeof Miss>;

/** JSON lines → misses, oldest first. A line that is none (a write that was cut off) is counted, and the others stand. */
export function readMisses(text: string): { misses: Miss[]; unreadable: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const misses = lines.flatMap((line) => readMiss(line) ?? []);
  return { misses, unreadable: lines.length - misses.length };
}

function readMiss(line: string): Miss | undefined {
  try {
    return Miss.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
