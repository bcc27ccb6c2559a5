/** Orama with the stemmers of its language packs (for Catalan, Slovene and Albanian, which have none, Ponte's stems). */
import { create, insertMultiple, search } from '@orama/orama';
import type { Locale } from '../../../../src/domain/locale';
import { stem } from '../../../../src/retrieval/stemming';
import { buildByLanguage, contentWords, DOCUMENTS, type DocumentSearch, type Engine } from '../engine';

const BATCH = 1_000;

/** Its own tokenizer finds as much in one language and less in a folder of several: it has no stop words of some, and no stemmer. */
const tokenizerFor = (locale: Locale) => ({
  language: 'english',
  normalizationCache: new Map<string, string>(),
  tokenize: (raw: string) => contentWords(raw, locale).map((word) => stem(word, locale)),
});

async function indexOf(texts: readonly string[], locale: Locale): Promise<DocumentSearch> {
  const index = create({ schema: { text: 'string' } as const, components: { tokenizer: tokenizerFor(locale) } });
  await insertMultiple(
    index,
    texts.map((text, id) => ({ id: String(id), text })),
    BATCH,
  );
  return async (question) => {
    const { hits } = await search(index, { term: question, properties: ['text'], limit: DOCUMENTS });
    return hits.map(({ id, score }) => ({ document: Number(id), score }));
  };
}

export const engine: Engine = {
  onFolder: { languages: 'own', document: 'section' },
  build: (texts) => buildByLanguage(texts, indexOf),
};
