import { type Kysely, sql } from 'kysely';

/**
 * Runs a statement of core.db whose commit does not wait for the disk: a flush takes milliseconds, in which nobody is answered. A kill
 * of the process loses nothing by it; a loss of power may, so it is for what is harmless to lose.
 */
export function commitQuickly<Tables, T>(db: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}
