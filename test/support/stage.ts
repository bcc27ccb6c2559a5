/** The shipped folder and words, as the golden conversations play them. */
import { openDetector, openLanguages, openLibrary } from '../../src/compose';
import { silentLog } from '../../src/log';
import type { Stage } from './play-conversation';

export async function openStage(): Promise<Stage> {
  const languages = openLanguages();
  const opening = openLibrary({ folder: 'knowledge', languages, log: silentLog, isWatching: false });
  const [detector, library] = await Promise.all([openDetector(languages, opening), opening]);
  return { detector, library, languages };
}
