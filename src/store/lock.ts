/** Locks that are the operating system's: they go with the process that holds them, however it ends, and none is ever left behind. */
import { join } from 'node:path';
import BetterSqlite, { type Database } from 'better-sqlite3';
import { codeOf, PonteError } from '../errors';
import { makeFolder, makePrivateFile } from './data-folder';

/**
 * One server a data folder: two would deliver the same mails and answer the same messages. The terminal and staff commands work beside
 * a server and do not take this lock. Throws as `holdLock`.
 */
export const lockDataFolder = (folder: string): (() => void) => holdLock(folder, 'lock.db');

/**
 * Takes a lock, a file `name` of its own in `folder`, for this process until the release function is called or the process ends. Throws
 * DATA_LOCKED when another process (or this one) holds it, STORE_FAILED when the folder cannot be written.
 */
export function holdLock(folder: string, name: string): () => void {
  let database: Database | undefined;
  try {
    makeFolder(folder);
    const path = join(folder, name);
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
