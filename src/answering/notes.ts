/** What stands below an answer: what its entry warns of, and what to do next about a call one cannot simply apply for. */
import { stateOfCall } from '../domain/call-state';
import { dayIn, daysBetween, spanOf } from '../domain/day';
import type { CallEntry, Entry } from '../domain/entry';
import type { Speech } from '../language/speech';
import type { Answer } from './answer';
import { lastSourceYear, yearInTitle } from './entry-edition';
import { UNDATED_DAYS } from './open-calls';

/** Paragraphs; `lead` is what stands above them. */
export function notesOf({ cautions = [] }: Answer, entry: Entry, lead: string, speech: Speech, at: Date): string[] {
  const unsaid = cautions.filter((caution) => !lead.includes(caution));
  const own = unsaid.length > 0 ? [unsaid.join(' ')] : [];
  if (entry.kind !== 'call') return own;
  const state = stateOfCall(entry.call, entry.reviewBy, at);
  // That it is probably closed is not said twice.
  if (state === 'unknown') return cautions.length > 0 && !isLongAgo(entry, at) ? own : [undatedNote(entry, speech, at)];
  if (state !== 'closed') return [];
  return [
    entry.call.nextCalls ? speech.say('answers:lead.next-calls', { url: entry.call.nextCalls }) : speech.say('answers:lead.ask-next'),
  ];
}

function undatedNote(entry: CallEntry, speech: Speech, at: Date): string {
  const year = yearOf(entry);
  return year !== undefined && isLongAgo(entry, at)
    ? speech.say('answers:lead.check-state-old', { year })
    : speech.say('answers:lead.check-state');
}

/** A scheme that runs for years names none in its headline. */
const yearOf = (entry: CallEntry): string | undefined =>
  yearInTitle(entry) === undefined ? undefined : (entry.call.opens?.slice(0, 4) ?? lastSourceYear(entry));

function isLongAgo(entry: CallEntry, at: Date): boolean {
  const year = yearOf(entry);
  return year !== undefined && daysBetween(spanOf(year).last, dayIn(at, entry.call.timeZone)) > UNDATED_DAYS;
}
