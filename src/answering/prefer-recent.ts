/** Puts the call of this year before its older sisters: who names no year means the one that matters now. */
import { stateOfCall } from '../domain/call-state';
import { dayIn, daysBetween, spanOf } from '../domain/day';
import type { CallEntry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { EntryHit } from '../retrieval/retriever';

/** Chosen on the tuning half of test/eval. */
const OPEN = 1.1;
const LONG_AGO = 0.9;
const LONG_AGO_DAYS = 730;

/** Best first; the scores of entries that are no calls stay. */
export function preferRecent(hits: readonly EntryHit[], knowledge: KnowledgeBase, at: Date): readonly EntryHit[] {
  const scored = hits.map((hit) => {
    const entry = knowledge.findEntry(hit.entry);
    return entry?.kind === 'call' ? { ...hit, score: hit.score * timeliness(entry, at) } : hit;
  });
  return scored.sort((a, b) => b.score - a.score);
}

function timeliness({ call, reviewBy }: CallEntry, at: Date): number {
  const state = stateOfCall(call, reviewBy, at);
  if (state === 'open' || state === 'closing-soon' || state === 'forthcoming') return OPEN;
  const last = call.closes ?? call.opens;
  // A call without any date is one that nobody could date any more.
  return last === undefined || daysBetween(spanOf(last).last, dayIn(at, call.timeZone)) > LONG_AGO_DAYS ? LONG_AGO : 1;
}
