/** What is kept of a conversation, and the promises of whoever keeps it. */
import { z } from 'zod';
import { Locale } from './locale';
import { Profile } from './profile';

/** State between two turns. Dialog states are checked by each dialog's own schema when it is resumed. */
export const ConversationState = z.strictObject({
  site: z.string(),
  locale: Locale,
  /** The enquirer chose the language: detection no longer changes it. */
  localeChosen: z.boolean().default(false),
  greeted: z.boolean().default(false),
  profile: Profile.default({}),
  active: z.strictObject({ dialog: z.string(), state: z.unknown() }).optional(),
  /** Questions of this conversation, newest last, for the referral packet. */
  said: z.array(z.string()).default([]),
  /** Entries shown last, best first. */
  shown: z.array(z.string()).default([]),
  /** Answers in a row that found nothing. */
  misses: z.number().int().default(0),
});
export type ConversationState = z.infer<typeof ConversationState>;

export interface StoredState {
  readonly state: ConversationState;
  /** Starts at 1 and grows with every save. */
  readonly version: number;
}

/** An activity as JSON, opaque to the store. */
export type StoredActivity = Readonly<Record<string, unknown>> & { readonly id: string };

/** An accepted message of a local channel that waits for its turn, or whose replies wait to be delivered. */
export interface InboxItem {
  readonly conversation: string;
  readonly activity: StoredActivity;
  /** Turns begun so far. */
  readonly attempts: number;
  /** Present once the turn is done: what remains to be delivered. */
  readonly replies?: readonly StoredActivity[];
}

export interface ConversationRecord {
  readonly id: string;
  readonly user: string;
  readonly site: string;
  readonly locale?: Locale;
  readonly createdAt: string;
}
