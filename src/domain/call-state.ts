/** Whether one can still apply is computed, never written. */

import { type Day, dayIn, daysBetween, type PartialDay, spanOf, timeIn } from './day';
import type { CallFacts } from './entry';

/** `unknown` reads "check with the authority": no closing day, or a review day that passed. */
export type CallState = 'forthcoming' | 'open' | 'closing-soon' | 'closed' | 'unknown';

/** Days before closing from which people are told to hurry. */
const SOON_DAYS = 14;

/** The state at an instant. The closing day counts to its end in the call's time zone, or to the hour given. */
export function stateOfCall(call: CallFacts, reviewBy: Day, at: Date): CallState {
  const today = dayIn(at, call.timeZone);
  if (call.closedBy && call.closedBy <= today) return 'closed';
  if (!call.closes) return opensLater(call, today) && reviewBy >= today ? 'forthcoming' : 'unknown';
  const closes = spanOf(call.closes);
  if (closes.last < today || (closes.last === today && hourPassed(call, at))) return 'closed';
  if (reviewBy < today) return 'unknown';
  if (opensLater(call, today)) return 'forthcoming';
  if (liesInVagueSpan(call.closes, today) || (call.opens && liesInVagueSpan(call.opens, today))) return 'unknown';
  // Of a month that is named as the edge, its first day may be the last one.
  return daysBetween(today, closes.first) <= SOON_DAYS ? 'closing-soon' : 'open';
}

function opensLater(call: CallFacts, today: Day): boolean {
  return call.opens !== undefined && spanOf(call.opens).first > today;
}

function hourPassed(call: CallFacts, at: Date): boolean {
  return call.closesAt !== undefined && timeIn(at, call.timeZone) >= call.closesAt;
}

/** A source that names only the month or year of an edge cannot say on which side of it a day of that month or year lies. */
function liesInVagueSpan(edge: PartialDay, today: Day): boolean {
  const { first, last } = spanOf(edge);
  return edge.length < 10 && first <= today && today <= last;
}
