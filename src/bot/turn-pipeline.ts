/** The way of a turn, as one list. Each step looks at the turn and may finish it; nothing is saved or shown here. */

import type { Meaning, Understanding } from '../../dialogs/answers/understanding';
import { change } from '../../dialogs/change-language';
import { offerChoices } from '../../dialogs/choices';
import type { Effect, Rooms, Step, Turn } from '../../dialogs/dialog';
import { FLOWS, type FlowName, isFlow } from '../../dialogs/flows';
import { help, onlyAlone, startedAgain, stopped, thanks, welcome } from '../../dialogs/small-talk';
import type { ConversationState } from '../domain/conversation';
import type { Locale } from '../domain/locale';
import type { Reply } from '../domain/reply';
import type { Detector } from '../language/detect';
import { lengthSpelt, tidy } from '../language/fold';
import { readReference } from '../referral/references';
import type { Incoming } from './incoming';

export interface PipelineRooms extends Rooms {
  readonly detector: Detector;
  readonly understanding: Understanding;
}

export interface TurnDraft {
  readonly incoming: Incoming;
  readonly state: ConversationState;
  readonly said: string;
  readonly saidIn: readonly Locale[];
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  /** For the log. */
  readonly dialog?: string;
  readonly isDone: boolean;
}

type PipelineStep = (draft: TurnDraft, rooms: PipelineRooms) => TurnDraft | Promise<TurnDraft>;

export const TURN_STEPS: readonly PipelineStep[] = [guard, hearLanguage, greet, switchLanguage, interrupt, resumeDialog, startDialog];

export async function runPipeline(incoming: Incoming, state: ConversationState, rooms: PipelineRooms): Promise<TurnDraft> {
  let draft: TurnDraft = { incoming, state, said: tidy(incoming.text), saidIn: [state.locale], replies: [], effects: [], isDone: false };
  for (const step of TURN_STEPS) {
    draft = await step(draft, rooms);
    if (draft.isDone) break;
  }
  return draft;
}

/** The longest answer a dialog takes is the message to a desk; its own limit is told there. Characters. */
const MAX_SAID = 2_000;

function guard(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  if (draft.incoming.kind !== 'message') return draft;
  const speech = rooms.languages.speechIn(draft.state.locale);
  const tell = (reply: Reply) => done(draft, [reply]);
  if (draft.said === '')
    return tell({
      text: speech.say('common:empty'),
      locale: speech.locale,
      outcome: 'clarify',
      choices: offerChoices(speech, ['help', 'person']),
    });
  if (lengthSpelt(draft.said) > MAX_SAID)
    return tell({
      text: speech.say('answers:outcome.too-long', { most: speech.number(MAX_SAID) }),
      locale: speech.locale,
      outcome: 'too-long',
      choices: offerChoices(speech, ['help', 'person']),
    });
  return draft;
}

/** Names, addresses and secrets are in no language: while they are asked for, the conversation's language stays. */
const SPEECHLESS: readonly string[] = ['refer', 'referral-status'];

function hearLanguage(draft: TurnDraft, { detector, languages, understanding }: PipelineRooms): TurnDraft {
  const { state, said, incoming } = draft;
  if (incoming.kind !== 'message' || SPEECHLESS.includes(state.active?.dialog ?? '')) return draft;
  const heard = detector.detect(said, {
    last: state.locale,
    ...(incoming.locale && { page: incoming.locale }),
    ...(state.localeChosen && { chosen: state.locale }),
  });
  const mayChange =
    heard.sure && !state.localeChosen && languages.spoken.includes(heard.locale) && !understanding.is(said, 'skip', state.locale);
  const locale = mayChange ? heard.locale : state.locale;
  const saidIn = [...new Set([heard.locale, locale, ...(heard.second && !heard.sure ? [heard.second] : [])])];
  return { ...draft, state: { ...state, locale }, saidIn };
}

function greet(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  const { incoming, state } = draft;
  if (incoming.kind === 'arrival') return state.greeted ? done(draft, []) : withGreeting(done(draft, [welcome(turnOf(draft, rooms))]));
  // Teams may bring a message before anybody was announced; people are told all the same that this is software.
  return state.greeted ? draft : withGreeting({ ...draft, replies: [welcome(turnOf(draft, rooms))] });
}

const withGreeting = (draft: TurnDraft): TurnDraft => ({ ...draft, state: { ...draft.state, greeted: true } });

/** The language switch of a page. */
function switchLanguage(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  if (draft.incoming.kind !== 'language') return draft;
  const wanted = draft.incoming.locale;
  if (!wanted || !rooms.languages.spoken.includes(wanted)) return done(draft, []);
  const changed = absorb(draft, change(wanted, turnOf(draft, rooms)), draft.state.active);
  return repeatQuestion({ ...changed, isDone: true }, rooms);
}

/** Requests that are heard at any point. In a dialog that takes free text only a whole utterance counts. */
function interrupt(draft: TurnDraft, rooms: PipelineRooms): TurnDraft | Promise<TurnDraft> {
  const turn = turnOf(draft, rooms);
  const { active } = draft.state;
  const takesFreeText = active?.dialog === 'refer';
  const means = (meaning: Meaning) => turn.understanding.is(turn.said, meaning, turn.speech.locale);
  const mentions = (meaning: Meaning) =>
    means(meaning) || (!takesFreeText && turn.understanding.mentions(turn.said, meaning, turn.speech.locale));
  if (active && means('stop')) return done({ ...draft, state: without(draft.state) }, [stopped(turn)]);
  if (means('restart')) {
    const { site, locale, localeChosen } = draft.state;
    const fresh: ConversationState = { site, locale, localeChosen, greeted: true, profile: {}, said: [], shown: [], misses: 0 };
    return done({ ...draft, state: fresh }, [startedAgain(turn)]);
  }
  if (means('help')) return repeatQuestion(done(draft, [help(turn)]), rooms);
  if (mentions('language')) return begin('change-language', draft, rooms);
  // Somebody on the way to a person who presses that button again gives no name with it.
  if (means('person') && active?.dialog === 'refer') return repeatQuestion({ ...draft, isDone: true }, rooms);
  if (mentions('person') && active?.dialog !== 'refer') return begin('refer', draft, rooms);
  if (mentions('status') && active?.dialog !== 'referral-status') return begin('referral-status', draft, rooms);
  return draft;
}

async function resumeDialog(draft: TurnDraft, rooms: PipelineRooms): Promise<TurnDraft> {
  const { active } = draft.state;
  if (!active || !isFlow(active.dialog)) return { ...draft, state: without(draft.state) };
  const dialog = FLOWS[active.dialog];
  const state = dialog.schema.safeParse(active.state);
  // A state that an older release wrote and this one cannot read: the dialog is left, the conversation goes on.
  if (!state.success) return { ...draft, state: without(draft.state) };
  const step = await dialog.proceed(state.data, turnOf(draft, rooms));
  if (step.isNotMine) {
    const left = { ...draft, state: { ...without(draft.state), ...(step.resumes ? { active: step.resumes } : {}) } };
    return step.resumes ? resumeDialog(left, rooms) : left;
  }
  return settle(dialog.name, step, draft, rooms);
}

/** "po sredstva" (Slovene: for funds) reads as a reference too: unasked, a digit or a hyphen must stand in it. */
const holdsReference = (said: string): boolean => {
  const reference = readReference(said);
  return reference !== undefined && (/\d/.test(reference) || /po\s?-/i.test(said));
};

/** A story with a wish for money in it is longer than a request. Words. */
const FUNDING_STORY = 25;

function startDialog(draft: TurnDraft, rooms: PipelineRooms): TurnDraft | Promise<TurnDraft> {
  const turn = turnOf(draft, rooms);
  const { understanding, said, speech } = turn;
  const is = (meaning: Parameters<Understanding['is']>[1]) => understanding.is(said, meaning, speech.locale);
  if (is('greeting')) return done(draft, draft.replies.length > 0 ? [] : [welcome(turn)]);
  if (is('thanks')) return done(draft, [thanks(turn)]);
  if (is('yes') || is('no') || is('skip') || is('unknown') || is('stop') || is('more')) return done(draft, [help(turn)]);
  if (is('funding') || understanding.mentions(said, 'funding', speech.locale, FUNDING_STORY)) return begin('find-funding', draft, rooms);
  if (holdsReference(said)) return begin('referral-status', draft, rooms);
  return begin('ask', draft, rooms);
}

async function begin(name: FlowName, draft: TurnDraft, rooms: PipelineRooms): Promise<TurnDraft> {
  const turn = turnOf(draft, rooms);
  if (draft.incoming.isShared && SPEECHLESS.includes(name)) return done(draft, [onlyAlone(turn)]);
  return settle(name, await FLOWS[name].begin(turn), draft, rooms);
}

function settle(dialog: string, step: Step, draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  const isOver = step.state === undefined;
  const told = { ...absorb(draft, step, isOver ? step.resumes : { dialog, state: step.state }), dialog, isDone: true };
  return isOver && step.resumes ? repeatQuestion(told, rooms) : told;
}

function absorb(draft: TurnDraft, step: Step, active: ConversationState['active']): TurnDraft {
  return {
    ...draft,
    state: { ...without(draft.state), ...step.learnt, ...(active ? { active } : {}) },
    replies: [...draft.replies, ...step.replies],
    effects: [...draft.effects, ...(step.effects ?? [])],
  };
}

/** After an interruption that leaves the dialog open, its question is asked again. */
function repeatQuestion(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  const { active } = draft.state;
  if (!active || !isFlow(active.dialog)) return draft;
  const dialog = FLOWS[active.dialog];
  const state = dialog.schema.safeParse(active.state);
  const question = state.success ? dialog.repeat?.(state.data, turnOf(draft, rooms)) : undefined;
  return question ? { ...draft, replies: [...draft.replies, question] } : draft;
}

function turnOf({ said, saidIn, state }: TurnDraft, rooms: PipelineRooms): Turn {
  return { said, saidIn, conversation: state, speech: rooms.languages.speechIn(state.locale), understanding: rooms.understanding, rooms };
}

const done = (draft: TurnDraft, replies: readonly Reply[]): TurnDraft => ({
  ...draft,
  replies: [...draft.replies, ...replies],
  isDone: true,
});

const without = ({ active: _, ...state }: ConversationState): ConversationState => state;
