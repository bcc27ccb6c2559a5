/** The shipped folder and words, as the golden conversations play them. */
import { join } from 'node:path';
import { type Caches, type LiveLibrary, openDetector, openLanguages, openLibrary, tonguesFileIn } from '../../src/compose';
import type { Languages } from '../../src/language/speech';
import { type Log, silentLog } from '../../src/log';
import { makeBreath } from '../../src/retrieval/breathing';
import type { Indexer } from '../../src/retrieval/build-index';
import { IndexBuilder } from '../../src/retrieval/index-builder';
import { indexKey, readIndexFile, writeIndexFile } from '../../src/retrieval/index-file';
import { digestOfSources } from './built-server';
import type { Stage } from './play-conversation';
import { SHARED, SHIPPED, sharedMemoFile } from './shipped-folder';

export async function openStage(): Promise<Stage> {
  const languages = openLanguages();
  const opening = openShippedLibrary(languages);
  const [detector, library] = await Promise.all([openDetector(opening), opening]);
  return { detector, library, languages };
}

/** The shipped folder alone. */
export const openShippedLibrary = (languages: Languages, log: Log = silentLog): Promise<LiveLibrary> =>
  openLibrary({ folder: SHIPPED, languages, log, isWatching: false, caches: sharedCaches() });

/** What one test file parsed and indexed the others take, as a second start does. */
function sharedCaches(): Caches {
  const build = digestOfSources();
  return {
    memoFile: sharedMemoFile(build),
    indexer: keptIndexer(join(SHARED, 'index.bin'), build),
    tonguesFile: tonguesFileIn(SHARED, build),
    close: async () => {},
  };
}

/** Without the thread, which only a build has. */
const keptIndexer = (path: string, build: string): Indexer => ({
  build: async (input, onProgress) => {
    const key = indexKey(input, build);
    const kept = await readIndexFile(path, key);
    if (kept) return kept;
    const made = await new IndexBuilder(makeBreath()).build(input, onProgress);
    await writeIndexFile(path, key, made);
    return made;
  },
});
