/** What is kept of a conversation, and the promises of whoever keeps it. */
import { z } from 'zod';
import { AreaCode } from './area';
import { Locale } from './locale';
import { Profile } from './profile';
import type { SealedReferral } from './referral';

/** State between two turns. Dialog states are checked by each dialog's own schema when it is resumed. */
export const ConversationState = z.strictObject({
  site: z.string(),
  locale: Locale,
  /** The enquirer chose the language: detection no longer changes it. */
  localeChosen: z.boolean().default(false),
  /** The enquirer has plainly spoken it: a word or two no longer change it. */
  localeHeard: z.literal(true).optional(),
  greeted: z.boolean().default(false),
  profile: Profile.default({}),
  active: z.strictObject({ dialog: z.string(), state: z.unknown() }).optional(),
  /** What was asked and needed, as it was typed, newest last, for the referral packet. */
  said: z.array(z.string()).default([]),
  /** Entries shown last, best first. */
  shown: z.array(z.string()).default([]),
  /** Entries shown in the whole conversation, newest last, for the referral packet. */
  seen: z.array(z.string()).optional(),
  /** What a few words go on from: the last question with a subject of its own, the entry shown for it or since, and the facts asked of that. */
  thread: z
    .strictObject({ question: z.string(), locale: Locale, shown: z.string().optional(), about: z.array(z.string()).optional() })
    .optional(),
  /** The profile's area was only asked about; `home` is where they said they are. */
  askedArea: z.strictObject({ area: AreaCode, home: AreaCode.optional() }).optional(),
  /** A referral was sent. */
  referred: z.literal(true).optional(),
  /** Answers in a row that found nothing. */
  misses: z.number().int().default(0),
});
export type ConversationState = z.infer<typeof ConversationState>;

export interface StoredState {
  readonly state: ConversationState;
  /** Starts at 1 and grows with every save. */
  readonly version: number;
  /** Keys that a newer release wrote, which are left out. */
  readonly unknown?: readonly string[];
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

/** Everything one turn changed, written in one transaction before any of it is shown. */
export interface TurnHarvest {
  readonly conversation: string;
  readonly state: ConversationState;
  /** The version the turn started from; 0 for a conversation without state. */
  readonly fromVersion: number;
  /** The inbox item this turn answers, for channels that have an inbox. */
  readonly answers?: { readonly activity: string; readonly replies: readonly StoredActivity[] };
  readonly referrals: readonly SealedReferral[];
}

/** Durable: what it accepted survives a kill of the process and a loss of power. */
export interface ConversationStore {
  createConversation(record: ConversationRecord): Promise<void>;
  findConversation(id: string): Promise<ConversationRecord | undefined>;
  findState(conversation: string): Promise<StoredState | undefined>;
  /**
   * Saves state, referrals with their outbox rows, and the replies of an inbox item together.
   * Throws STATE_CONFLICT when the state is no longer at `fromVersion`; then nothing was written.
   */
  commitTurn(harvest: TurnHarvest): Promise<void>;
  /** Erases conversations (state, inbox, record) whose last message is older; referrals stay. Gives their ids. */
  eraseConversationsBefore(instant: string): Promise<readonly string[]>;
}

/** Messages a local channel accepted. An item leaves when its replies are delivered. */
export interface Inbox {
  /**
   * Takes a message and gives it its id (`<conversation>|<number>`). The same client id in the same conversation
   * is taken once: `isDuplicate` then, with the activity accepted first.
   */
  accept(
    conversation: string,
    activity: Readonly<Record<string, unknown>>,
    clientId?: string,
  ): Promise<{ activity: StoredActivity; isDuplicate: boolean }>;
  /** Counts an attempt and gives the number of attempts begun so far. */
  beginAttempt(conversation: string, activity: string): Promise<number>;
  /** For a turn that failed: keeps the replies (an apology) without touching the state. */
  answer(conversation: string, activity: string, replies: readonly StoredActivity[]): Promise<void>;
  /** The replies are in the transcript. */
  markDelivered(conversation: string, activity: string): Promise<void>;
  /** Items without delivered replies, oldest first. */
  pending(): Promise<readonly InboxItem[]>;
}

export interface TranscriptRow {
  /** 1, 2, 3 … within a conversation: the watermark. */
  readonly seq: number;
  readonly activity: StoredActivity;
}

/** The activities of local conversations, in the order clients see them. */
export interface Transcript {
  /** Appends once per activity id; a repeated id gives the row that is there, with `isNew` false. */
  append(conversation: string, activity: StoredActivity): Promise<TranscriptRow & { isNew: boolean }>;
  /** Rows after a watermark, oldest first, at most `limit`. */
  since(conversation: string, watermark: number, limit: number): Promise<readonly TranscriptRow[]>;
  erase(conversations: readonly string[]): Promise<void>;
}
