/** Exported files, written whole or told why not. */
import { join } from 'node:path';
import { codeOf } from '../../errors';
import { placeFile } from '../write-files';

/** A refusal of the disk is told with its place and its cure. */
export async function writeWhole(
  folder: string,
  name: string,
  content: string,
): Promise<{ ok: true; path: string } | { ok: false; what: string }> {
  const path = join(folder, name);
  try {
    await placeFile(path, content);
    return { ok: true, path };
  } catch (error) {
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
