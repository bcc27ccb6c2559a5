/** One server a data folder: two would deliver the same mails and answer the same messages. */
import { join } from 'node:path';
import BetterSqlite, { type Database } from 'better-sqlite3';
import { codeOf, PonteError } from '../errors';
import { makeFolder, makePrivateFile } from './data-folder';

/**
 * Takes the folder for this process until the release function is called or the process ends, however it ends: the lock is
 * the operating system's, on a file of its own. The terminal and staff commands work beside a server and do not take it.
 * Throws DATA_LOCKED when another process (or this one) holds it, STORE_FAILED when the folder cannot be written.
 */
export function lockDataFolder(folder: string): () => void {
  let database: Database | undefined;
  try {
    makeFolder(folder);
    const path = join(folder, 'lock.db');
    makePrivateFile(path);
    database = new BetterSqlite(path, { timeout: 0 });
    database.pragma('locking_mode = exclusive');
    database.exec('begin exclusive');
  } catch (cause) {
    database?.close();
    throw new PonteError(codeOf(cause)?.startsWith('SQLITE_BUSY') ? 'DATA_LOCKED' : 'STORE_FAILED', folder, { cause });
  }
  const held = database;
  return () => void held.close();
}
