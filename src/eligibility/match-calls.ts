/** Which calls fit a profile, best first, and what to ask next. */
import { areaServes, narrowness } from '../domain/area';
import { type CallState, stateOfCall } from '../domain/call-state';
import type { Verdict } from '../domain/criterion';
import { dayIn, daysBetween, spanOf } from '../domain/day';
import { type CallEntry, type Entry, isCall } from '../domain/entry';
import type { Profile } from '../domain/profile';
import { type Vocabularies, widenTerm } from '../domain/vocabulary';
import { judge } from './judge';

export interface Match {
  readonly entry: CallEntry;
  readonly state: CallState;
  readonly verdicts: readonly Verdict[];
  /** Topics of the call and of the profile meet. */
  readonly isOnTopic: boolean;
}

/** What can still be applied for comes first, then what may still be, then what ended. */
const STATE_ORDER: readonly CallState[] = ['closing-soon', 'open', 'forthcoming', 'unknown', 'closed'];

/**
 * What began, or ended, longer ago comes after all others, days: a call that ended tells little of the next one; one without a closing day
 * may run for years, but not for longer than a programme has money.
 */
const LONG_AGO_DAYS: Partial<Readonly<Record<CallState, number>>> = { unknown: 5 * 365, closed: 2 * 365 };

/**
 * Calls that nothing rules out, best first: state, long ago or not, criteria met, nearness of the area, latest closing day.
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
    .sort((a, b) => better(a, b, profile, at))
    .slice(0, atMost);
}

function better(a: Match, b: Match, { area }: Profile, at: Date): number {
  const near = ({ entry: { areas } }: Match) =>
    Math.max(0, ...areas.filter((one) => !area || areaServes(one, area) || areaServes(area, one)).map(narrowness));
  return (
    Number(isLongAgo(a, at)) - Number(isLongAgo(b, at)) ||
    STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
    met(b) - met(a) ||
    near(b) - near(a) ||
    lastDay(b).localeCompare(lastDay(a)) ||
    a.entry.id.localeCompare(b.entry.id)
  );
}

/** Share of what a machine can check that is met: a condition for a person says nothing against a call. */
function met({ verdicts }: Match): number {
  const checked = verdicts.filter(({ state }) => state !== 'needs-a-person');
  return checked.filter(({ state }) => state === 'met').length / Math.max(1, checked.length);
}

const lastDay = ({ entry }: Match): string => entry.call.closes ?? entry.call.opens ?? '';

function isLongAgo(match: Match, at: Date): boolean {
  const most = LONG_AGO_DAYS[match.state];
  const last = lastDay(match);
  return most !== undefined && last !== '' && daysBetween(spanOf(last).last, dayIn(at, match.entry.call.timeZone)) > most;
}
