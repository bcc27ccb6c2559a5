/** Which calls fit a profile, best first, and what to ask next. */
import { narrowness } from '../domain/area';
import { type CallState, stateOfCall } from '../domain/call-state';
import type { Verdict } from '../domain/criterion';
import { dayIn, daysBetween, spanOf } from '../domain/day';
import { type CallEntry, type Entry, isCall } from '../domain/entry';
import type { Profile, ProfilePart } from '../domain/profile';
import { type Vocabularies, widenTerm } from '../domain/vocabulary';
import { judge } from './judge';

export interface Match {
  readonly entry: CallEntry;
  readonly state: CallState;
  readonly verdicts: readonly Verdict[];
  /** Topics of the call and of the profile meet. */
  readonly isOnTopic: boolean;
}

/** What can still be applied for comes first. */
const STATE_ORDER: readonly CallState[] = ['closing-soon', 'open', 'forthcoming', 'unknown', 'closed'];

/** What one can still prepare for; of the others, the state says less than how long ago they were. */
const AHEAD: readonly CallState[] = ['closing-soon', 'open', 'forthcoming'];
/** A call that ended longer ago tells little of the next one. */
const RECENT_DAYS = 730;

/**
 * Calls that nothing rules out, best first: state, how recent, criteria met, nearness of the area, latest closing day.
 * `atMost` bounds the list.
 */
export function matchCalls(
  entries: readonly Entry[],
  profile: Profile,
  vocabularies: Vocabularies,
  at: Date,
  atMost: number,
): readonly Match[] {
  const wanted = profile.topic ? widenTerm(vocabularies.topics, profile.topic) : [];
  const matches = entries.filter(isCall).map((entry) => ({
    entry,
    state: stateOfCall(entry.call, entry.reviewBy, at),
    verdicts: judge(entry, profile, vocabularies),
    isOnTopic: wanted.length === 0 || entry.topics.some((topic) => wanted.includes(topic)),
  }));
  return matches
    .filter((match) => match.isOnTopic && match.verdicts.every((verdict) => verdict.state !== 'not-met'))
    .sort((a, b) => better(a, b, at))
    .slice(0, atMost);
}

function better(a: Match, b: Match, at: Date): number {
  const met = (match: Match) => match.verdicts.filter((verdict) => verdict.state === 'met').length / Math.max(1, match.verdicts.length);
  const near = (match: Match) => Math.max(...match.entry.areas.map(narrowness));
  return (
    stage(a) - stage(b) ||
    staleness(a, at) - staleness(b, at) ||
    STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
    met(b) - met(a) ||
    near(b) - near(a) ||
    lastDay(b).localeCompare(lastDay(a)) ||
    a.entry.id.localeCompare(b.entry.id)
  );
}

const stage = ({ state }: Match): number => (AHEAD.includes(state) ? AHEAD.indexOf(state) : AHEAD.length);
const lastDay = ({ entry }: Match): string => entry.call.closes ?? entry.call.opens ?? '';

/** 0 recent or ahead, 1 without any date, 2 long ago. */
function staleness(match: Match, at: Date): number {
  const last = lastDay(match);
  if (AHEAD.includes(match.state)) return 0;
  if (last === '') return 1;
  return daysBetween(spanOf(last).last, dayIn(at, match.entry.call.timeZone)) > RECENT_DAYS ? 2 : 0;
}

/** Asked in this order; a part that was told, or refused (`null`), is not asked again. */
const PARTS: readonly ProfilePart[] = ['area', 'applicant', 'topic'];

export const nextPart = (profile: Profile): ProfilePart | undefined => PARTS.find((part) => profile[part] === undefined);
