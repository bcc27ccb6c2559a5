/** What is said in the middle of a referral that answers none of its questions: thanks, a question, a need. Nothing of it is lost. */
import type { Outcome } from '../src/domain/outcome';
import type { Reply } from '../src/domain/reply';
import { readContact } from './answers/contact';
import { hearQuestion } from './answers/question';
import { ask } from './ask';
import type { Step, Turn } from './dialog';
import { isQuestionOrNeed, mayKeep, withSaid } from './kept';
import { isOnlyProfile, readArea } from './profile-questions';

/** One word that opens questions may be a name. Words. */
const SHORTEST_QUESTION = 2;
const NOT_KNOWN: readonly Outcome[] = ['no-evidence', 'clarify'];
const ENDING: readonly Outcome[] = ['crisis', 'abuse'];

/** What is asked in place of an answer; undefined when it may be the answer. */
export function questionInstead(open: string, turn: Turn): string | undefined {
  const { said, saidIn, rooms, understanding, speech } = turn;
  if (open === 'message' || readContact(said) || said.split(/\s+/).length < SHORTEST_QUESTION) return undefined;
  if (understanding.isPhrase(said, [speech.locale, 'en'])) return undefined;
  const heard = hearQuestion(said, saidIn, rooms.languages);
  const isPlace = open === 'area' && readArea(turn) !== undefined && isOnlyProfile(turn);
  return heard && (heard.isOpened || !isPlace) ? heard.text : undefined;
}

interface Aside {
  readonly replies: readonly Reply[];
  readonly learnt: NonNullable<Step['learnt']>;
  /** The referral would be beside the point now. */
  readonly isEnding: boolean;
}

/** Answered, without its buttons, because the form goes on; what the folder does not know goes to the person. */
export async function answerAside(question: string, turn: Turn): Promise<Aside> {
  const { replies, learnt = {} } = (await ask.begin({ ...turn, said: question })) as Step;
  const { profile: _, ...rest } = learnt;
  const hasOutcome = (outcomes: readonly Outcome[]) => replies.some(({ outcome }) => outcome && outcomes.includes(outcome));
  if (hasOutcome(ENDING)) return { replies, learnt: rest, isEnding: true };
  const isKept = hasOutcome(NOT_KNOWN) && mayKeep(turn);
  const told = isKept ? [kept(turn)] : replies.map(({ choices: __, ...reply }) => reply);
  return { replies: told, learnt: rest, isEnding: false };
}

const kept = ({ speech }: Turn): Reply => ({ text: speech.say('dialogs:refer.kept'), locale: speech.locale });

/** A need told where a place was asked for goes to the person, with the place or without it. */
export function needBeside(turn: Turn): { readonly notices: readonly Reply[]; readonly said: string[] } | undefined {
  const { said, understanding, speech } = turn;
  const isNeed = isQuestionOrNeed(said) && !understanding.isPhrase(said, [speech.locale, 'en']) && !isOnlyProfile(turn) && mayKeep(turn);
  return isNeed ? { notices: [kept(turn)], said: withSaid(turn) } : undefined;
}
