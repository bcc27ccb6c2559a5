/** FlexSearch with `suggest`, without which every word must be found; stems in one language, folded words in several. It tells no scores. */
import { Index } from 'flexsearch';
import { stem } from '../../../../src/retrieval/stemming';
import { foldWord, tokenise } from '../../../../src/retrieval/words';
import { contentWords, DOCUMENTS, type Engine, firstEntries } from '../engine';

export const engine: Engine = {
  onFolder: { languages: 'own', document: 'section' },
  build: async (texts) => {
    const [only, ...others] = new Set(texts.map(({ locale }) => locale));
    const encodeWord = only !== undefined && others.length === 0 ? (word: string) => stem(word, only) : foldWord;
    // A place early in a text counts more here, so that stop words must not take the first ones.
    const encode = (text: string) => (only && others.length === 0 ? contentWords(text, only) : tokenise(text)).map(encodeWord);
    const entries = texts.map(({ entry }) => entry);
    const index = new Index({ tokenize: 'strict', encode });
    for (const [id, { text }] of texts.entries()) index.add(id, text);
    return async (question, locale) => {
      const found = index.search(contentWords(question, locale).join(' '), { limit: DOCUMENTS, suggest: true });
      return firstEntries(found.map((id) => entries[Number(id)] ?? ''));
    };
  },
};
