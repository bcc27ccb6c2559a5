/** What is compared: anything that takes texts and gives, for a question, entries. */
import type { Locale } from '../../../src/domain/locale';
import { isStopWord } from '../../../src/retrieval/stop-words';
import { foldWord, tokenise } from '../../../src/retrieval/words';

/** One text of an entry in one language. */
export interface Text {
  readonly entry: string;
  readonly locale: Locale;
  /** The same in each translation; 0 is the headline of an entry. */
  readonly section: number;
  readonly text: string;
}

/** Ids of entries, best first, at most ten. `locale` is the language of the question, which every engine is told. */
export type Search = (question: string, locale: Locale) => Promise<readonly string[]>;

export interface Engine {
  /**
   * How it is used on a folder whose every entry is told in short in every language: `all` languages at once, or the question's `own`
   * alone; and whether one document is a section, or all an entry says in a language. What serves it best (README.md).
   */
  readonly onFolder: { readonly languages: 'all' | 'own'; readonly document: 'section' | 'entry' };
  build(texts: readonly Text[]): Promise<Search>;
}

/** Entries asked for. */
export const WANTED = 10;
/** Documents asked for, as several may belong to one entry. */
export const DOCUMENTS = 60;

/** A document's place in the list it was built from, and its score where the engine tells one. */
export interface Ranked {
  readonly document: number;
  readonly score: number;
}

/** Best first. */
export type DocumentSearch = (question: string) => Ranked[] | Promise<Ranked[]>;

/** The words of a question or a text without stop words, as Ponte cuts them and with its lists: no peer has one for each language. */
export function contentWords(text: string, locale: Locale): string[] {
  const words = tokenise(text);
  const telling = words.filter((word) => !isStopWord(foldWord(word), locale));
  return telling.length > 0 ? telling : words;
}

/**
 * One index a language, each with the analyser of its language and asked in turn, and the lists merged by score: whoever tells scores
 * finds more so than in one index for all, or as much. The question comes without the stop words of its language.
 */
export async function buildByLanguage(
  texts: readonly Text[],
  buildOne: (texts: readonly string[], locale: Locale) => DocumentSearch | Promise<DocumentSearch>,
): Promise<Search> {
  const indexes: { readonly entries: readonly string[]; readonly search: DocumentSearch }[] = [];
  for (const [locale, own] of groupBy(texts, (one) => one.locale)) {
    const contents = own.map(({ text }) => text);
    indexes.push({ entries: own.map(({ entry }) => entry), search: await buildOne(contents, locale) });
  }
  return async (question, locale) => {
    const words = contentWords(question, locale).join(' ');
    const found: { entry: string; score: number }[] = [];
    for (const { entries, search } of indexes)
      for (const { document, score } of await search(words)) found.push({ entry: entries[document] ?? '', score });
    if (indexes.length > 1) found.sort((a, b) => b.score - a.score);
    return firstEntries(found.map(({ entry }) => entry));
  };
}

export const firstEntries = (entries: readonly string[]): string[] => [...new Set(entries)].slice(0, WANTED);

/** What one document is for this engine. */
export const documentsFor = ({ onFolder }: Engine, texts: readonly Text[]): readonly Text[] =>
  onFolder.document === 'entry' ? joinSections(texts) : texts;

/** As the engine is best used on a folder in many languages. */
export async function buildOnFolder({ onFolder, build }: Engine, documents: readonly Text[]): Promise<Search> {
  if (onFolder.languages === 'all') return build(documents);
  const byLocale = new Map<Locale, Search>();
  for (const [locale, own] of groupBy(documents, (one) => one.locale)) byLocale.set(locale, await build(own));
  return async (question, locale) => (await byLocale.get(locale)?.(question, locale)) ?? [];
}

/** One text for each entry and language. */
function joinSections(texts: readonly Text[]): Text[] {
  const groups = groupBy(texts, ({ entry, locale }) => `${entry} ${locale}`);
  return [...groups.values()].flatMap((sections) => {
    const [first] = sections;
    return first ? [{ ...first, text: sections.map(({ text }) => text).join('\n') }] : [];
  });
}

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
