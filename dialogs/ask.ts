/** A question in somebody's own words: answered from the folder, or told that the folder does not know. */
import { z } from 'zod';
import { tellAnswer } from '../src/answering/tell-answer';
import type { Outcome } from '../src/domain/outcome';
import { readSecret } from '../src/referral/references';
import { offerChoices } from './choices';
import type { Dialog, Step, Turn } from './dialog';
import { withHelpNear } from './help-near';
import { isFollowUp, withSaid } from './kept';
import { profileIn, readArea } from './profile-questions';
import { askedAreaAfter, beforeOf, homeOf, threadAfter } from './thread';

const UNKEPT: readonly Outcome[] = ['personal-data', 'too-long', 'abuse'];

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
    homeArea: homeOf(conversation),
    at: rooms.now(),
    before: beforeOf(conversation),
  });
  const reply = await tellAnswer(found, { speech, knowledge: rooms.knowledge, at: rooms.now() }, rooms.writer);
  const isMiss = found.outcome === 'no-evidence' || found.outcome === 'clarify';
  // A secret typed at the wrong moment belongs to nobody's desk, nor does an insult.
  const learnsNothing = UNKEPT.includes(found.outcome) || readSecret(said) !== undefined;
  const suggestions = found.suggestions.map((title) => ({ title, say: title }));
  const choices = [...suggestions, ...offerChoices(speech, isMiss ? ['person', 'funding', 'help'] : ['person', 'funding'])];
  const told = { ...reply, choices };
  const place = { ...conversation.profile, ...profileIn(turn, ['area']) };
  return {
    // Who asks for somebody in a place, and is not understood, is shown who is there.
    replies: isMiss && found.asked.has('help') ? withHelpNear(told, place, turn) : [told],
    learnt: {
      // What was said about the person serves later questions: nobody is asked twice.
      profile:
        learnsNothing || isFollowUp(turn, found.question)
          ? conversation.profile
          : { ...conversation.profile, ...profileIn(turn, ['area', 'applicant']) },
      ...(reply.entries?.length && found.shownAs !== 'where-to-look' ? { shown: [...reply.entries] } : {}),
      // What comes next goes on from what was asked about.
      ...(learnsNothing ? {} : { said: withSaid(turn), thread: threadAfter(found, turn), askedArea: askedAreaAfter(found, turn) }),
      misses: isMiss ? conversation.misses + 1 : 0,
    },
  };
}
