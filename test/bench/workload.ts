/** What people say in a bench: questions of the evaluation, and the steps of a search for funding. */
import { openLanguages } from '../../src/compose';
import type { Locale } from '../../src/domain/locale';
import { type EvalQuestion, readQuestions } from '../eval/questions';
import type { Heard } from './enquirer';

export type Question = Pick<EvalQuestion, 'id' | 'locale' | 'question'>;

/** So many, spread evenly over all, so that each language has its share. */
export function sampleQuestions(count: number, from: readonly Question[] = readQuestions()): readonly Question[] {
  return Array.from({ length: count }, (_, n) => from[Math.floor((n * from.length) / count)]).filter((one) => one !== undefined);
}

export interface Said {
  readonly text: string;
  readonly isQuestion: boolean;
}
/** Gives what is said next; takes the reply to what was said last. */
export type Script = Generator<Said, never, Heard | undefined>;

const QUESTIONS_IN_A_ROW = 10;
/** A search asks for area, applicant and topic. */
const MOST_ANSWERS = 3;
const languages = openLanguages();

/** Questions in one language from the `from`-th on, and after every ten a search for funding that takes the first choice offered. */
export function* scriptOf(questions: readonly Question[], locale: Locale, from: number): Script {
  const speech = languages.speechIn(languages.nearest(locale));
  const own = questions.filter((question) => question.locale === locale);
  for (let n = from; ; n += 1) {
    if (n % QUESTIONS_IN_A_ROW === QUESTIONS_IN_A_ROW - 1) {
      let reply = yield step(speech.say('common:offer.funding'));
      for (let answers = 0; answers < MOST_ANSWERS && reply?.channelData?.ponte?.asks; answers += 1)
        reply = yield step(reply.suggestedActions?.actions[0]?.value ?? speech.say('common:skip'));
      yield step(speech.say('common:offer.restart'));
    }
    const question = own[n % own.length];
    if (question) yield { text: question.question, isQuestion: true };
  }
}

const step = (text: string): Said => ({ text, isQuestion: false });
