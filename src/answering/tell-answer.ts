/** An answer as a reply: in literal sentences of the folder, or worded by a model where there is one and its sentences stand. */
import type { Reply } from '../domain/reply';
import type { Answer } from './answer';
import { renderAnswer } from './render-answer';
import type { TellRooms, Writer } from './writer';

/** Without a writer, or when it fails, the reply is the extractive one; that it failed is said before it. */
export async function tellAnswer(answer: Answer, rooms: TellRooms, writer?: Writer): Promise<Reply> {
  const { speech, knowledge, at } = rooms;
  // Which of two entries holds is not for a model to say.
  const wording = answer.shownAs === 'contradiction' ? undefined : await writer?.word(answer, rooms);
  if (wording?.kind === 'worded') return renderAnswer(answer, speech, knowledge, at, wording.sentences);
  const reply = renderAnswer(answer, speech, knowledge, at);
  if (wording?.kind !== 'unavailable') return reply;
  const notice = speech.say('answers:outcome.model-unavailable');
  return { ...reply, outcome: 'model-unavailable', text: `${notice}\n\n${reply.text}` };
}
