/** Folders and files that only the account running Ponte may read. */
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { codeOf } from '../errors';

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Makes an empty file of mode 0600, or narrows the mode of one that is there. SQLite gives its side files the same mode.
 * A file that exists is never opened: closing it would drop the locks that SQLite holds on it in this process (POSIX).
 */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  }
}
