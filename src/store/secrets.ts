/** Secrets that a fresh installation makes for itself. */
import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, PonteError } from '../errors';
import { makeFolder } from './data-folder';
import { storing } from './store-failure';

/**
 * The secret `<folder>/keys/<name>` of `bytes` bytes, in hexadecimal; made once, kept in mode 0600. Of processes that race,
 * all get the same. A file that is there but damaged is never replaced (what it sealed would be lost): STORE_FAILED.
 */
export async function readOrMakeSecret(
  folder: string,
  name: string,
  bytes: number,
  draw: (bytes: number) => Buffer = randomBytes,
): Promise<string> {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) throw new RangeError('name a secret in lower-case letters, digits and dashes');
  const where = `keys/${name}`;
  return storing(where, async () => {
    const keys = join(folder, 'keys');
    makeFolder(keys);
    const path = join(keys, name);
    const secret = (await readSecret(path)) ?? (await makeSecret(keys, path, draw(bytes).toString('hex')));
    if (!/^[0-9a-f]+$/.test(secret) || secret.length !== bytes * 2) throw new PonteError('STORE_FAILED', where);
    return secret;
  });
}

async function readSecret(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole under another name and then linked: whoever finds the file finds all of it, also after a crash halfway. */
async function makeSecret(keys: string, path: string, secret: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeDurably(draft, secret);
    await link(draft, path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  await flushFolder(keys);
  return (await readFile(path, 'utf8')).trim();
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name of a file is durable only when its folder is flushed too. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
