/** What is kept of a turn: the words as they were typed, for a desk, and who somebody is. */
import { holdsPersonalData } from '../src/answering/personal-data';
import { LONGEST_FOLLOW_UP } from '../src/answering/stand-alone';
import type { Profile, ProfilePart } from '../src/domain/profile';
import { readSecret } from '../src/referral/references';
import { isEntryTitle } from './answers/entry-title';
import type { Turn } from './dialog';

/** What a desk reads: the first, which mostly tells the need, and the newest. */
const KEEP_SAID = 10;
const KEEP_SEEN = 10;
/** Characters. */
const LONGEST_SAID = 1_000;
const SHORT_QUESTION = 3;
/** Fewer only answer what was asked: a place, a kind of applicant. Words. */
const SHORTEST_NEED = 4;

/** Words that Ponte itself put on a button were chosen, not said. */
export function withSaid(turn: Turn): string[] {
  const { said, conversation, rooms } = turn;
  if (!mayKeep(turn)) return conversation.said;
  const typed = said.slice(0, LONGEST_SAID);
  const isOffered = typed === conversation.thread?.question || isEntryTitle(said, rooms.knowledge);
  if (typed === '' || isOffered || typed === conversation.said.at(-1)) return conversation.said;
  const [first, ...rest] = [...conversation.said, typed];
  return [first ?? typed, ...rest.slice(1 - KEEP_SAID)];
}

/** A secret typed at the wrong moment, an account number or an insult belongs to nobody's desk. */
export const mayKeep = ({ said, understanding }: Turn): boolean =>
  !holdsPersonalData(said) && readSecret(said) === undefined && understanding.insultsIn(said).length === 0;

/** Whether what was typed while something else was asked is a question or a need of its own. */
export const isQuestionOrNeed = (said: string): boolean => isQuestion(said) || wordCount(said) >= SHORTEST_NEED;

/** Entries shown in a conversation, oldest first. */
export const withSeen = (seen: readonly string[], shown: readonly string[]): string[] =>
  [...seen.filter((id) => !shown.includes(id)), ...new Set(shown)].slice(-KEEP_SEEN);

/** "And for associations?" asks of others. `standing` is the utterance made to stand alone. */
export function isFollowUp(turn: Turn, standing: string): boolean {
  const { said, understanding, saidIn, speech } = turn;
  const asks = isQuestion(said);
  if (!asks && understanding.speaksOfSelf(said, saidIn)) return false;
  const words = wordCount(said);
  const goesOn = words <= LONGEST_FOLLOW_UP && understanding.goesOn(said, [saidIn[0] ?? speech.locale, speech.locale]);
  return standing.trim() !== said || goesOn || (asks && words <= SHORT_QUESTION);
}

/** What is known of somebody is replaced only by what they say of themselves. A skipped question tells nothing yet. */
export function withoutPassing(known: Profile, learnt: Profile, turn: Turn): Profile {
  if (turn.understanding.speaksOfSelf(turn.said, turn.saidIn)) return learnt;
  const kept = (Object.entries(known) as [ProfilePart, string | null][]).filter(([, value]) => value !== null);
  return { ...learnt, ...Object.fromEntries(kept) };
}

/** The Greek question mark is a semicolon. */
const isQuestion = (said: string): boolean => /[?;\u037e]\s*$/.test(said);

const wordCount = (said: string): number => said.split(/\s+/).length;
