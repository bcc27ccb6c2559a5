/**
 * Opens two versions of a folder one after the other and works out only what differs for the second: what was parsed and indexed
 * for the first is known then. That is also what a running server does when the edit is saved, so the answers are the ones it will give.
 */
import { Answerer } from '../../answering/answerer';
import { PonteError } from '../../errors';
import { readKnowledge } from '../../knowledge/knowledge-base';
import { ParseMemo } from '../../knowledge/parse-memo';
import { makeAsking } from '../../language/asking';
import { makeDetector } from '../../language/detect';
import { makePlaceFinder } from '../../language/places';
import type { Languages } from '../../language/speech';
import { makeTermFinder } from '../../language/terms';
import { silentLog } from '../../log';
import { buildRetriever, type Indexer } from '../../retrieval/build-index';
import { IndexBuilder } from '../../retrieval/index-builder';
import type { OpenedFolder, OpenFolder } from './open-folder';

export interface OpenerRooms {
  /** The words of all languages, read when they are needed. */
  readonly openLanguages: () => Languages;
  /** Site whose people ask when a question names none. */
  readonly defaultSite: () => string;
}

/** The folders are opened in the order they are asked for: the base first. */
export function makeFolderOpener({ openLanguages, defaultSite }: OpenerRooms): OpenFolder {
  const memo = new ParseMemo();
  const indexer = sharedIndexer();
  let words: Promise<Pick<OpenedFolder, 'languages' | 'detector'>> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const open = async (folder: string): Promise<OpenedFolder> => {
    words ??= makeDetector().then((detector) => ({ detector, languages: openLanguages() }));
    const { languages, detector } = await words;
    const { knowledge } = await readKnowledge(folder, undefined, memo);
    memo.turnOver();
    if (knowledge.passages.length === 0) throw new PonteError('KNOWLEDGE_EMPTY', folder);
    const retriever = await buildRetriever(knowledge, { log: silentLog, indexer });
    const places = makePlaceFinder(knowledge.vocabularies);
    const applicants = makeTermFinder(knowledge.vocabularies.applicants);
    const answerer = new Answerer({ retriever, knowledge, asking: makeAsking(languages), places, applicants, log: silentLog });
    return { knowledge, answerer, places, languages, detector, defaultSite: defaultSite() };
  };
  return (folder) => {
    const opened = last.then(() => open(folder));
    last = opened.catch(() => undefined);
    return opened;
  };
}

/** An index shares its memory with the builder, which goes on to the next: each folder gets its own copy. Nobody waits on this thread. */
function sharedIndexer(): Indexer {
  const builder = new IndexBuilder(async () => {});
  return { build: async (input, onProgress) => structuredClone(await builder.build(input, onProgress)) };
}
