/** Puts the call of this year before its older sisters: who names no year means the one that matters now. */
import { stateOfCall } from '../domain/call-state';
import { dayIn, daysBetween, spanOf } from '../domain/day';
import type { CallEntry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import { contentStems } from '../retrieval/glossary';
import type { EntryHit } from '../retrieval/retriever';
import { lastYearIn } from './entry-edition';
import { isRoundOf, titleStems } from './rounds';

/** Chosen on the tuning half of test/eval. */
const OPEN = 1.1;
const LONG_AGO = 0.9;
const LONG_AGO_DAYS = 730;

/** A later round so far behind is about something else after all. */
const NEAR = 0.6;

/** From this share of the words on, a question is mostly the name of the call. */
const MOSTLY = 0.5;

export interface Timely {
  readonly at: Date;
  readonly locale: Locale;
  /** What is asked about, without the words that say what of it. */
  readonly core: string;
}

/** Best first; the scores of entries that are no calls stay. Of the rounds of one call the last comes first, with the score of the best. */
export function preferRecent(hits: readonly EntryHit[], knowledge: KnowledgeBase, asked: Timely): readonly EntryHit[] {
  const scored = hits.map((hit) => {
    const entry = knowledge.findEntry(hit.entry);
    return entry?.kind === 'call' ? { ...hit, score: hit.score * timeliness(entry, asked.at) } : hit;
  });
  return lastRoundFirst(
    scored.sort((a, b) => b.score - a.score),
    knowledge,
    asked,
  );
}

function lastRoundFirst(hits: readonly EntryHit[], knowledge: KnowledgeBase, { locale, core }: Timely): readonly EntryHit[] {
  const [best] = hits;
  const first = best && knowledge.findEntry(best.entry);
  if (!best || first?.kind !== 'call') return hits;
  const stems = contentStems(core, locale);
  const named = stems.filter((stem) => titleStems(first, locale).has(stem));
  // "The third round of", "in our village": more than the name is said, and may mean an older one.
  if (/\d/.test(core) || named.length < MOSTLY * Math.max(1, stems.length)) return hits;
  let last = { hit: best, day: lastDayOf(first) };
  for (const hit of hits) {
    const call = knowledge.findEntry(hit.entry);
    if (call?.kind !== 'call' || hit.score < NEAR * best.score || lastDayOf(call) <= last.day) continue;
    if (isRoundOf(call, first) && named.every((stem) => titleStems(call, locale).has(stem))) last = { hit, day: lastDayOf(call) };
  }
  return last.hit === best ? hits : [{ ...last.hit, score: best.score }, ...hits.filter((hit) => hit !== last.hit)];
}

/** As text; a call without any day or year is older than all. */
export const lastDayOf = (entry: CallEntry): string => entry.call.closes ?? entry.call.opens ?? lastYearIn(entry) ?? '';

function timeliness({ call, reviewBy }: CallEntry, at: Date): number {
  const state = stateOfCall(call, reviewBy, at);
  if (state === 'open' || state === 'closing-soon' || state === 'forthcoming') return OPEN;
  const last = call.closes ?? call.opens;
  // A call without any date is one that nobody could date any more.
  return last === undefined || daysBetween(spanOf(last).last, dayIn(at, call.timeZone)) > LONG_AGO_DAYS ? LONG_AGO : 1;
}
