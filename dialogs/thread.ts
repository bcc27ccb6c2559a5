/** What the next utterance may go on from, and where the enquirer is: not every place they ask about. */
import type { Answer } from '../src/answering/answer';
import type { AreaCode } from '../src/domain/area';
import type { ConversationState } from '../src/domain/conversation';
import type { Turn } from './dialog';
import { readArea } from './profile-questions';

/** Longest question kept, in characters: with a few words more it is still no story. */
export const LONGEST_THREAD = 900;

export function threadAfter(found: Answer, { conversation, saidIn, speech }: Turn): ConversationState['thread'] {
  const [entry] = found.entries;
  const locale = saidIn[0] ?? speech.locale;
  const own = { question: found.question.slice(0, LONGEST_THREAD), locale };
  const { question, locale: spoken } = (found.isOfShown ? conversation.thread : undefined) ?? own;
  return { question, locale: spoken, ...(entry ? { shown: entry.id } : {}) };
}

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
