/**
 * Public collections of bad input, which are not ours to ship. `PONTE_CORPORA` names a folder that holds them, each under its own
 * name: `blns/blns.json` (minimaxir/big-list-of-naughty-strings, MIT), `yaml-test-suite/src` (yaml/yaml-test-suite, MIT). Tests are
 * complete without them, through strings of the same kinds of our own.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Path inside the corpora; undefined when nobody gave them, or they lack it. */
export function findCorpus(...path: readonly string[]): string | undefined {
  const folder = process.env.PONTE_CORPORA;
  const found = folder ? join(folder, ...path) : undefined;
  return found !== undefined && existsSync(found) ? found : undefined;
}
