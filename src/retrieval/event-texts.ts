/** What people say when something happens to them, as texts beside the passages: found in their words, it leads to the entries that help. */
import type { KnowledgeBase } from '../domain/knowledge-base';
import { LOCALES, type Locale } from '../domain/locale';

/** One event in one language. */
export interface EventText {
  readonly locale: Locale;
  readonly text: string;
  /** Ids of the entries that help. */
  readonly entries: readonly string[];
}

/** Events that no entry names are left out: nothing could be said about them. */
export function eventTexts({ entries, vocabularies }: KnowledgeBase): EventText[] {
  const helping = new Map<string, string[]>();
  for (const entry of entries)
    for (const event of entry.kind === 'site' ? [] : entry.events) {
      const ids = helping.get(event) ?? [];
      helping.set(event, ids);
      ids.push(entry.id);
    }
  return [...helping].flatMap(([id, ids]) => {
    const event = vocabularies.events.get(id);
    return LOCALES.flatMap((locale): EventText[] => {
      const said = [event?.name[locale] ?? '', ...(event?.said[locale] ?? [])].filter(Boolean);
      return said.length > 0 ? [{ locale, text: said.join('\n'), entries: ids }] : [];
    });
  });
}
