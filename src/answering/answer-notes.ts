/** What one must know about an answer: before it, and what to do next after it. */
import { stateOfCall } from '../domain/call-state';
import { dayIn, daysBetween, spanOf } from '../domain/day';
import type { CallEntry, Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Speech } from '../language/speech';
import type { Answer, MayApply } from './answer';
import { lastSourceYear, yearInTitle } from './entry-edition';
import { UNDATED_DAYS } from './open-calls';

/** What must be read before the answer. */
export function warnings(answer: Answer, entry: Entry, speech: Speech, knowledge: KnowledgeBase): string[] {
  const lines: string[] = [];
  if (answer.outcome === 'wrong-area') {
    const other = speech.list((answer.otherAreas ?? entry.areas).map((code) => placeName(code, speech, knowledge)));
    lines.push(speech.say('answers:lead.elsewhere', { place: placeName(answer.askedArea, speech, knowledge), other }));
  }
  if (answer.outcome === 'stale-evidence') lines.push(speech.say('answers:lead.stale', { day: speech.day(entry.checked) }));
  if (answer.outcome === 'no-evidence') lines.push(refusal(answer, speech));
  if (answer.outcome === 'personal-case') lines.push(speech.say('answers:outcome.personal-case'));
  if (answer.outcome === 'answered-partly')
    lines.push(speech.say(answer.shownAs === 'contradiction' ? 'answers:lead.contradiction' : 'answers:lead.partly'));
  if (answer.mayApply) lines.push(mayApplyLine(answer.mayApply, speech, knowledge));
  if (entry.kind === 'call' && answer.outcome === 'call-closed') {
    const { closes } = entry.call;
    lines.push(closes ? speech.say('answers:lead.call-closed-on', { day: speech.day(closes) }) : speech.say('answers:lead.call-closed'));
  }
  return lines;
}

function refusal({ shownAs, edition = [] }: Answer, speech: Speech): string {
  if (shownAs === 'other-edition') return speech.say('answers:lead.other-edition', { edition: speech.list(edition) });
  return speech.say(shownAs === 'not-told' ? 'answers:lead.not-told' : 'answers:outcome.no-evidence');
}

const placeName = (code: string | undefined, speech: Speech, { vocabularies }: KnowledgeBase): string =>
  textIn(vocabularies.areas.get(code ?? '')?.name ?? { [speech.locale]: speech.countryName(code ?? '') }, speech.locale).text;

/** Yes or no to "and associations?": whether the entry lists them among those who may apply. */
function mayApplyLine({ applicant, is }: MayApply, speech: Speech, { vocabularies }: KnowledgeBase): string {
  const name = vocabularies.applicants.get(applicant)?.name;
  return speech.say(`answers:lead.may-apply.${is}`, { who: name ? textIn(name, speech.locale).text : applicant });
}

/** Calls that are open today, or that none is; the cards tell the rest. */
export function tellOpen({ shownAs, askedArea, entries, outcome }: Answer, speech: Speech, knowledge: KnowledgeBase): string {
  if (shownAs === 'open-now') return speech.say('answers:lead.open-now');
  const none = askedArea
    ? speech.say('answers:lead.none-open-in', { place: placeName(askedArea, speech, knowledge) })
    : speech.say('answers:lead.none-open');
  return [
    none,
    ...(outcome === 'answered' ? [speech.say('answers:lead.undated')] : []),
    ...(entries.some(({ kind }) => kind === 'guide') ? [speech.say('answers:lead.next-here')] : []),
  ].join(' ');
}

/** What to do next about a call one cannot simply apply for. */
export function notes(entry: Entry, speech: Speech, at: Date): string[] {
  if (entry.kind !== 'call') return [];
  const state = stateOfCall(entry.call, entry.reviewBy, at);
  if (state === 'unknown') return [undatedNote(entry, speech, at)];
  if (state !== 'closed') return [];
  return [
    entry.call.nextCalls ? speech.say('answers:lead.next-calls', { url: entry.call.nextCalls }) : speech.say('answers:lead.ask-next'),
  ];
}

function undatedNote(entry: CallEntry, speech: Speech, at: Date): string {
  // A scheme that runs for years names none in its headline.
  const year = yearInTitle(entry) === undefined ? undefined : (entry.call.opens?.slice(0, 4) ?? lastSourceYear(entry));
  const isOld = year !== undefined && daysBetween(spanOf(year).last, dayIn(at, entry.call.timeZone)) > UNDATED_DAYS;
  return isOld ? speech.say('answers:lead.check-state-old', { year }) : speech.say('answers:lead.check-state');
}
