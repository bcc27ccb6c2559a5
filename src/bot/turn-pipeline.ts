/** The way of a turn, as one list. Each step looks at the turn and may finish it; nothing is saved or shown here. */
import { withoutCourtesies } from '../../dialogs/answers/courtesies';
import { isEntryTitle } from '../../dialogs/answers/entry-title';
import type { Meaning } from '../../dialogs/answers/heard-phrases';
import { change } from '../../dialogs/change-language';
import type { Turn } from '../../dialogs/dialog';
import { FLOWS, isFlow } from '../../dialogs/flows';
import { isQuestionOrNeed, mayKeep } from '../../dialogs/kept';
import { notePlace } from '../../dialogs/note-place';
import { takesMessage } from '../../dialogs/refer';
import { complaint, erase, goodbye, help, left, machine, startedAgain, stopped, thanks, wait, welcome } from '../../dialogs/small-talk';
import { LONGEST_THREAD } from '../../dialogs/thread';
import type { ConversationState } from '../domain/conversation';
import { readKnown } from '../domain/known-keys';
import type { Reply } from '../domain/reply';
import { tidy } from '../language/fold';
import { readReference } from '../referral/references';
import { greet, guard, hearInsult, hearLanguage } from './hear';
import type { Incoming } from './incoming';
import {
  absorb,
  begin,
  done,
  keepSaid,
  type PipelineRooms,
  type PipelineStep,
  repeatQuestion,
  SPEECHLESS,
  settle,
  type TurnDraft,
  turnOf,
  without,
} from './turn-draft';

const TURN_STEPS: readonly PipelineStep[] = [
  guard,
  hearInsult,
  hearLanguage,
  greet,
  switchLanguage,
  comeToThePoint,
  interrupt,
  resumeDialog,
  startDialog,
];

export async function runPipeline(incoming: Incoming, state: ConversationState, rooms: PipelineRooms): Promise<TurnDraft> {
  let draft: TurnDraft = { incoming, state, said: tidy(incoming.text), saidIn: [state.locale], replies: [], effects: [], isDone: false };
  for (const step of TURN_STEPS) {
    draft = await step(draft, rooms);
    if (draft.isDone) break;
  }
  return draft;
}

/** The language switch of a page. */
function switchLanguage(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  if (draft.incoming.kind !== 'language') return draft;
  const wanted = draft.incoming.locale;
  if (!wanted || !rooms.languages.spoken.includes(wanted)) return done(draft, []);
  const changed = absorb(draft, change(wanted, turnOf(draft, rooms)), draft.state.active);
  return repeatQuestion({ ...changed, isDone: true }, rooms);
}

/** "Good morning. What is ESF+?" is the question alone. Not where a name or a message is typed. */
function comeToThePoint(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  if (SPEECHLESS.includes(draft.state.active?.dialog ?? '') || isEntryTitle(draft.said, rooms.knowledge)) return draft;
  return { ...draft, said: withoutCourtesies(draft.said, rooms.understanding, draft.state.locale) };
}

/** Requests that are heard at any point. In a dialog that takes free text only a whole utterance counts. */
function interrupt(draft: TurnDraft, rooms: PipelineRooms): TurnDraft | Promise<TurnDraft> {
  const turn = turnOf(draft, rooms);
  const { active } = draft.state;
  const takesFreeText = active?.dialog === 'refer';
  const means = (meaning: Meaning) => turn.understanding.is(turn.said, meaning, turn.speech.locale);
  const isTitle = isEntryTitle(turn.said, rooms.knowledge);
  const mentions = (meaning: Meaning) =>
    means(meaning) || (!takesFreeText && !isTitle && turn.understanding.mentions(turn.said, meaning, turn.speech.locale));
  // Before whatever else is in the sentence, a wish for money too.
  if (!takesFreeText && turn.understanding.isInDanger(turn.said)) return begin('ask', { ...draft, state: without(draft.state) }, rooms);
  const leaving = active && leaves(turn, means);
  if (leaving) return done({ ...draft, state: without(draft.state) }, [leaving]);
  if (means('restart')) return done({ ...draft, state: forgetting(draft.state) }, [startedAgain(turn)]);
  if (isForPerson(turn, means)) return draft;
  const told = tellsAside(turn, mentions);
  if (told) return repeatQuestion(done(draft, [told]), rooms);
  if (namesLanguage(turn, takesFreeText) || mentions('language')) return begin('change-language', draft, rooms);
  // Somebody on the way to a person who presses that button again gives no name with it.
  if (means('person') && active?.dialog === 'refer') return repeatQuestion({ ...draft, isDone: true }, rooms);
  if (active?.dialog !== 'refer' && asksForPerson(turn, mentions)) return begin('refer', draft, rooms);
  if (mentions('status') && active?.dialog !== 'referral-status') return begin('referral-status', draft, rooms);
  return draft;
}

/** A message, and not help, another language, or the button for a person once more. */
function isForPerson(turn: Turn, means: (meaning: Meaning) => boolean): boolean {
  if (!takesMessage(turn)) return false;
  const isAboutTalk =
    means('help') || means('language') || namesLanguage(turn, true) || turn.said === turn.speech.say('common:offer.person');
  return !isAboutTalk;
}

/** Out of a dialog by "stop", and out of a referral by a goodbye; "ciao" may be a hello. */
function leaves(turn: Turn, means: (meaning: Meaning) => boolean): Reply | undefined {
  if (means('stop')) return stopped(turn);
  return turn.conversation.active?.dialog === 'refer' && means('goodbye') && !means('greeting') ? left(turn) : undefined;
}

const asksForPerson = ({ understanding, said, speech, rooms }: Turn, mentions: (meaning: Meaning) => boolean): boolean =>
  mentions('person') ||
  (!isEntryTitle(said, rooms.knowledge) && (understanding.says(said, 'person', speech.locale) || understanding.wishesPerson(said)));

/** What is told beside a dialog, which then goes on. */
function tellsAside(turn: Turn, mentions: (meaning: Meaning) => boolean): Reply | undefined {
  const { active, referred } = turn.conversation;
  const means = (meaning: Meaning) => turn.understanding.is(turn.said, meaning, turn.speech.locale);
  if (mentions('machine')) return machine(turn);
  if (means('help')) return help(turn);
  if (means('complaint')) return complaint(turn);
  if (mentions('erase')) return erase(turn);
  // An answer that was asked for elsewhere may be waited for too.
  return (referred || SPEECHLESS.includes(active?.dialog ?? '')) && means('wait') ? wait(turn) : undefined;
}

/** "German" alone may be somebody's name. */
const namesLanguage = ({ understanding, said }: Turn, mayBeName: boolean): boolean =>
  understanding.languageAsked(said) !== undefined && (!mayBeName || /\s/.test(said));

/** Nothing of it is left but where it stands and its language. */
function forgetting({ site, locale, localeChosen, localeHeard }: ConversationState): ConversationState {
  const language = { locale, localeChosen, ...(localeHeard && { localeHeard }) };
  return { site, ...language, greeted: true, profile: {}, said: [], shown: [], misses: 0 };
}

async function resumeDialog(draft: TurnDraft, rooms: PipelineRooms): Promise<TurnDraft> {
  const { active } = draft.state;
  if (!active || !isFlow(active.dialog)) return { ...draft, state: without(draft.state) };
  const dialog = FLOWS[active.dialog];
  const state = readKnown<unknown>(dialog.schema, active.state);
  // A state that another release wrote and this one cannot read: the dialog is left, the conversation goes on.
  if (!state) return { ...draft, state: without(draft.state) };
  const step = await dialog.proceed(state.value, turnOf(draft, rooms));
  if (step.isNotMine) {
    const left = { ...draft, state: { ...without(draft.state), ...(step.resumes ? { active: step.resumes } : {}) } };
    return step.resumes ? resumeDialog(left, rooms) : left;
  }
  const tellsNeed =
    dialog.name === 'find-funding' && isQuestionOrNeed(draft.said) && !rooms.understanding.isPhrase(draft.said, rooms.languages.spoken);
  return settle(dialog.name, step, tellsNeed ? keepSaid(draft, rooms) : draft, rooms);
}

/** "po sredstva" (Slovene: for funds) reads as a reference too: unasked, a digit or a hyphen must stand in it. */
const holdsReference = (said: string): boolean => {
  const reference = readReference(said);
  return reference !== undefined && (/\d/.test(reference) || /po\s?-/i.test(said));
};

const withThread = (draft: TurnDraft, { said, saidIn, speech }: Turn): TurnDraft => ({
  ...draft,
  state: { ...draft.state, thread: { question: said.slice(0, LONGEST_THREAD), locale: saidIn[0] ?? speech.locale } },
});

/** A story with a wish for money in it is longer than a request. Words. */
const FUNDING_STORY = 25;

/** What is answered in a sentence, without looking anything up. */
function smallTalk(draft: TurnDraft, rooms: PipelineRooms): TurnDraft | undefined {
  const turn = turnOf(draft, rooms);
  const is = (meaning: Meaning) => turn.understanding.is(turn.said, meaning, turn.speech.locale);
  // "Γεια" and "ciao" open a conversation and end it.
  if (is('goodbye') && (draft.state.thread !== undefined || !is('greeting'))) return done(draft, [goodbye(turn)]);
  if (is('greeting')) return done(draft, draft.replies.length > 0 ? [] : [welcome(turn)]);
  if (is('thanks')) return done(draft, [thanks(turn)]);
  if (is('yes') || is('no') || is('skip') || is('unknown') || is('stop') || is('more')) return done(draft, [help(turn)]);
  const noted = notePlace(turn);
  return noted && { ...absorb(keepSaid(draft, rooms), noted, undefined), isDone: true };
}

function startDialog(draft: TurnDraft, rooms: PipelineRooms): TurnDraft | Promise<TurnDraft> {
  const talk = smallTalk(draft, rooms);
  if (talk) return talk;
  const turn = turnOf(draft, rooms);
  const { understanding, said, speech } = turn;
  if (understanding.is(said, 'funding', speech.locale)) return begin('find-funding', draft, rooms);
  if (isEntryTitle(said, rooms.knowledge)) return begin('ask', draft, rooms);
  if (understanding.mentions(said, 'funding', speech.locale, FUNDING_STORY)) {
    // "And in Vlorë?" goes on from it.
    return begin('find-funding', mayKeep(turn) ? withThread(keepSaid(draft, rooms), turn) : draft, rooms);
  }
  if (holdsReference(said)) return begin('referral-status', draft, rooms);
  return begin('ask', draft, rooms);
}
