/**
 * Of a list of tens of thousands of concepts those that can help to find something in this folder: the others would only make the index
 * larger. A concept helps when a text of the folder has one of its words, another language has a word for it, and the folder's own
 * glossary does not know all of them already.
 */
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { LOCALES, type Locale } from '../../domain/locale';
import { conceptsOf, contentStems, Glossary, LONGEST_PHRASE, readGlossary } from '../../retrieval/glossary';
import type { Words, WordTable } from './word-table';

export interface Useful {
  /** In the order of the list. */
  readonly concepts: readonly Words[];
  /** Useful ones beyond `most`. */
  readonly leftOut: number;
}

/** At most `most`; those in the fewest languages are left out. Takes seconds for a hundred thousand concepts. */
export function usefulWords(table: WordTable, knowledge: KnowledgeBase, most: number): Useful {
  const folder = stemsIn(knowledge);
  const own = new Glossary(readGlossary(conceptsOf(knowledge.vocabularies).filter(({ isImported }) => !isImported)));
  const useful: Words[] = [];
  for (const concept of table) {
    const words = searchable(concept);
    if (words.size > 1 && standsIn(folder, words) && isNews(own, words)) useful.push(words);
  }
  return { concepts: inMostLanguages(useful, most), leftOut: Math.max(0, useful.length - most) };
}

/** Stems of all texts of the folder, by language. */
function stemsIn({ passages }: KnowledgeBase): ReadonlyMap<Locale, ReadonlySet<string>> {
  const stems = new Map<Locale, Set<string>>(LOCALES.map((locale) => [locale, new Set()]));
  for (const { title, heading, text, locale } of passages)
    for (const stem of contentStems(`${title}\n${heading}\n${text}`, locale)) stems.get(locale)?.add(stem);
  return stems;
}

/** Without words that are never looked for: of stop words alone, or too long. */
function searchable(concept: Words): Words {
  const words = [...concept].map(([locale, ways]) => {
    const kept = ways.filter((way) => {
      const { length } = contentStems(way, locale);
      return length > 0 && length <= LONGEST_PHRASE;
    });
    return [locale, kept] as const;
  });
  return new Map(words.filter(([, ways]) => ways.length > 0));
}

const standsIn = (folder: ReadonlyMap<Locale, ReadonlySet<string>>, words: Words): boolean =>
  [...words].some(([locale, ways]) => ways.some((way) => contentStems(way, locale).every((stem) => folder.get(locale)?.has(stem))));

const isNews = (own: Glossary, words: Words): boolean =>
  [...words].some(([locale, ways]) => ways.some((way) => own.conceptsSaid(contentStems(way, locale), locale).length === 0));

function inMostLanguages(useful: readonly Words[], most: number): readonly Words[] {
  if (useful.length <= most) return useful;
  const order = [...useful.keys()].sort((a, b) => (useful[b]?.size ?? 0) - (useful[a]?.size ?? 0) || a - b).slice(0, most);
  return order.sort((a, b) => a - b).flatMap((n) => useful[n] ?? []);
}
