/** What goes on from the turn before: a question to the entry on the screen, or the one before asked for another place. */
import type { AskedAbout } from '../language/asking';
import { answerShown } from './answer-shown';
import { ANSWER_FROM, type AnswerRooms, type Draft, ended, type StepResult } from './draft';
import { placesOf } from './find-hits';
import { speaksOfMoney, whereToLook } from './where-published';

export async function goOnFromShown(draft: Draft, rooms: AnswerRooms): Promise<StepResult> {
  return (await answerShown(draft.question, rooms)) ?? draft;
}

/** So surely, the bank that gives a region's money is told where no call is. */
const SURELY = 0.6;

/** "And in Drama?" after a call is answered with a call, or with where they are published: not with what else there is in Drama. */
export function keepToQuestionBefore(draft: Draft, { knowledge }: AnswerRooms): StepResult {
  const { elsewhere } = draft.question;
  const best = draft.hits?.[0] && knowledge.findEntry(draft.hits[0].entry);
  const isCallOrSure =
    !elsewhere?.isOfCalls ||
    best?.kind === 'call' ||
    (best?.kind === 'service' && draft.confidence >= SURELY && speaksOfMoney(draft.asked));
  if (!elsewhere || (draft.confidence >= ANSWER_FROM && isCallOrSure)) return draft;
  const guide = whereToLook(elsewhere.isOfCalls ? new Set<AskedAbout>(['calls']) : draft.asked, placesOf(draft), knowledge);
  return ended(draft, 'no-evidence', guide ? { entries: [guide], shownAs: 'where-to-look' } : {});
}
