/** Whether what was said is the title of an entry, as "did you mean" offers it: it asks for that entry, whatever words stand in it. */
import type { KnowledgeBase } from '../../src/domain/knowledge-base';
import { wordsOf } from '../../src/language/fold';

const titles = new WeakMap<KnowledgeBase, ReadonlySet<string>>();

export function isEntryTitle(said: string, knowledge: KnowledgeBase): boolean {
  const known = titles.get(knowledge) ?? new Set(knowledge.entries.flatMap(({ title }) => Object.values(title).map(asTitle)));
  titles.set(knowledge, known);
  return known.has(asTitle(said));
}

const asTitle = (text: string): string => wordsOf(text).join(' ');
