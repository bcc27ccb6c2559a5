/** What is known of each address over the days, and the state that follows. One failure withdraws nothing. */
import { z } from 'zod';
import { Day } from '../../domain/day';

/** `not-found`: the server says 404 or 410. `no-host`: its name does not exist. `unsure`: everything that may pass. */
export const LinkCheck = z.strictObject({
  day: Day,
  found: z.enum(['there', 'not-found', 'no-host', 'unsure']),
  /** In words for staff. */
  why: z.string(),
  /** Where a permanent redirect leads (301, 308). */
  movedTo: z.string().optional(),
});
export type LinkCheck = z.infer<typeof LinkCheck>;

const Host = z.strictObject({
  /** Failures in a row. */
  failures: z.number().int().min(1),
  /** Not asked again before this instant. */
  notBefore: z.iso.datetime(),
});

export const LinkHistory = z.strictObject({
  version: z.literal(1),
  /** Checks of an address, one a day, oldest first. */
  links: z.record(z.string(), z.array(LinkCheck).min(1)),
  /** Hosts that had trouble. */
  hosts: z.record(z.string(), Host),
});
export type LinkHistory = z.infer<typeof LinkHistory>;

export const EMPTY_HISTORY: LinkHistory = { version: 1, links: {}, hosts: {} };

export type LinkState = 'valid' | 'gone' | 'uncertain';

/** A page counts as gone when it was missing, for the same reason, on this many different days since it was last there. */
export const DAYS_TO_GONE = 3;
const KEPT_CHECKS = 12;

/** The checks with one more; of one day the last that is sure stays. */
export function addCheck(checks: readonly LinkCheck[], check: LinkCheck): LinkCheck[] {
  const today = checks.find(({ day }) => day === check.day);
  const isVaguer = today !== undefined && today.found !== 'unsure' && check.found === 'unsure';
  const all = [...checks.filter(({ day }) => day !== check.day), isVaguer ? today : check].sort((a, b) => (a.day < b.day ? -1 : 1));
  if (all.length <= KEPT_CHECKS) return all;
  // What was sure is kept longest: a week of time-outs must not make a page that is gone look merely slow.
  const vague = all.findIndex(({ found }) => found === 'unsure');
  return all.toSpliced(Math.max(0, vague), 1);
}

/** Undefined for an address that was never asked. */
export function stateOfLink(checks: readonly LinkCheck[] | undefined): LinkState | undefined {
  const last = checks?.at(-1);
  if (!checks || !last) return undefined;
  if (last.found === 'there') return 'valid';
  const since = checks.slice(checks.findLastIndex(({ found }) => found === 'there') + 1);
  const isGone = (['not-found', 'no-host'] as const).some((kind) => since.filter(({ found }) => found === kind).length >= DAYS_TO_GONE);
  return isGone ? 'gone' : 'uncertain';
}

const HOUR = 3_600_000;
const LONGEST_WAIT = 72 * HOUR;
const LONGEST_RETRY_AFTER = 168 * HOUR;

/** How long to leave a host in peace after so many failures in a row: an hour, doubled each time; longer when it asks for more. Milliseconds. */
export function waitAfter(failures: number, askedFor = 0): number {
  return Math.max(Math.min(HOUR * 2 ** (failures - 1), LONGEST_WAIT), Math.min(askedFor, LONGEST_RETRY_AFTER));
}
