/** A script of a bench as the server's own code is: without what a loader of TypeScript adds to each function. */
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT } from './child';

/** Beside what is built, so that packages are found from there, and as deep in the project as the script itself, so that its files are. */
const FOLDER = join(PROJECT, 'dist', 'bench');

/** `script` is a path of TypeScript; the path of what was made of it is returned. */
export async function compile(script: string): Promise<string> {
  const outfile = join(FOLDER, `${basename(script, '.ts')}.js`);
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
