/** Brings a database to the newest version we know, or refuses one that is ahead of us. */
import { type Kysely, type Migration, Migrator } from 'kysely';
import { PonteError } from '../../errors';

/** Kysely's own table of the migrations that were run. */
interface HistoryTables {
  kysely_migration: { name: string };
}

/** Throws DATA_NEWER, before changing anything, when `db` has seen migrations that are not ours; `where` names the file. */
export async function migrate<T>(db: Kysely<T>, migrations: Readonly<Record<string, Migration>>, where: string): Promise<void> {
  const done = await executedMigrations(db);
  const unknown = done.find((name) => !Object.hasOwn(migrations, name));
  if (unknown !== undefined) throw new PonteError('DATA_NEWER', where);
  if (done.length === Object.keys(migrations).length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function executedMigrations<T>(db: Kysely<T>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const history = db as unknown as Kysely<HistoryTables>;
  const rows = await history.selectFrom('kysely_migration').select('name').execute();
  return rows.map((row) => row.name);
}
