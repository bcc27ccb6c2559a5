/** Files that are there whole or not at all: written beside their place, flushed, then put into it. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../errors';

export async function replaceFile(path: string, text: string): Promise<void> {
  await withDraft(path, text, (draft) => rename(draft, path));
}

/** Makes the folder when it is not there. */
export async function placeFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, text);
}

/** False when there is a file of that name already; it stays as it is. */
export async function createFile(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  return withDraft(path, text, async (draft) => {
    try {
      // Unlike a rename, a link never takes the place of a file.
      await link(draft, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

async function withDraft<T>(path: string, text: string, put: (draft: string) => Promise<T>): Promise<T> {
  // The dot keeps whoever watches the folder from reading it.
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const file = await open(draft, 'wx');
    await file
      .writeFile(text)
      .then(() => file.sync())
      .finally(() => file.close());
    return await put(draft);
  } finally {
    await rm(draft, { force: true });
  }
}
