/** Sees to it that `dist/` holds what the sources say: quick when it does, a build of some seconds when it does not. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../../src/errors';

export const PROJECT = join(__dirname, '..', '..');

/** Written by `.tools/prepare.mjs` too, before every `npm start` and `npm test`: the digest is made in the same way there. */
const STAMP = join('dist', '.ponte-built');
/** Test files run in parallel: one of them builds, the others wait. */
const LOCK = join('dist', '.building');
const LOCK_LOOK_MS = 250;

/** Throws with the compiler's words when the sources do not build. */
export async function ensureBuilt(): Promise<void> {
  if (isFresh()) return;
  await takeLock();
  try {
    if (!isFresh()) build();
  } finally {
    rmSync(join(PROJECT, LOCK), { force: true });
  }
}

const isFresh = (): boolean => existsSync(join(PROJECT, STAMP)) && readFileSync(join(PROJECT, STAMP), 'utf8') === digestOfSources();

function build(): void {
  const digest = digestOfSources();
  const done = spawnSync(process.execPath, [join('.tools', 'build.mjs')], { cwd: PROJECT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the build failed:\n${done.stderr}${done.stdout}`);
  writeFileSync(join(PROJECT, STAMP), digest);
}

/** Changes with whatever the build is made from: what was made by other sources is not taken for theirs. */
export function digestOfSources(): string {
  const isSource = (path: string) => /\.(ts|mjs|css|json|png)$/.test(path) && !path.includes('node_modules');
  const sources = [
    ...filesUnder('src').filter(isSource),
    ...filesUnder('dialogs').filter(isSource),
    ...filesUnder('locales').filter((path) => /(web|grammar|columns)\.json$/.test(path)),
    'tsconfig.json',
    join('.tools', 'build.mjs'),
    'package-lock.json',
  ];
  const hash = createHash('sha256');
  for (const path of sources.sort())
    hash.update(`${path}\0${statSync(join(PROJECT, path)).size}\0`).update(readFileSync(join(PROJECT, path)));
  return hash.digest('hex');
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name).slice(PROJECT.length + 1));
}

async function takeLock(): Promise<void> {
  mkdirSync(join(PROJECT, 'dist'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(join(PROJECT, LOCK), String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    if (!isHeld()) rmSync(join(PROJECT, LOCK), { force: true });
    await wait(LOCK_LOOK_MS);
  }
}

/** A test that was killed while it built leaves its lock behind. */
function isHeld(): boolean {
  try {
    process.kill(Number(readFileSync(join(PROJECT, LOCK), 'utf8')), 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
