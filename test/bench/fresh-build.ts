/** What is measured is what the sources are now. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, startChild } from './child';

/** Builds what changed, as `npm start` does. Throws when packages would have to be installed first, or the build fails. */
export async function makeFreshBuild(): Promise<void> {
  if (!isInstalled()) throw new Error('The packages changed since they were installed: run "npm start" once, then measure.');
  const build = startChild(process.execPath, [join('.tools', 'prepare.mjs'), 'start']);
  if ((await build.ended) !== 0) throw new Error(build.err());
}

/** The stamp of `.tools/prepare.mjs`. Without it `npm start` installs, which is another measurement and takes minutes. */
function isInstalled(): boolean {
  const stamp = join(PROJECT, 'node_modules', '.ponte-installed');
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'package.json']) {
    const path = join(PROJECT, name);
    hash.update(`${name}\0${statSync(path).size}\0`).update(readFileSync(path));
  }
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash.digest('hex') + process.versions.modules;
}
