/** Conversations, their state, and the one transaction that ends a turn. */
import type { Kysely } from 'kysely';
import {
  type ConversationRecord,
  ConversationState,
  type ConversationStore,
  type StoredState,
  type Transcript,
  type TurnHarvest,
} from '../domain/conversation';
import { readKnown } from '../domain/known-keys';
import { PonteError } from '../errors';
import { answerItem } from './inbox';
import { insertReferral } from './referrals';
import { storing } from './store-failure';
import type { CoreTables } from './tables';

/** Conversations erased in one transaction: few enough that messages arriving meanwhile hardly wait. */
const ERASE_BATCH = 100;

export class SqlConversations implements ConversationStore {
  readonly #db: Kysely<CoreTables>;
  readonly #transcript: Pick<Transcript, 'erase'>;
  readonly #now: () => Date;

  constructor(db: Kysely<CoreTables>, transcript: Pick<Transcript, 'erase'>, now: () => Date) {
    this.#db = db;
    this.#transcript = transcript;
    this.#now = now;
  }

  /** A conversation that has a record keeps it. */
  createConversation({ id, user, site, locale, createdAt }: ConversationRecord): Promise<void> {
    return storing('createConversation', async () => {
      const record = { user_id: user, site, locale: locale ?? null, created_at: createdAt };
      await this.#db
        .insertInto('conversations')
        .values({ id, last_message_at: createdAt, ...record })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(record).where('conversations.created_at', 'is', null))
        .execute();
    });
  }

  findConversation(id: string): Promise<ConversationRecord | undefined> {
    return storing('findConversation', async () => {
      const row = await this.#db
        .selectFrom('conversations')
        .select(['user_id', 'site', 'locale', 'created_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row || row.user_id === null || row.site === null || row.created_at === null) return undefined;
      const { user_id: user, site, created_at: createdAt } = row;
      return { id, user, site, createdAt, ...(row.locale !== null && { locale: row.locale }) };
    });
  }

  findState(conversation: string): Promise<StoredState | undefined> {
    return storing('findState', async () => {
      const row = await this.#db.selectFrom('conversations').select(['state', 'version']).where('id', '=', conversation).executeTakeFirst();
      if (!row || row.state === null) return undefined;
      const written: unknown = JSON.parse(row.state);
      // What does not fit says where.
      const { value: state, unknown } = readKnown(ConversationState, written) ?? { value: ConversationState.parse(written), unknown: [] };
      return { state, version: row.version, ...(unknown.length > 0 && { unknown }) };
    });
  }

  /** Also throws STORE_FAILED, with nothing written, when `answers` names a message that does not wait for an answer. */
  commitTurn(harvest: TurnHarvest): Promise<void> {
    return storing('commitTurn', () =>
      this.#db.transaction().execute(async (transaction) => {
        await saveState(transaction, harvest, this.#now());
        if (harvest.answers) await answerItem(transaction, harvest.conversation, harvest.answers);
        for (const referral of harvest.referrals) await insertReferral(transaction, referral);
      }),
    );
  }

  /** Erases their transcripts too, and first: after a kill in between, the conversation is still there to be erased again. */
  async eraseConversationsBefore(instant: string): Promise<readonly string[]> {
    const erased: string[] = [];
    for (;;) {
      const batch = await storing('eraseConversationsBefore', () => this.#eraseBatch(instant));
      erased.push(...batch);
      if (batch.length < ERASE_BATCH) return erased;
    }
  }

  #eraseBatch(instant: string): Promise<readonly string[]> {
    return this.#db.transaction().execute(async (transaction) => {
      const old = await transaction
        .selectFrom('conversations')
        .select('id')
        .where('last_message_at', '<', instant)
        .orderBy('last_message_at')
        .limit(ERASE_BATCH)
        .execute();
      const ids = old.map((row) => row.id);
      if (ids.length === 0) return ids;
      await this.#transcript.erase(ids);
      await transaction.deleteFrom('conversations').where('id', 'in', ids).execute();
      return ids;
    });
  }
}

/** Version 0 means "no state yet": the row may be there already, made by its record or its first message. */
async function saveState(db: Kysely<CoreTables>, { conversation, state, fromVersion }: TurnHarvest, at: Date): Promise<void> {
  const next = { state: JSON.stringify(state), version: fromVersion + 1, last_message_at: at.toISOString() };
  const saved =
    fromVersion === 0
      ? await db
          .insertInto('conversations')
          .values({ id: conversation, ...next })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(next).where('conversations.version', '=', 0))
          .returning('version')
          .executeTakeFirst()
      : await db
          .updateTable('conversations')
          .set(next)
          .where('id', '=', conversation)
          .where('version', '=', fromVersion)
          .returning('version')
          .executeTakeFirst();
  if (!saved) throw new PonteError('STATE_CONFLICT', 'commitTurn');
}
