/**
 * The two files of the embedded store. `core.db` loses nothing that was acknowledged, even when the power fails
 * (synchronous FULL: one fsync a commit); `transcript.db` may then lose its last rows, and costs no fsync (NORMAL).
 */
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Kysely, type Migration, sql } from 'kysely';
import { makeFolder, makePrivateFile } from './data-folder';
import { CORE_MIGRATIONS } from './migrations/core-migrations';
import { migrate } from './migrations/migrate';
import { TRANSCRIPT_MIGRATIONS } from './migrations/transcript-migrations';
import { CarefulSqliteDialect } from './sqlite-dialect';
import { storing } from './store-failure';
import type { CoreTables, TranscriptTables } from './tables';

export interface SqliteFiles {
  readonly core: Kysely<CoreTables>;
  readonly transcript: Kysely<TranscriptTables>;
  /** Waits for what runs, moves the write-ahead logs into the files and closes both. */
  close(): Promise<void>;
}

/** How long a write waits for another process (the terminal, a staff command), in milliseconds. Their transactions take under one. */
const BUSY_MS = 5000;
/** How long closing waits for readers of another process; what is not moved now is moved at the next opening. */
const CLOSING_BUSY_MS = 200;

/**
 * Opens, and makes or migrates where needed. Throws DATA_NEWER or STORE_FAILED; then nothing stays open.
 * A process opens a folder once: two openings in one process would wait for each other without letting the other go on.
 */
export async function openSqlite(folder: string): Promise<SqliteFiles> {
  return storing('openSqlite', async () => {
    makeFolder(folder);
    const core = await openFile<CoreTables>(folder, 'core.db', 'full', CORE_MIGRATIONS);
    try {
      const transcript = await openFile<TranscriptTables>(folder, 'transcript.db', 'normal', TRANSCRIPT_MIGRATIONS);
      return { core, transcript, close: async () => void (await Promise.all([closeFile(core), closeFile(transcript)])) };
    } catch (error) {
      await closeFile(core);
      throw error;
    }
  });
}

async function openFile<Tables>(
  folder: string,
  name: string,
  synchronous: 'full' | 'normal',
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<Tables>> {
  const path = join(folder, name);
  makePrivateFile(path);
  const database = new BetterSqlite(path, { timeout: BUSY_MS });
  try {
    database.pragma('journal_mode = wal');
    database.pragma(`synchronous = ${synchronous}`);
    database.pragma('foreign_keys = on');
    // What is erased is overwritten, not only unlinked.
    database.pragma('secure_delete = on');
    const db = new Kysely<Tables>({ dialect: new CarefulSqliteDialect(database) });
    await migrate(db, migrations, name);
    return db;
  } catch (error) {
    database.close();
    throw error;
  }
}

async function closeFile<Tables>(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`pragma busy_timeout = ${sql.lit(CLOSING_BUSY_MS)}`.execute(db);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } finally {
    await db.destroy();
  }
}
