/** The shipped folder and words, as the golden conversations play them. */
import { openLanguages, openLibrary } from '../../src/compose';
import { makeDetector } from '../../src/language/detect';
import { silentLog } from '../../src/log';
import type { Stage } from './play-conversation';

export async function openStage(): Promise<Stage> {
  const [detector, library] = await Promise.all([makeDetector(), openLibrary({ folder: 'knowledge', log: silentLog, isWatching: false })]);
  return { detector, library, languages: openLanguages() };
}
