/**
 * Asks the first question whose answer is missing. Answers are kept by name; `null` is "asked, and skipped".
 * Every question can be skipped where that makes sense, and asked back: "why do you ask?".
 */
import type { Reply } from '../src/domain/reply';
import type { Turn } from './dialog';

export interface FormQuestion<A extends object> {
  readonly name: keyof A & string;
  /** Does it still make sense, given the other answers? */
  isWanted?(answers: A, turn: Turn): boolean;
  ask(answers: A, turn: Turn): Reply;
  /** The answer, or undefined when it was not understood. */
  read(answers: A, turn: Turn): A[keyof A] | undefined;
  /** "Skip" and "I don't know" give `null`. */
  readonly canSkip: boolean;
  /** Keys of the words for "why do you ask?" and for an answer that was not understood. */
  readonly why: string;
  readonly notUnderstood: string;
}

export interface FormStep<A extends object> {
  readonly answers: A;
  /** To say before the next question. */
  readonly replies: readonly Reply[];
  /** Undefined: every question is answered. */
  readonly next: FormQuestion<A> | undefined;
}

export const nextQuestion = <A extends object>(
  questions: readonly FormQuestion<A>[],
  answers: A,
  turn: Turn,
): FormQuestion<A> | undefined =>
  questions.find((question) => answers[question.name] === undefined && (question.isWanted?.(answers, turn) ?? true));

/** Reads the utterance as the answer of the question that is open, then says which one is next. */
export function fillForm<A extends object>(questions: readonly FormQuestion<A>[], answers: A, turn: Turn): FormStep<A> {
  const open = nextQuestion(questions, answers, turn);
  if (!open) return { answers, replies: [], next: undefined };
  const { speech, understanding, said } = turn;
  const tell = (key: string): FormStep<A> => ({ answers, replies: [{ text: speech.say(key), locale: speech.locale }], next: open });
  if (understanding.is(said, 'why', speech.locale)) return tell(open.why);
  if (understanding.is(said, 'skip', speech.locale) || understanding.is(said, 'unknown', speech.locale)) {
    if (!open.canSkip) return tell('dialogs:cannot-skip');
    return advance(questions, { ...answers, [open.name]: null }, turn);
  }
  // "No, thanks" to something optional is no answer to pass on.
  if (open.canSkip && understanding.is(said, 'no', speech.locale)) return advance(questions, { ...answers, [open.name]: null }, turn);
  const value = open.read(answers, turn);
  return value === undefined ? tell(open.notUnderstood) : advance(questions, { ...answers, [open.name]: value }, turn);
}

const advance = <A extends object>(questions: readonly FormQuestion<A>[], answers: A, turn: Turn): FormStep<A> => ({
  answers,
  replies: [],
  next: nextQuestion(questions, answers, turn),
});

/** Joins what is told with the question that follows, so that one bubble asks one thing. */
export function withNotice(notices: readonly Reply[], question: Reply): Reply {
  return notices.length === 0 ? question : { ...question, text: [...notices.map((one) => one.text), question.text].join('\n\n') };
}
