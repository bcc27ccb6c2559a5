/** Finds calls that fit: asks only what was not yet said, then lists them, best first, with a verdict per criterion. */
import { z } from 'zod';
import { entryCard } from '../src/answering/entry-card';
import { Profile } from '../src/domain/profile';
import type { Reply } from '../src/domain/reply';
import { type Match, matchCalls } from '../src/eligibility/match-calls';
import { offerChoices } from './choices';
import type { Dialog, Step, Turn } from './dialog';
import { type FormQuestion, fillForm, nextQuestion, withNotice } from './form';
import { withHelpNear } from './help-near';
import { applicantQuestion, areaQuestion, profileIn, topicQuestion } from './profile-questions';

const QUESTIONS: readonly FormQuestion<Profile>[] = [areaQuestion(), applicantQuestion(), topicQuestion()];

/** Calls shown at once: what fits on a phone without losing the first. */
const PAGE = 3;

const State = z.strictObject({
  answers: Profile,
  /** Calls already listed; absent while questions are open. */
  listed: z.number().int().optional(),
});
type State = z.infer<typeof State>;

export const findFunding: Dialog<State> = {
  name: 'find-funding',
  schema: State,
  begin: async (turn) => {
    const answers = { ...turn.conversation.profile, ...profileIn(turn, ['area', 'applicant', 'topic']) };
    return goOn({ answers }, [], turn);
  },
  proceed: async (state, turn) => {
    const { understanding, said, speech } = turn;
    if (state.listed !== undefined) {
      if (understanding.is(said, 'more', speech.locale)) return list(state.answers, state.listed, turn);
      return { replies: [], isNotMine: true };
    }
    const step = fillForm(QUESTIONS, state.answers, turn);
    // "A cooperative in Drama" answers two questions at once; what was already known stays.
    const answers = step.replies.length > 0 ? step.answers : { ...profileIn(turn, ['area', 'applicant', 'topic']), ...step.answers };
    return goOn({ answers }, step.replies, turn);
  },
  repeat: ({ answers, listed }, turn) => (listed === undefined ? nextQuestion(QUESTIONS, answers, turn)?.ask(answers, turn) : undefined),
};

function goOn(state: State, notices: readonly Reply[], turn: Turn): Step<State> {
  const question = nextQuestion(QUESTIONS, state.answers, turn);
  if (!question) return list(state.answers, 0, turn);
  return { state, replies: [withNotice(notices, question.ask(state.answers, turn))], learnt: { profile: state.answers } };
}

function list(profile: Profile, from: number, turn: Turn): Step<State> {
  const { rooms, speech } = turn;
  const { knowledge } = rooms;
  const matches = matchCalls(knowledge.entries, profile, knowledge.vocabularies, rooms.now(), Number.MAX_SAFE_INTEGER);
  const page = matches.slice(from, from + PAGE);
  const shown = page.map((match) => match.entry.id);
  const hasMore = matches.length > from + PAGE;
  const reply: Reply = {
    text: headline(matches, from, turn),
    locale: speech.locale,
    outcome: page.length === 0 ? 'no-evidence' : 'answered',
    cards: page.map(({ entry, verdicts }) => entryCard(entry, speech, knowledge, { at: rooms.now(), verdicts })),
    entries: shown,
    choices: [
      ...(hasMore ? [{ title: speech.say('dialogs:funding.more'), say: speech.say('dialogs:funding.more') }] : []),
      ...offerChoices(speech, ['person', 'restart']),
    ],
  };
  const replies = from === 0 && !matches.some(canApply) ? withHelpNear(reply, profile, turn) : [reply]; // Nothing to apply for today: somebody near is worth most.
  const learnt = { profile, ...(shown.length > 0 ? { shown } : {}) };
  return hasMore ? { state: { answers: profile, listed: from + page.length }, replies, learnt } : { replies, learnt };
}

function headline(matches: readonly Match[], from: number, { speech }: Turn): string {
  const count = matches.length;
  if (count === 0) return speech.say('dialogs:funding.none');
  if (from > 0) return speech.say('dialogs:funding.more-of', { from: from + 1, to: Math.min(from + PAGE, count), count });
  const open = matches.filter(canApply).length;
  const later = matches.filter(({ state }) => state === 'forthcoming').length;
  const key = open > 0 ? 'found-open' : later > 0 ? 'found-later' : 'found-closed';
  return [speech.say('dialogs:funding.found', { count }), speech.say(`dialogs:funding.${key}`, { count: open || later || count })].join(
    ' ',
  );
}

const canApply = ({ state }: Match): boolean => state === 'open' || state === 'closing-soon';
