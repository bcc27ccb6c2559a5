/** The shipped folder and words, as the golden conversations play them. */
import { openLanguages, openLibrary } from '../../src/compose';
import { makeDetector } from '../../src/language/detect';
import { silentLog } from '../../src/log';
import type { Stage } from './play-conversation';

export async function openStage(): Promise<Stage> {
  const languages = openLanguages();
  const opening = openLibrary({ folder: 'knowledge', languages, log: silentLog, isWatching: false });
  const [detector, library] = await Promise.all([makeDetector(), opening]);
  return { detector, library, languages };
}
