/** A question in somebody's own words: answered from the folder, or told that the folder does not know. */
import { z } from 'zod';
import { tellAnswer } from '../src/answering/tell-answer';
import { readSecret } from '../src/referral/references';
import { offerChoices } from './choices';
import type { Dialog, Step, Turn } from './dialog';
import { withHelpNear } from './help-near';
import { profileIn, readArea } from './profile-questions';

/** Questions kept for the desk. */
const KEEP_SAID = 10;

/** Ends with every answer: the next utterance may be anything. */
export const ask: Dialog<null> = {
  name: 'ask',
  schema: z.null(),
  begin: async (turn) => answer(turn),
  proceed: async (_, turn) => answer(turn),
};

async function answer(turn: Turn): Promise<Step<null>> {
  const { rooms, speech, conversation, said } = turn;
  const found = await rooms.answerer.answer({
    text: said,
    locale: turn.saidIn[0] ?? speech.locale,
    also: turn.saidIn.slice(1),
    area: readArea(turn),
    homeArea: conversation.profile.area ?? undefined,
    at: rooms.now(),
    before: lastTurn(conversation),
  });
  const reply = await tellAnswer(found, { speech, knowledge: rooms.knowledge, at: rooms.now() }, rooms.writer);
  const isMiss = found.outcome === 'no-evidence' || found.outcome === 'clarify';
  // A secret typed at the wrong moment belongs to nobody's desk.
  const learnsNothing = found.outcome === 'personal-data' || found.outcome === 'too-long' || readSecret(said) !== undefined;
  const suggestions = found.suggestions.map((title) => ({ title, say: title }));
  const choices = [...suggestions, ...offerChoices(speech, isMiss ? ['person', 'funding', 'help'] : ['person', 'funding'])];
  const told = { ...reply, choices };
  const place = { ...conversation.profile, ...profileIn(turn, ['area']) };
  return {
    // Who asks for somebody in a place, and is not understood, is shown who is there.
    replies: isMiss && found.asked.has('help') ? withHelpNear(told, place, turn) : [told],
    learnt: {
      // What was said about the person serves later questions: nobody is asked twice.
      profile: learnsNothing ? conversation.profile : { ...conversation.profile, ...profileIn(turn, ['area', 'applicant']) },
      ...(learnsNothing ? {} : { said: [...conversation.said, found.question.slice(0, 1000)].slice(-KEEP_SAID) }),
      // What comes next goes on from what was asked about.
      ...(reply.entries?.length && !found.isElsewhere ? { shown: [...reply.entries] } : {}),
      misses: isMiss ? conversation.misses + 1 : 0,
    },
  };
}

const lastTurn = ({ said, shown }: Turn['conversation']) => {
  const question = said.at(-1);
  return question === undefined ? undefined : { question, shown: shown[0] };
};
