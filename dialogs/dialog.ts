/**
 * What a dialog is: a pure function of its state, what was said, and the rooms it may ask.
 * State keeps answers by name, so a release may add a question without breaking conversations under way.
 */
import type { z } from 'zod';
import type { Answerer } from '../src/answering/answerer';
import type { Writer } from '../src/answering/writer';
import type { ConversationState } from '../src/domain/conversation';
import type { KnowledgeBase } from '../src/domain/knowledge-base';
import type { Locale } from '../src/domain/locale';
import type { Referral, ReferralStatus } from '../src/domain/referral';
import type { Reply } from '../src/domain/reply';
import type { PlaceFinder } from '../src/language/places';
import type { Languages, Speech } from '../src/language/speech';
import type { TermFinder } from '../src/language/terms';
import type { Retriever } from '../src/retrieval/retriever';
import type { Understanding } from './answers/understanding';

/** One consistent version of the folder with everything built from it. */
export interface Library {
  readonly knowledge: KnowledgeBase;
  readonly answerer: Answerer;
  readonly retriever: Retriever;
  readonly places: PlaceFinder;
  readonly applicants: TermFinder;
  readonly topics: TermFinder;
}

export interface Rooms extends Library {
  readonly languages: Languages;
  /** Present where the operator set up a language model. */
  readonly writer?: Writer;
  /** Undefined for an unknown reference and for a wrong secret alike. */
  findReferral(reference: string, secret: string): Promise<ReferralStatus | undefined>;
  now(): Date;
  newReference(): string;
  newSecret(): string;
}

/** What a dialog sees of a turn. */
export interface Turn {
  /** Tidied; may be empty when a dialog is begun by another one. */
  readonly said: string;
  readonly conversation: ConversationState;
  readonly speech: Speech;
  readonly understanding: Understanding;
  /** Languages the utterance may be in, likeliest first. */
  readonly saidIn: readonly Locale[];
  readonly rooms: Rooms;
}

/** What must be written before the replies may be shown. */
export interface ReferEffect {
  readonly kind: 'refer';
  readonly referral: Referral;
  readonly secret: string;
}
export type Effect = ReferEffect;

export interface Step<S = unknown> {
  /** Undefined: the dialog has ended. */
  readonly state?: S;
  readonly replies: readonly Reply[];
  readonly effects?: readonly Effect[];
  /** What the conversation learnt. */
  readonly learnt?: Partial<
    Pick<
      ConversationState,
      'profile' | 'locale' | 'localeChosen' | 'greeted' | 'said' | 'shown' | 'misses' | 'thread' | 'askedArea' | 'referred'
    >
  >;
  /** The utterance was not for this dialog: it ends, and the utterance is looked at afresh. */
  readonly isNotMine?: boolean;
  /** The dialog that waited while this one ran: it goes on, with its question. */
  readonly resumes?: ConversationState['active'];
}

export interface Dialog<S = unknown> {
  readonly name: string;
  readonly schema: z.ZodType<S>;
  begin(turn: Turn): Promise<Step<S>>;
  proceed(state: S, turn: Turn): Promise<Step<S>>;
  /** The open question again, after an interruption. */
  repeat?(state: S, turn: Turn): Reply | undefined;
}
