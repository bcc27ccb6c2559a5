/**
 * The two files of the embedded store. `core.db` loses nothing that was acknowledged, even when the power fails
 * (synchronous FULL: one fsync a commit); `transcript.db` may then lose its last rows, and costs no fsync (NORMAL).
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite, { type Database } from 'better-sqlite3';
import { Kysely, type Migration, sql } from 'kysely';
import { codeOf } from '../errors';
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
  /** Waits for what runs, moves the write-ahead logs into the files where it can, and closes both. A second call does nothing. */
  close(): Promise<void>;
}

/** How long a write waits for another process (the terminal, a staff command), in milliseconds. Their transactions take under one. */
const BUSY_MS = 5000;
/** How long closing waits for readers of another process; what is not moved now is moved at the next opening. */
const CLOSING_BUSY_MS = 200;
/** Between two tries to switch a new file to its write-ahead log, in milliseconds. */
const WAL_PAUSE_MS = 20;

/**
 * Opens, and makes or migrates where needed. Throws DATA_NEWER or STORE_FAILED; then nothing stays open.
 * Open a folder once in a process: a write of one opening would block the event loop that a transaction of the other needs to end.
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
    await useWriteAheadLog(database);
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

/** Asking for the write-ahead log is the one statement that gives up at once while another process makes the same file. */
async function useWriteAheadLog(database: Database): Promise<void> {
  for (let left = BUSY_MS / WAL_PAUSE_MS; ; left -= 1) {
    try {
      database.pragma('journal_mode = wal');
      return;
    } catch (error) {
      if (left <= 0 || codeOf(error) !== 'SQLITE_BUSY') throw error;
    }
    await pause(WAL_PAUSE_MS);
  }
}

async function closeFile<Tables>(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`pragma busy_timeout = ${sql.lit(CLOSING_BUSY_MS)}`.execute(db);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } catch {
    // A full disk, or closed before: the log stays beside the file with all that was acknowledged, and the next opening reads it.
  }
  await db.destroy();
}
