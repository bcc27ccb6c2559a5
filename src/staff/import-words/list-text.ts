/** A word list as it stands in the knowledge folder: whose it is, and a line a concept. `knowledge/read-word-lists.ts` reads it. */
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { LOCALES } from '../../domain/locale';
import { MOST_IMPORTED } from '../../knowledge/read-word-lists';
import { FileRefused } from '../import/table';
import { plainLine } from '../plain-line';
import type { Words } from './word-table';

/**
 * Concepts that a list may hold beside the folder's other ones: the reader refuses the list with which they are too many. Throws FileRefused
 * when the others leave no room. `file` is its path in the knowledge folder.
 */
export function roomBeside(file: string, { vocabularies }: KnowledgeBase): number {
  const others = vocabularies.concepts.filter(({ id, isImported }) => isImported && !id.startsWith(`${file}:`)).length;
  if (others < MOST_IMPORTED) return MOST_IMPORTED - others;
  throw new FileRefused(
    `the other word lists have ${MOST_IMPORTED} concepts already, as many as a folder may hold`,
    'Remove one of word-lists that helps less.',
  );
}

export interface ListOrigin {
  readonly source: string;
  readonly licence: string;
  readonly day: string;
  /** Names of the files it was made from. */
  readonly files: readonly string[];
}

export function listText({ source, licence, day, files }: ListOrigin, concepts: readonly Words[]): string {
  return [
    `# ${plainLine(source)}`,
    `# Licence: ${plainLine(licence)}`,
    `# Imported on ${day} from ${plainLine(files.join(', '))}; up to ${MOST_IMPORTED} concepts of which this folder has a word.`,
    '# Our own glossary comes first. Import again to renew; do not edit.',
    listTable(concepts),
  ].join('\n');
}

/** The row of languages, then a row a concept; ends with a line end. */
export function listTable(concepts: readonly Words[]): string {
  const locales = LOCALES.filter((locale) => concepts.some((words) => words.has(locale)));
  const lines = concepts.map((words) => locales.map((locale) => (words.get(locale) ?? []).join('; ')).join('\t'));
  return [locales.join('\t'), ...lines, ''].join('\n');
}
