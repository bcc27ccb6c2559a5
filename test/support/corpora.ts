/**
 * Public collections of bad input, which are not ours to ship. `PONTE_CORPORA` names a folder that holds them, each under its own
 * name: `blns/blns.json` (minimaxir/big-list-of-naughty-strings, MIT), `yaml-test-suite/src` (yaml/yaml-test-suite, MIT),
 * `json-test-suite/test_parsing` (nst/JSONTestSuite, MIT), `wycheproof` (C2SP/wycheproof, Apache-2.0), `botframework`
 * (microsoft/botframework-sdk, MIT), `standards` with `hsds-3`, `cpsv-ap-3.2.0`, `dcat-ap-3` and `schemaorg`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Path inside the corpora; undefined when nobody gave them, or they lack it. */
export function findCorpus(...path: readonly string[]): string | undefined {
  const folder = process.env.PONTE_CORPORA;
  const found = folder ? join(folder, ...path) : undefined;
  return found !== undefined && existsSync(found) ? found : undefined;
}

/** A test over one of them; where it was not given the test is skipped, and its name says what is missing. */
export function itWithCorpus(sentence: string, path: readonly string[], test: (found: string) => void | Promise<void>): void {
  const found = findCorpus(...path);
  if (found === undefined) it.skip(`${sentence} (PONTE_CORPORA names no folder with ${path.join('/')})`, () => undefined);
  else
    it(sentence, async () => {
      await test(found);
    });
}
