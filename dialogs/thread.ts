/** What the next utterance may go on from, and where the enquirer is: not every place they ask about. */
import type { Answer, Before } from '../src/answering/answer';
import type { AreaCode } from '../src/domain/area';
import type { ConversationState } from '../src/domain/conversation';
import type { Locale } from '../src/domain/locale';
import { FACTS } from '../src/language/asking';
import { contentStems } from '../src/retrieval/glossary';
import type { Turn } from './dialog';
import { readArea } from './profile-questions';

/** Longest question kept, in characters: with a few words more it is still no story. */
export const LONGEST_THREAD = 900;

export function threadAfter(found: Answer, turn: Turn): ConversationState['thread'] {
  const { conversation, saidIn, speech } = turn;
  const [entry] = found.entries;
  const locale = saidIn[0] ?? speech.locale;
  const { thread } = conversation;
  // What was asked before is not lost with a few words that were not understood.
  if (thread && !found.isOfShown && !entry && isThin(turn, locale)) return thread;
  const own = { question: found.question.slice(0, LONGEST_THREAD), locale };
  const { question, locale: spoken } = (found.isOfShown ? thread : undefined) ?? own;
  const facts = FACTS.filter((fact) => found.isOfShown && found.asked.has(fact));
  const about = facts.length > 0 ? facts : found.isOfShown ? thread?.about : undefined;
  const placed = found.isOfShown ? withPlace(question, spoken, turn) : question;
  return {
    question: placed.slice(0, LONGEST_THREAD),
    locale: spoken,
    ...(entry ? { shown: entry.id } : {}),
    ...(about ? { about: [...about] } : {}),
  };
}

/** "And in Croatia?" of what is shown: what comes next goes on from the question there. */
function withPlace(question: string, locale: Locale, { said, saidIn, speech, rooms }: Turn): string {
  const { places } = rooms;
  const spoken = saidIn[0] ?? speech.locale;
  const isPlaceAlone = places.find(said, spoken) !== undefined && contentStems(places.cut(said, spoken), spoken).length === 0;
  if (!isPlaceAlone) return question;
  return places.find(question, locale) === undefined
    ? `${question} ${said}`
    : places.replace(question, locale, places.said(said, spoken).join(' '));
}

/** Words of content in what has hardly a subject of its own. */
const THIN = 2;

const isThin = ({ said, rooms }: Turn, locale: Locale): boolean => contentStems(rooms.places.cut(said, locale), locale).length <= THIN;

/** As answering takes it up. */
export const beforeOf = ({ thread }: ConversationState): Before | undefined =>
  thread && { ...thread, about: FACTS.filter((fact) => thread.about?.includes(fact)) };

/** Where they said they are. */
export const homeOf = ({ profile, askedArea }: ConversationState): AreaCode | undefined =>
  askedArea && profile.area === askedArea.area ? askedArea.home : (profile.area ?? undefined);

/** "Which calls are there in Graz?" may be asked from anywhere; "we are in Graz", or the name alone, tells where somebody is. */
export function askedAreaAfter(found: Answer, turn: Turn): ConversationState['askedArea'] {
  const { said, conversation, rooms, speech } = turn;
  const area = readArea(turn);
  if (area === undefined) return conversation.askedArea;
  const isNameAlone = !/\p{L}/u.test(rooms.places.cut(said, turn.saidIn[0] ?? speech.locale));
  const tellsHome = isNameAlone || (found.question === said && found.asked.has('home'));
  const home = homeOf(conversation);
  return tellsHome ? undefined : { area, ...(home ? { home } : {}) };
}
