/** Who says where they are and asks nothing is told that it was heard, and every later question is answered for that place. */
import { wordsOf } from '../src/language/fold';
import { offerChoices } from './choices';
import type { Step, Turn } from './dialog';
import { namesOf, readArea } from './profile-questions';

/** "I now live in": more words beside the place may ask something. */
const MOST_BESIDE = 4;

/** Undefined when it asks something, or names a place as what a question goes on with: "Graz?", "in Graz". */
export function notePlace(turn: Turn): Step | undefined {
  const { said, saidIn, speech, conversation, understanding, rooms } = turn;
  const area = readArea(turn);
  if (area === undefined || /[?;\u037e]/.test(said)) return undefined;
  const beside = wordsOf(saidIn.reduce((left, locale) => rooms.places.cut(left, locale), said)).length;
  const isOfSelf = beside > 0 && beside <= MOST_BESIDE && understanding.speaksOfSelf(said, saidIn);
  const isNameAlone = beside === 0 && conversation.thread === undefined;
  if (!isOfSelf && !isNameAlone) return undefined;
  const profile = { ...conversation.profile, area };
  const place = speech.list(namesOf(profile, ['area'], turn));
  return {
    replies: [
      { text: speech.say('dialogs:place-noted', { place }), locale: speech.locale, choices: offerChoices(speech, ['funding', 'person']) },
    ],
    learnt: { profile, askedArea: undefined },
  };
}
