/** Finds calls that fit: asks only what was not yet said, then lists them, best first, with a verdict per criterion. */
import { z } from 'zod';
import { areaServes } from '../src/domain/area';
import type { Outcome } from '../src/domain/outcome';
import { Profile, type ProfilePart } from '../src/domain/profile';
import type { Reply } from '../src/domain/reply';
import { wordsOf } from '../src/language/fold';
import { isEntryTitle } from './answers/entry-title';
import type { Meaning } from './answers/heard-phrases';
import { hearQuestion } from './answers/question';
import { ask } from './ask';
import type { Dialog, Step, Turn } from './dialog';
import { type FormQuestion, fillForm, nextQuestion, withNotice } from './form';
import { listFunding } from './list-funding';
import { applicantQuestion, areaQuestion, isOnlyProfile, namesOf, profileIn, topicQuestion } from './profile-questions';

const QUESTIONS: readonly FormQuestion<Profile>[] = [areaQuestion(), applicantQuestion(), topicQuestion()];
const PARTS: readonly ProfilePart[] = ['area', 'applicant', 'topic'];

const State = z.strictObject({
  answers: Profile,
  /** Calls already listed; absent while questions are open. */
  listed: z.number().int().optional(),
  /** Utterances in a row that were no answer to the open question. */
  strayed: z.number().int().optional(),
});
type State = z.infer<typeof State>;

export const findFunding: Dialog<State> = {
  name: 'find-funding',
  schema: State,
  begin: async (turn) => {
    const told: Profile = { ...turn.conversation.profile, ...profileIn(turn, PARTS) };
    const here = turn.rooms.knowledge.findSite(turn.conversation.site)?.site.area;
    if (told.area !== undefined || !here) return goOn(told, [], turn);
    // On the page of a place that place is meant; it is told, so that another one can be named.
    const answers = { ...told, area: here };
    return goOn(answers, [noted(answers, ['area'], turn)], turn);
  },
  proceed: async (state, turn) => {
    const open = nextQuestion(QUESTIONS, state.answers, turn);
    return state.listed !== undefined || !open ? afterList(state, turn) : hearAnswer(state, open, turn);
  },
  repeat: ({ answers, listed }, turn) => (listed === undefined ? nextQuestion(QUESTIONS, answers, turn)?.ask(answers, turn) : undefined),
};

const means = ({ understanding, said, speech }: Turn, meanings: readonly Meaning[]): boolean =>
  meanings.some((meaning) => understanding.is(said, meaning, speech.locale));

const isOffered = ({ choices = [] }: Reply, said: string): boolean =>
  choices.some((choice) => wordsOf(choice.say).join(' ') === wordsOf(said).join(' '));

const NOT_MINE: Step<State> = { replies: [], isNotMine: true };

/** A greeting leaves the question open, thanks end the search, and the title of an entry asks for that entry. */
function beforeAnswer(state: State, open: FormQuestion<Profile>, turn: Turn): Step<State> | Promise<Step<State>> | undefined {
  const question = open.ask(state.answers, turn);
  if (means(turn, ['greeting'])) return { state, replies: [question] };
  if (means(turn, ['thanks'])) return NOT_MINE;
  const isTitle = !isOffered(question, turn.said) && isEntryTitle(turn.said, turn.rooms.knowledge);
  return isTitle ? answerAside(state, open, turn.said, turn) : undefined;
}

async function hearAnswer(state: State, open: FormQuestion<Profile>, turn: Turn): Promise<Step<State>> {
  const { answers } = state;
  const early = beforeAnswer(state, open, turn);
  if (early) return early;
  if (means(turn, ['why', 'skip', 'unknown', 'no'])) {
    const step = fillForm(QUESTIONS, answers, turn);
    return goOn(step.answers, step.replies, turn);
  }
  const { understanding, said, speech, saidIn, rooms } = turn;
  const isWish = understanding.is(said, 'funding', speech.locale) || understanding.mentions(said, 'funding', speech.locale);
  const told = toldBeside(answers, open.name, turn);
  // What a button says is an answer, however it begins: "chi vuole fondare un'impresa".
  const question = isOffered(open.ask(answers, turn), said) ? undefined : hearQuestion(said, saidIn, rooms.languages);
  if (told && (isWish || !question || (!question.isOpened && isOnlyProfile(turn)))) {
    const aside = PARTS.filter((part) => part !== open.name && told[part] !== answers[part]);
    return goOn(told, aside.length > 0 ? [noted(told, aside, turn)] : [], turn);
  }
  if (question && !isWish) return answerAside(state, open, question.text, turn);
  // Who presses "find funding" again has said nothing that was not understood.
  return stray(state, open, isWish ? [] : [{ text: speech.say(open.notUnderstood), locale: speech.locale }], turn);
}

/**
 * The answers with what was said, undefined when that is nothing new. One utterance may answer two questions, or another than the open one;
 * what is known changes when nothing else is said ("no, we are an association"), or a place inside the known one.
 */
function toldBeside(answers: Profile, open: ProfilePart, turn: Turn): Profile | undefined {
  const told = profileIn(turn, PARTS, open);
  const isCorrection = told[open] === undefined && isOnlyProfile(turn);
  const news = PARTS.filter((part) => {
    const [before, now] = [answers[part], told[part]];
    if (now === undefined || now === null || now === before) return false;
    return before === undefined || isCorrection || (part === 'area' && before !== null && areaServes(before, now));
  });
  return news.length === 0 ? undefined : { ...answers, ...Object.fromEntries(news.map((part) => [part, told[part]])) };
}

const noted = (told: Profile, parts: readonly ProfilePart[], turn: Turn): Reply => ({
  text: turn.speech.say('dialogs:funding.noted', { what: turn.speech.list(namesOf(told, parts, turn)) }),
  locale: turn.speech.locale,
});

/** After these the open question would be beside the point, or would hide what "did you mean" offers. */
const ENDING: readonly Outcome[] = ['crisis', 'abuse', 'clarify', 'personal-data'];

/** A question is answered, and the open one asked once more; whoever asks on is not held back. */
async function answerAside(
  { answers, strayed = 0 }: State,
  open: FormQuestion<Profile>,
  question: string,
  turn: Turn,
): Promise<Step<State>> {
  const { replies, learnt } = (await ask.begin({ ...turn, said: question })) as Step;
  // "What is a social enterprise?" does not say that one is.
  const learntHere = { ...learnt, profile: answers };
  if (strayed > 0 || replies.some(({ outcome }) => outcome && ENDING.includes(outcome))) return { replies, learnt: learntHere };
  const answered = replies.map(({ choices: _, ...reply }) => reply);
  return { state: { answers, strayed: strayed + 1 }, replies: [...answered, open.ask(answers, turn)], learnt: learntHere };
}

/** What is neither an answer nor a question is told as that once, then the way out; then the person is let go. */
async function stray(
  { answers, strayed = 0 }: State,
  open: FormQuestion<Profile>,
  notices: readonly Reply[],
  turn: Turn,
): Promise<Step<State>> {
  const { speech, said, saidIn, rooms } = turn;
  const heard = await rooms.answerer.answer({ text: said, locale: saidIn[0] ?? speech.locale, also: saidIn.slice(1), at: rooms.now() });
  if (strayed > 1 || heard.outcome === 'crisis' || heard.outcome === 'abuse') return NOT_MINE;
  const question = open.ask(answers, turn);
  const state: State = { answers, strayed: strayed + 1 };
  if (strayed === 0) return { state, replies: [withNotice(notices, question)] };
  return { state, replies: [{ ...question, text: speech.say('dialogs:funding.or-leave', { stop: speech.say('common:offer.stop') }) }] };
}

/** "Show more", or the same search with another place, applicant or topic; anything else is looked at afresh. */
function afterList({ answers, listed = 0 }: State, turn: Turn): Step<State> {
  if (means(turn, ['more'])) return listFunding(answers, listed, turn) ?? NOT_MINE;
  const told = isOnlyProfile(turn) && !hearQuestion(turn.said, turn.saidIn, turn.rooms.languages)?.isOpened ? profileIn(turn, PARTS) : {};
  return PARTS.some((part) => told[part] !== undefined && told[part] !== answers[part])
    ? goOn({ ...answers, ...told }, [], turn)
    : NOT_MINE;
}

function goOn(answers: Profile, notices: readonly Reply[], turn: Turn): Step<State> {
  const question = nextQuestion(QUESTIONS, answers, turn);
  if (!question) return listFunding(answers, 0, turn) ?? NOT_MINE;
  return { state: { answers }, replies: [withNotice(notices, question.ask(answers, turn))], learnt: { profile: answers } };
}
