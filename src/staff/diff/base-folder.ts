/** What the edit is compared with: a folder, or the knowledge folder as it stands at a commit. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../../errors';
import { readBlobs } from './git-blobs';

const run = promisify(execFile);

/** Bytes and files of a knowledge folder at a commit; the shipped one has 1,400 files and 9 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_FILES = 100_000;
const GIT_MS = 20_000;
/** A commit nobody compared with for a week is written out again when somebody does. */
const KEEP_MS = 7 * 86_400_000;

/** Why there is nothing to compare with, and what to do. */
export class NoBase extends Error {}

export interface BaseFolder {
  readonly path: string;
  /** How people know it. */
  readonly name: string;
}

/**
 * `asked` is a folder, or `git:` and a name of a commit. A commit is written out once under `cacheFolder`, named by its contents, so
 * that a second comparison with it finds it there. Throws NoBase.
 */
export async function findBaseFolder(asked: string, folder: string, cacheFolder: string): Promise<BaseFolder> {
  if (asked.startsWith('git:')) return folderAtCommit(asked.slice('git:'.length), resolve(folder), cacheFolder);
  const stats = await stat(asked).catch(() => undefined);
  if (!stats?.isDirectory())
    throw new NoBase(`there is no folder ${asked}. Name a copy of the knowledge folder, or write --base git:HEAD.`);
  if (resolve(asked) === resolve(folder))
    throw new NoBase(`${asked} is the edited folder itself. Name another one, or write --base git:HEAD.`);
  return { path: asked, name: asked };
}

async function folderAtCommit(ref: string, folder: string, cacheFolder: string): Promise<BaseFolder> {
  const tree = await treeOf(ref, folder);
  const path = join(resolve(cacheFolder), `tree-${tree}`);
  const name = `git:${ref}`;
  await forgetOld(dirname(path));
  if (await stat(path).catch(() => undefined)) {
    await utimes(path, new Date(), new Date());
    return { path, name };
  }
  const files = filesOf(await git(folder, ['ls-tree', '--full-tree', '-r', '-l', '-z', tree]), ref);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const half = await mkdtemp(`${path}-`);
  try {
    const blobs = await readBlobs(
      folder,
      files.map(({ blob }) => blob),
      MAX_BYTES,
    );
    for (const [n, { file }] of files.entries()) await write(half, file, blobs[n] ?? new Uint8Array());
    // Another comparison may have written it meanwhile; it is the same then.
    await rename(half, path).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return { path, name };
}

async function forgetOld(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder).catch(() => [])) {
    const path = join(cacheFolder, name);
    const stats = name.startsWith('tree-') ? await stat(path).catch(() => undefined) : undefined;
    if (stats && Date.now() - stats.mtimeMs > KEEP_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Object name of the folder's tree at a commit. */
async function treeOf(ref: string, folder: string): Promise<string> {
  const prefix = await git(folder, ['rev-parse', '--show-prefix']).catch(() => {
    throw new NoBase(`${folder} is not under git. Name a copy of the folder with --base FOLDER.`);
  });
  const path = `${ref}:${prefix.trim().replace(/\/$/, '')}`;
  const tree = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', path]).catch(() => '');
  if (!/^[0-9a-f]{40,64}$/.test(tree.trim()))
    throw new NoBase(
      `git knows no "${ref}" with this folder in it. "git log --oneline" lists commits; write --base git:HEAD for the last one.`,
    );
  return tree.trim();
}

/** Ordinary files alone: no links, no modules. */
function filesOf(listing: string, ref: string): { blob: string; file: string }[] {
  const files = listing.split('\0').flatMap((line) => {
    const [, blob, size, file] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
    return blob && file ? [{ blob, size: Number(size), file }] : [];
  });
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > MAX_FILES || bytes > MAX_BYTES)
    throw new NoBase(`the folder at ${ref} is too large to compare: ${files.length} files, ${Math.round(bytes / 1024 / 1024)} MB.`);
  return files;
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...args], { timeout: GIT_MS, maxBuffer: 64 * 1024 * 1024, windowsHide: true });
  return stdout;
}

async function write(root: string, file: string, bytes: Uint8Array): Promise<void> {
  const path = resolve(root, file);
  if (!path.startsWith(root + sep)) throw new NoBase(`git names a file outside the folder: ${file}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
