/** History of core.db. A migration that was released is never edited; the next one mends it. */
import { type Kysely, type Migration, sql } from 'kysely';

export const CORE_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-light': {
    async up(db: Kysely<unknown>) {
      await createConversations(db);
      await createReferrals(db);
      await db.schema
        .createTable('probes')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
    },
  },
};

async function createConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'text')
    .addColumn('site', 'text')
    .addColumn('locale', 'text')
    .addColumn('created_at', 'text')
    .addColumn('last_message_at', 'text', (column) => column.notNull())
    .addColumn('last_number', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('state', 'text')
    .execute();
  await db.schema.createIndex('conversations_by_last_message').on('conversations').column('last_message_at').execute();
  await db.schema
    .createTable('inbox')
    .addColumn('arrival', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('conversation', 'text', (column) => column.notNull().references('conversations.id').onDelete('cascade'))
    .addColumn('client_id', 'text')
    .addColumn('activity', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('replies', 'text')
    // Two nulls are never equal in SQL, so messages without a client id do not collide.
    .addUniqueConstraint('inbox_once_per_client_id', ['conversation', 'client_id'])
    .execute();
  await db.schema.createIndex('inbox_pending').on('inbox').column('arrival').where(sql.ref('activity'), 'is not', null).execute();
}

async function createReferrals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('referrals')
    .addColumn('reference', 'text', (column) => column.primaryKey().notNull())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('wrapped_key', 'blob', (column) => column.notNull())
    .addColumn('packet', 'blob', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text')
    .execute();
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('reference', 'text', (column) => column.notNull().references('referrals.reference').onDelete('cascade'))
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease_until', 'text')
    .execute();
  await db.schema.createIndex('outbox_by_due').on('outbox').column('due_at').execute();
  await db.schema.createIndex('outbox_by_reference').on('outbox').column('reference').execute();
}
