/** Ponte's retriever as it ships, with the glossary and the built-in embedder; told the language of the question, as the others are. */
import { join } from 'node:path';
import type { Passage } from '../../../../src/domain/passage';
import type { Vocabularies } from '../../../../src/domain/vocabulary';
import { readVocabularies } from '../../../../src/knowledge/read-vocabularies';
import { silentLog } from '../../../../src/log';
import { buildRetriever } from '../../../../src/retrieval/build-index';
import { WEIGHTS, type Weights } from '../../../../src/retrieval/weights';
import { PROJECT } from '../../child';
import { type Engine, type Text, WANTED } from '../engine';

/** Read once, before anything is measured. */
export async function makeEngine(weights: Weights = WEIGHTS): Promise<Engine> {
  const { vocabularies } = await readVocabularies(join(PROJECT, 'knowledge'));
  return {
    onFolder: { languages: 'all', document: 'section' },
    build: async (texts) => {
      const retriever = await buildRetriever(folderOf(texts, vocabularies), { log: silentLog, weights });
      return async (text, locale) => (await retriever.search({ text, locale, limit: WANTED })).entries.map(({ entry }) => entry);
    },
  };
}

/** The texts hold all that is searched of an entry; filters, which need its facts, are not used. */
const folderOf = (texts: readonly Text[], vocabularies: Vocabularies) => ({
  digest: '',
  entries: [],
  passages: texts.map(passageOf),
  vocabularies,
  findEntry: () => undefined,
  findSite: () => undefined,
});

const passageOf = ({ entry, section, locale, text }: Text): Passage => ({
  id: `${entry}#${section}.${locale}`,
  entry,
  kind: 'guide',
  locale,
  title: '',
  heading: '',
  text,
});
