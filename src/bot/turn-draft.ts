/** A turn on its way: what is known of it, what was said in reply, and the ways in which a step may go on or end. */
import type { Understanding } from '../../dialogs/answers/understanding';
import type { Effect, Rooms, Step, Turn } from '../../dialogs/dialog';
import { FLOWS, type FlowName, isFlow } from '../../dialogs/flows';
import { withoutPassing, withSaid, withSeen } from '../../dialogs/kept';
import { onlyAlone } from '../../dialogs/small-talk';
import type { ConversationState } from '../domain/conversation';
import { readKnown } from '../domain/known-keys';
import type { Locale } from '../domain/locale';
import type { Reply } from '../domain/reply';
import type { Detector } from '../language/detect';
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

export type PipelineStep = (draft: TurnDraft, rooms: PipelineRooms) => TurnDraft | Promise<TurnDraft>;

/** Names, addresses and secrets are in no language: while they are asked for, the conversation's language stays. */
export const SPEECHLESS: readonly string[] = ['refer', 'referral-status'];

export const keepSaid = (draft: TurnDraft, rooms: PipelineRooms): TurnDraft => ({
  ...draft,
  state: { ...draft.state, said: withSaid(turnOf(draft, rooms)) },
});

export async function begin(name: FlowName, draft: TurnDraft, rooms: PipelineRooms): Promise<TurnDraft> {
  const turn = turnOf(draft, rooms);
  if (draft.incoming.isShared && SPEECHLESS.includes(name)) return done(draft, [onlyAlone(turn)]);
  return settle(name, await FLOWS[name].begin(turn), draft, rooms);
}

export function settle(dialog: string, step: Step, draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  const isOver = step.state === undefined;
  const turn = turnOf(draft, rooms);
  // A form asks who somebody is; a question may only mention others.
  const kept =
    dialog === 'ask' && step.learnt?.profile
      ? { ...step, learnt: { ...step.learnt, profile: withoutPassing(draft.state.profile, step.learnt.profile, turn) } }
      : step;
  const told = { ...absorb(draft, kept, isOver ? step.resumes : { dialog, state: step.state }), dialog, isDone: true };
  return isOver && step.resumes ? repeatQuestion(told, rooms) : told;
}

export function absorb(draft: TurnDraft, step: Step, active: ConversationState['active']): TurnDraft {
  const shown = step.replies.flatMap(({ entries }) => entries ?? []);
  return {
    ...draft,
    state: {
      ...without(draft.state),
      ...step.learnt,
      ...(shown.length > 0 ? { seen: withSeen(draft.state.seen ?? [], shown) } : {}),
      ...(active ? { active } : {}),
    },
    replies: [...draft.replies, ...step.replies],
    effects: [...draft.effects, ...(step.effects ?? [])],
  };
}

/** After an interruption that leaves the dialog open, its question is asked again. */
export function repeatQuestion(draft: TurnDraft, rooms: PipelineRooms): TurnDraft {
  const { active } = draft.state;
  if (!active || !isFlow(active.dialog)) return draft;
  const dialog = FLOWS[active.dialog];
  const state = readKnown<unknown>(dialog.schema, active.state);
  const question = state && dialog.repeat?.(state.value, turnOf(draft, rooms));
  return question ? { ...draft, replies: [...draft.replies, question] } : draft;
}

export function turnOf({ said, saidIn, state }: TurnDraft, rooms: PipelineRooms): Turn {
  return { said, saidIn, conversation: state, speech: rooms.languages.speechIn(state.locale), understanding: rooms.understanding, rooms };
}

export const done = (draft: TurnDraft, replies: readonly Reply[]): TurnDraft => ({
  ...draft,
  replies: [...draft.replies, ...replies],
  isDone: true,
});

export const without = ({ active: _, ...state }: ConversationState): ConversationState => state;
