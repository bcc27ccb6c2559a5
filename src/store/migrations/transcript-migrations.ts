/** History of transcript.db. A migration that was released is never edited; the next one mends it. */
import type { Kysely, Migration } from 'kysely';

export const TRANSCRIPT_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-light': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('activities')
        .addColumn('conversation', 'text', (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('activity', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('activities_in_order', ['conversation', 'seq'])
        .addUniqueConstraint('activities_once', ['conversation', 'id'])
        .execute();
      await db.schema
        .createTable('probes')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
    },
  },
};
