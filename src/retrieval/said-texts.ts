/** What people say, as texts beside the passages: found in their words, it leads to the entries that help. */
import type { KnowledgeBase } from '../domain/knowledge-base';
import { LOCALES, type Locale, type LocalisedText } from '../domain/locale';

/** How one event, or the need for one entry, is told in one language. */
export interface SaidText {
  readonly locale: Locale;
  readonly text: string;
  /** Ids of the entries that help. */
  readonly entries: readonly string[];
}

type Said = Readonly<Partial<Record<Locale, readonly string[]>>>;

/** Of life and business events, then of entries. */
export const saidTexts = (knowledge: KnowledgeBase): SaidText[] => [...ofEvents(knowledge), ...ofEntries(knowledge)];

/** Events that no entry names are left out: nothing could be said about them. */
function ofEvents({ entries, vocabularies }: KnowledgeBase): SaidText[] {
  const helping = new Map<string, string[]>();
  for (const entry of entries)
    for (const event of entry.kind === 'site' ? [] : entry.events) {
      const ids = helping.get(event) ?? [];
      helping.set(event, ids);
      ids.push(entry.id);
    }
  return [...helping].flatMap(([id, ids]) => {
    const event = vocabularies.events.get(id);
    return textsOf(event?.said ?? {}, ids, event?.name);
  });
}

const ofEntries = ({ entries }: KnowledgeBase): SaidText[] =>
  entries.flatMap((entry) => (entry.kind === 'site' ? [] : textsOf(entry.said, [entry.id])));

const textsOf = (said: Said, entries: readonly string[], name: LocalisedText = {}): SaidText[] =>
  LOCALES.flatMap((locale) => {
    const phrases = [name[locale] ?? '', ...(said[locale] ?? [])].filter(Boolean);
    return phrases.length > 0 ? [{ locale, text: phrases.join('\n'), entries }] : [];
  });
