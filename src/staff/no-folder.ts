/** Commands work on the knowledge folder: one that is not there is told before any of them starts. */
import { stat } from 'node:fs/promises';

/** Why the folder cannot be worked on, with the remedy; undefined when it is there. */
export async function findNoFolder(folder: string): Promise<string | undefined> {
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory()) return undefined;
  const what = stats ? `${folder} is a file, no folder` : `there is no knowledge folder ${folder}`;
  return `${what}. Run this in the folder Ponte stands in, or name yours in the setting PONTE_KNOWLEDGE.`;
}
