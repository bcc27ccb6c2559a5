/** The activities of local conversations, as clients see them. */
import { type Kysely, sql } from 'kysely';
import type { StoredActivity, Transcript, TranscriptRow } from '../domain/conversation';
import { storing } from './store-failure';
import type { TranscriptTables } from './tables';

/** SQLite takes at most 32,766 values in a statement (SQLITE_MAX_VARIABLE_NUMBER). */
const ERASE_BATCH = 500;

export class SqlTranscript implements Transcript {
  readonly #db: Kysely<TranscriptTables>;

  constructor(db: Kysely<TranscriptTables>) {
    this.#db = db;
  }

  append(conversation: string, activity: StoredActivity): Promise<TranscriptRow & { isNew: boolean }> {
    return storing('append', async () => {
      const { id } = activity;
      const text = JSON.stringify(activity);
      // One statement finds the next number and takes it, so two appends cannot get the same.
      const added = await this.#db
        .insertInto('activities')
        .columns(['conversation', 'seq', 'id', 'activity'])
        .expression((query) =>
          query
            .selectFrom('activities')
            .select(({ fn, val, lit }) => [
              val(conversation).as('conversation'),
              sql<number>`${fn.coalesce(fn.max('seq'), lit(0))} + 1`.as('seq'),
              val(id).as('id'),
              val(text).as('activity'),
            ])
            .where('conversation', '=', conversation),
        )
        .onConflict((conflict) => conflict.columns(['conversation', 'id']).doNothing())
        .returning('seq')
        .executeTakeFirst();
      if (added) return { seq: added.seq, activity: parseActivity(text), isNew: true };
      return { ...(await this.#getRow(conversation, id)), isNew: false };
    });
  }

  since(conversation: string, watermark: number, limit: number): Promise<readonly TranscriptRow[]> {
    return storing('since', async () => {
      const rows = await this.#db
        .selectFrom('activities')
        .select(['seq', 'activity'])
        .where('conversation', '=', conversation)
        .where('seq', '>', watermark)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(({ seq, activity }) => ({ seq, activity: parseActivity(activity) }));
    });
  }

  erase(conversations: readonly string[]): Promise<void> {
    return storing('erase', async () => {
      for (let at = 0; at < conversations.length; at += ERASE_BATCH) {
        const batch = conversations.slice(at, at + ERASE_BATCH);
        await this.#db.deleteFrom('activities').where('conversation', 'in', batch).execute();
      }
    });
  }

  async #getRow(conversation: string, id: string): Promise<TranscriptRow> {
    const row = await this.#db
      .selectFrom('activities')
      .select(['seq', 'activity'])
      .where('conversation', '=', conversation)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { seq: row.seq, activity: parseActivity(row.activity) };
  }
}

const parseActivity = (text: string): StoredActivity => JSON.parse(text) as StoredActivity;
