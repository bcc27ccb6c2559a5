/** What an answer needs to be read rightly, whichever step gave it: whole thoughts, what its entry warns of, and whom a call is for. */
import type { Entry } from '../domain/entry';
import type { Locale } from '../domain/locale';
import { serves } from '../domain/served';
import { widenTerm } from '../domain/vocabulary';
import type { Answer, ForOthers, Question } from './answer';
import { followable } from './followable';
import { sentencesOf } from './sentences';
import type { FollowRooms } from './stand-alone';

export function complete(answer: Answer, question: Question, rooms: FollowRooms): Answer {
  const [entry] = answer.entries;
  if (!entry || answer.shownAs !== undefined) return answer;
  const cautions = cautionsOf(entry, question.locale, rooms);
  const forOthers = answer.mayApply ? undefined : othersMeant(entry, question, rooms);
  return {
    ...answer,
    sentences: followable(answer.sentences, rooms),
    ...(cautions.length > 0 && { cautions }),
    ...(forOthers && { forOthers }),
  };
}

/** Sentences of the summary: staff write there that something is over, or that nobody knows whether it still is. */
function cautionsOf({ kind, summary }: Entry, locale: Locale, { asking }: FollowRooms): string[] {
  const text = summary[locale];
  if (kind === 'guide' || text === undefined) return [];
  return sentencesOf(text, locale).filter((sentence) => asking.tells('caution', sentence, locale));
}

/** A town council that is shown a call for associations is told so. */
function othersMeant(entry: Entry, { text, locale }: Question, { applicants, knowledge }: FollowRooms): ForOthers | undefined {
  if (entry.kind !== 'call' || entry.audience.length === 0) return undefined;
  const { vocabularies } = knowledge;
  // Whom a call helps is named as often as who applies: only organisations are surely meant as applicants.
  const named = applicants.find(text, locale).filter((id) => !widenTerm(vocabularies.applicants, id).includes('person'));
  const isListed = (id: string): boolean =>
    serves(entry, id, vocabularies) || widenTerm(vocabularies.applicants, id).some((wider) => entry.audience.includes(wider));
  if (named.length === 0 || named.some(isListed)) return undefined;
  // "The call of the town of Milan" names no applicant.
  const giving = applicants.find(entry.call.authority ?? '', entry.locale);
  const others = named.filter((id) => !giving.includes(id));
  return others.length > 0 ? { named: others, listed: entry.audience } : undefined;
}
