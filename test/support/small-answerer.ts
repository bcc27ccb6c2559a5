/** An answerer over a few entries of a test's own. */
import { join } from 'node:path';
import { Answerer } from '../../src/answering/answerer';
import type { Entry } from '../../src/domain/entry';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { readVocabularies } from '../../src/knowledge/read-vocabularies';
import { makeAsking } from '../../src/language/make-asking';
import { makePlaceFinder } from '../../src/language/places';
import { Languages } from '../../src/language/speech';
import { makeTermFinder } from '../../src/language/terms';
import { silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import { readSharedMemo, SHIPPED } from './shipped-folder';

const ROOT = join(__dirname, '..', '..');
export const languages = new Languages(join(ROOT, 'locales'));

/** With the shipped vocabularies, so that every place is known. */
export async function smallAnswerer(entries: readonly Entry[]) {
  const { vocabularies } = await readVocabularies(SHIPPED, await readSharedMemo());
  const knowledge = makeKnowledgeBase([...entries], vocabularies, entries.map(({ id }) => id).join(' '));
  const retriever = await buildRetriever(knowledge, { log: silentLog });
  const answerer = new Answerer({
    retriever,
    knowledge,
    asking: makeAsking(languages),
    places: makePlaceFinder(vocabularies),
    applicants: makeTermFinder(vocabularies.applicants),
    log: silentLog,
  });
  return { answerer, knowledge };
}
