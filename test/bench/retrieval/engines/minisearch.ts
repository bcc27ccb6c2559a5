/** MiniSearch twice: with accents folded in one index, and with a stemmer in an index a language. */
import MiniSearch from 'minisearch';
import type { Locale } from '../../../../src/domain/locale';
import { stem } from '../../../../src/retrieval/stemming';
import { isStopWord } from '../../../../src/retrieval/stop-words';
import { foldWord, LONGEST_WORD } from '../../../../src/retrieval/words';
import { buildByLanguage, contentWords, DOCUMENTS, type DocumentSearch, type Engine, firstEntries } from '../engine';

type ProcessTerm = (term: string) => string | null;

/** One edit in every five letters, for words long enough to be told apart by the rest. */
const FUZZINESS = 0.2;
const SHORTEST_FUZZY = 6;

const fuzzy = (term: string): number | false => (term.length >= SHORTEST_FUZZY ? FUZZINESS : false);
const lower = (term: string): string => term.toLowerCase().slice(0, LONGEST_WORD);
const folded: ProcessTerm = (term) => foldWord(lower(term));
const stemmed =
  (locale: Locale): ProcessTerm =>
  (term) =>
    isStopWord(folded(term) ?? '', locale) ? null : stem(lower(term), locale);

function indexOf(texts: readonly string[], processTerm: ProcessTerm): DocumentSearch {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], processTerm });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return (question) =>
    index
      .search(question, { fuzzy })
      .slice(0, DOCUMENTS)
      .map(({ id, score }) => ({ document: id, score }));
}

export const folding: Engine = {
  onFolder: { languages: 'own', document: 'entry' },
  build: async (texts) => {
    const entries = texts.map(({ entry }) => entry);
    const search = indexOf(
      texts.map(({ text }) => text),
      folded,
    );
    return async (question, locale) => {
      const found = await search(contentWords(question, locale).join(' '));
      return firstEntries(found.map(({ document }) => entries[document] ?? ''));
    };
  },
};

export const stems: Engine = {
  onFolder: { languages: 'own', document: 'entry' },
  build: (texts) => buildByLanguage(texts, (own, locale) => indexOf(own, stemmed(locale))),
};
