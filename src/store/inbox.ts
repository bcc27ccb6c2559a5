/** Messages that were accepted and wait for their turn or for the delivery of their replies. */
import type { Kysely } from 'kysely';
import type { Inbox, InboxItem, StoredActivity } from '../domain/conversation';
import { PonteError } from '../errors';
import { commitQuickly } from './commit-quickly';
import { storing } from './store-failure';
import type { CoreTables } from './tables';

export class SqlInbox implements Inbox {
  readonly #db: Kysely<CoreTables>;
  readonly #now: () => Date;

  constructor(db: Kysely<CoreTables>, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  /** A duplicate of an item that was delivered gives only its id: the rest was cleared. */
  accept(conversation: string, activity: Readonly<Record<string, unknown>>, clientId?: string) {
    return storing('accept', () =>
      this.#db.transaction().execute(async (transaction) => {
        const first = clientId === undefined ? undefined : await findByClientId(transaction, conversation, clientId);
        if (first) return { activity: first, isDuplicate: true };
        const id = idOf(conversation, await nextNumber(transaction, conversation, this.#now()));
        const text = JSON.stringify({ ...activity, id });
        const row = { id, conversation, client_id: clientId ?? null, activity: text };
        await transaction.insertInto('inbox').values(row).execute();
        return { activity: parseActivity(text), isDuplicate: false };
      }),
    );
  }

  /**
   * Throws STORE_FAILED for a message that was never accepted, or erased since. With the power, a count may be lost: it tells of
   * messages that end the process.
   */
  beginAttempt(conversation: string, activity: string): Promise<number> {
    return storing('beginAttempt', async () => {
      const row = await commitQuickly(this.#db, (db) =>
        db
          .updateTable('inbox')
          .set((value) => ({ attempts: value('attempts', '+', 1) }))
          .where('id', '=', activity)
          .where('conversation', '=', conversation)
          .returning('attempts')
          .executeTakeFirst(),
      );
      if (!row) throw new PonteError('STORE_FAILED', 'beginAttempt');
      return row.attempts;
    });
  }

  /** Keeps replies that are there already: those of a turn that was committed outrank an apology. */
  answer(conversation: string, activity: string, replies: readonly StoredActivity[]): Promise<void> {
    return storing('answer', async () => {
      await pendingItem(this.#db, conversation, activity)
        .set({ replies: JSON.stringify(replies) })
        .where('replies', 'is', null)
        .execute();
    });
  }

  /** With the power, the mark may be lost: the replies are then delivered again, under ids that are known. */
  markDelivered(conversation: string, activity: string): Promise<void> {
    return storing('markDelivered', async () => {
      await commitQuickly(this.#db, (db) => pendingItem(db, conversation, activity).set({ activity: null, replies: null }).execute());
    });
  }

  pending(): Promise<readonly InboxItem[]> {
    return storing('pending', async () => {
      const rows = await this.#db
        .selectFrom('inbox')
        .select(['conversation', 'activity', 'attempts', 'replies'])
        .where('activity', 'is not', null)
        .$narrowType<{ activity: string }>()
        .orderBy('arrival')
        .execute();
      return rows.map(({ conversation, activity, attempts, replies }) => ({
        conversation,
        activity: parseActivity(activity),
        attempts,
        ...(replies !== null && { replies: JSON.parse(replies) as StoredActivity[] }),
      }));
    });
  }
}

/** Part of `commitTurn`: throws STORE_FAILED when there is no such item that still waits. */
export async function answerItem(
  transaction: Kysely<CoreTables>,
  conversation: string,
  answers: { readonly activity: string; readonly replies: readonly StoredActivity[] },
): Promise<void> {
  const item = pendingItem(transaction, conversation, answers.activity).set({ replies: JSON.stringify(answers.replies) });
  const { numUpdatedRows } = await item.executeTakeFirst();
  if (numUpdatedRows === 0n) throw new PonteError('STORE_FAILED', 'commitTurn.answers');
}

function pendingItem(db: Kysely<CoreTables>, conversation: string, activity: string) {
  return db.updateTable('inbox').where('id', '=', activity).where('conversation', '=', conversation).where('activity', 'is not', null);
}

async function findByClientId(db: Kysely<CoreTables>, conversation: string, clientId: string): Promise<StoredActivity | undefined> {
  const row = await db
    .selectFrom('inbox')
    .select(['id', 'activity'])
    .where('conversation', '=', conversation)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row && (row.activity === null ? { id: row.id } : parseActivity(row.activity));
}

/** The counter lives with the conversation, so numbers are never given twice, also when items are gone. */
async function nextNumber(db: Kysely<CoreTables>, conversation: string, at: Date): Promise<number> {
  const last_message_at = at.toISOString();
  const row = await db
    .insertInto('conversations')
    .values({ id: conversation, last_message_at, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((value) => ({ last_message_at, last_number: value('conversations.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}

/** `<conversation>|0000001`: the form of Direct Line, seven digits so that ids sort as text. */
const idOf = (conversation: string, number: number): string => `${conversation}|${String(number).padStart(7, '0')}`;

const parseActivity = (text: string): StoredActivity => JSON.parse(text) as StoredActivity;
