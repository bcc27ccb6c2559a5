/** What is searched of a passage: its own words, and for a headline also the facts that stand in the front matter alone. */
import { countryOf } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale, LocalisedText } from '../domain/locale';
import type { Passage } from '../domain/passage';

type Vocabularies = KnowledgeBase['vocabularies'];
type Made = WeakMap<Passage, { readonly entry: Entry | undefined; readonly text: string }>;
const made = new WeakMap<Vocabularies, Made>();

/** Title, heading and text count alike: weighing fields made no difference (ESCO occupations, four weightings: 0.740 to 0.744). */
export function indexedText(passage: Passage, isHeadline: boolean, knowledge: KnowledgeBase): string {
  const entry = isHeadline ? knowledge.findEntry(passage.entry) : undefined;
  const texts: Made = made.get(knowledge.vocabularies) ?? new WeakMap();
  made.set(knowledge.vocabularies, texts);
  const known = texts.get(passage);
  // A passage outlives its folder's version when nothing of its entry changed; its text is the same one then.
  if (known && known.entry === entry) return known.text;
  const text = textOf(passage, entry, knowledge.vocabularies);
  texts.set(passage, { entry, text });
  return text;
}

function textOf({ title, heading, text, locale }: Passage, entry: Entry | undefined, vocabularies: Vocabularies): string {
  const facts = entry ? factsOf(entry, locale, vocabularies) : [];
  return [title, heading, text, ...facts].filter(Boolean).join('\n');
}

/** People ask for "grants for cooperatives in Slovenia" or by the code of a call, and the text says neither word. */
function factsOf(entry: Entry, locale: Locale, { topics, applicants, areas }: Vocabularies): string[] {
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
  return [fund, objective, programme, authority, reference, ...inOnePiece(reference)].filter((one) => one !== undefined);
}

/** People type "ESF-SI-2024-UA-01" with blanks, which are words of it, or with nothing between, which is not. */
const inOnePiece = (reference = ''): string[] =>
  reference.split(',').flatMap((code) => (/\P{N}.*\p{N}|\p{N}.*\P{N}/u.test(code.trim()) ? code.replace(/[^\p{L}\p{N}]/gu, '') : []));
