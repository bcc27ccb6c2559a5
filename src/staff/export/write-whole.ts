/** Files that are either whole or not there. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../errors';

/**
 * Writes beside and renames, so that whoever reads the file sees the old one or the new one. Makes the folder when it is not there.
 * A refusal of the disk is told with its place and its cure.
 */
export async function writeWhole(
  folder: string,
  name: string,
  content: string,
): Promise<{ ok: true; path: string } | { ok: false; what: string }> {
  const path = join(folder, name);
  const beside = join(folder, `.${name}.${process.pid}.new`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(beside, content, { flush: true });
    await rename(beside, path);
    return { ok: true, path };
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return { ok: false, what: `${path} was not written (${codeOf(error) ?? 'fault'}): ${cureOf(codeOf(error))}` };
  }
}

function cureOf(code: string | undefined): string {
  if (code === 'ENOSPC') return 'the disk is full; free room and try again.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write there; choose another folder after --out.';
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EISDIR')
    return 'something that is no folder is in the way; choose another folder after --out.';
  return 'choose another folder after --out.';
}
