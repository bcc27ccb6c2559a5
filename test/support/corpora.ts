/**
 * Public collections of bad input, which are not ours to ship. `PONTE_CORPORA` names a folder that holds them, each under its own
 * name: `blns/blns.json` (minimaxir/big-list-of-naughty-strings, MIT), `yaml-test-suite/src` (yaml/yaml-test-suite, MIT),
 * `json-test-suite/test_parsing` (nst/JSONTestSuite, MIT), `wycheproof` (C2SP/wycheproof, Apache-2.0), `botframework`
 * (microsoft/botframework-sdk, MIT), `standards` with `hsds-3`, `cpsv-ap-3.2.0`, `dcat-ap-3` and `schemaorg`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Path inside the corpora; undefined when the environment names none. Throws Error where it names a folder that lacks this one: a mistake. */
export function findCorpus(...path: readonly string[]): string | undefined {
  const folder = process.env.PONTE_CORPORA;
  if (!folder) return undefined;
  const found = join(folder, ...path);
  if (!existsSync(found)) throw new Error(`PONTE_CORPORA names ${folder}, and there is no ${path.join('/')} in it.`);
  return found;
}

/** A test over one of them; without them its name says that it was not tried, and where it would look. */
export function itWithCorpus(sentence: string, path: readonly string[], test: (found: string) => void | Promise<void>): void {
  const found = findCorpus(...path);
  const untried = `${sentence} (PONTE_CORPORA names no folder with ${path.join('/')})`;
  if (found === undefined)
    it.skip(untried, () => undefined); // Skipped only where PONTE_CORPORA is not set, as others' collections may not be shipped; .ci/run sets it, and nothing is skipped there.
  else
    it(sentence, async () => {
      await test(found);
    });
}
