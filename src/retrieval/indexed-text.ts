/** What is searched of a passage: its own words, and for a headline also the facts that stand in the front matter alone. */
import { countryOf } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale, LocalisedText } from '../domain/locale';
import type { Passage } from '../domain/passage';

/** Title, heading and text count alike: weighing fields made no difference (reference/retrieval.md 2). */
export function indexedText(passage: Passage, isHeadline: boolean, knowledge: KnowledgeBase): string {
  const { title, heading, text, locale } = passage;
  const entry = isHeadline ? knowledge.findEntry(passage.entry) : undefined;
  const facts = entry ? factsOf(entry, locale, knowledge.vocabularies) : [];
  return [title, heading, text, ...facts].filter(Boolean).join('\n');
}

/** People ask for "grants for cooperatives in Slovenia" or by the code of a call, and the text says neither word. */
function factsOf(entry: Entry, locale: Locale, { topics, applicants, areas }: KnowledgeBase['vocabularies']): string[] {
  const codes = new Set(entry.areas.flatMap((code) => [code, countryOf(code) ?? code]));
  const names: (LocalisedText | undefined)[] = [
    ...entry.topics.map((id) => topics.get(id)?.name),
    ...entry.audience.map((id) => applicants.get(id)?.name),
    ...[...codes].map((code) => areas.get(code)?.name),
  ];
  return [...names.flatMap((name) => name?.[locale] ?? []), ...codesOf(entry)];
}

function codesOf(entry: Entry): string[] {
  if (entry.kind !== 'call') return [];
  const { fund, objective, programme, authority, reference } = entry.call;
  return [fund, objective, programme, authority, reference].filter((one) => one !== undefined);
}
