/** The tables as Kysely sees them. Instants are text as of `Date.toISOString()`, so they sort; JSON is text; blobs are bytes. */
import type { Generated } from 'kysely';
import type { Locale } from '../domain/locale';
import type { ReferralState } from '../domain/referral';

/**
 * A conversation, its state and the number its last message got: one row, because a message and a turn each touch it once.
 * `user_id`, `site` and `created_at` stay null for conversations of channels that keep no record, such as Teams.
 */
interface ConversationsTable {
  id: string;
  user_id: string | null;
  site: string | null;
  locale: Locale | null;
  created_at: string | null;
  last_message_at: string;
  last_number: Generated<number>;
  /** 0 until the first state is saved. */
  version: Generated<number>;
  state: string | null;
}

/** Delivered items keep their row without activity and replies, so that a repeated client id is still known. */
interface InboxTable {
  arrival: Generated<number>;
  id: string;
  conversation: string;
  client_id: string | null;
  activity: string | null;
  attempts: Generated<number>;
  replies: string | null;
}

export interface ReferralsTable {
  reference: string;
  site: string;
  desk: string;
  locale: Locale;
  secret_hash: string;
  key_id: string;
  wrapped_key: Buffer;
  packet: Buffer;
  state: ReferralState;
  created_at: string;
  changed_at: string;
  delivered_at: string | null;
}

/** Mails not sent yet. The id is made from the referral's reference: a mail written twice would be one row. */
interface OutboxTable {
  id: string;
  reference: string;
  due_at: string;
  attempts: Generated<number>;
  lease_until: string | null;
}

/** One row that readiness writes to. */
export interface ProbesTable {
  id: number;
  at: string;
}

export interface CoreTables {
  conversations: ConversationsTable;
  inbox: InboxTable;
  referrals: ReferralsTable;
  outbox: OutboxTable;
  probes: ProbesTable;
}

interface ActivitiesTable {
  conversation: string;
  seq: number;
  id: string;
  activity: string;
}

export interface TranscriptTables {
  activities: ActivitiesTable;
  probes: ProbesTable;
}
