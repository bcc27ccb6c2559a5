/** What an answer from an entry is, by the entry's dates and what of the question it tells. */
import { stateOfCall } from '../domain/call-state';
import { dayIn } from '../domain/day';
import type { Entry } from '../domain/entry';
import type { Outcome } from '../domain/outcome';

export function outcomeOf(entry: Entry, at: Date, isAllTold: boolean): Outcome {
  if (entry.kind === 'call' && stateOfCall(entry.call, entry.reviewBy, at) === 'closed') return 'call-closed';
  if (entry.reviewBy < dayIn(at, 'Europe/Brussels')) return 'stale-evidence';
  return isAllTold ? 'answered' : 'answered-partly';
}
