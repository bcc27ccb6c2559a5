/** What must be read before an answer. */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { textIn } from '../domain/locale';
import type { Speech } from '../language/speech';
import type { Answer, ForOthers, MayApply } from './answer';
import { namesOf } from './entry-facts';

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
  if (answer.forOthers) lines.push(forOthersLine(answer.forOthers, speech, knowledge));
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
const mayApplyLine = ({ applicant, is }: MayApply, speech: Speech, { vocabularies }: KnowledgeBase): string =>
  speech.say(`answers:lead.may-apply.${is}`, { who: applicantsIn([applicant], speech, vocabularies) });

/** For whom a call is, when that is not who asks. */
const forOthersLine = ({ named, listed }: ForOthers, speech: Speech, { vocabularies }: KnowledgeBase): string =>
  speech.say('answers:lead.for-others', {
    listed: applicantsIn(listed, speech, vocabularies),
    who: applicantsIn(named, speech, vocabularies),
  });

const applicantsIn = (ids: readonly string[], speech: Speech, { applicants }: KnowledgeBase['vocabularies']): string =>
  speech.anyOf(ids.map((id) => namesOf([id], applicants, speech) ?? id));

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
