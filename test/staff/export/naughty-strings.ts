/** Strings that break programs (big-list-of-naughty-strings, MIT), from beside the project; none when they are not there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '..', '..', '..', '..', 'shared', 'corpora', 'blns', 'blns.json');

/** Without those that are empty to a person: the folder refuses them as titles. */
export function naughtyStrings(): string[] {
  if (!existsSync(FILE)) return [];
  return (JSON.parse(readFileSync(FILE, 'utf8')) as string[]).map((text) => text.trim()).filter((text) => text !== '');
}
