/**
 * Opens two versions of a folder one after the other and works out only what differs for the second: what was parsed and indexed
 * for the first is known then. That is also what a running server does when the edit is saved, so the answers are the ones it will give.
 */
import { Answerer } from '../../answering/answerer';
import { PonteError } from '../../errors';
import { readKnowledge } from '../../knowledge/knowledge-base';
import type { MemoFile } from '../../knowledge/memo-file';
import { ParseMemo } from '../../knowledge/parse-memo';
import { makeDetector } from '../../language/detect';
import { makeAsking } from '../../language/make-asking';
import { makePlaceFinder } from '../../language/places';
import type { Languages } from '../../language/speech';
import { makeTermFinder } from '../../language/terms';
import { silentLog } from '../../log';
import { buildRetriever, type Indexer } from '../../retrieval/build-index';
import { IndexBuilder } from '../../retrieval/index-builder';
import { hasIndexWorker, IndexingThread } from '../../retrieval/indexing-thread';
import { PairedIndexer } from '../../retrieval/paired-indexer';
import type { OpenedFolder, OpenFolder } from './open-folder';

export interface OpenerRooms {
  /** The words of all languages, read when they are needed. */
  readonly openLanguages: () => Languages | Promise<Languages>;
  /** Site whose people ask when a question names none. */
  readonly defaultSite: () => string;
  /** What was parsed at an earlier time, by the server or by this command; absent: nothing is kept. */
  readonly findMemoFile?: () => Promise<MemoFile | undefined>;
}

/** The folders are opened in the order they are asked for: the base first. */
export function makeFolderOpener({ openLanguages, defaultSite, findMemoFile }: OpenerRooms): OpenFolder {
  const kept = once(async () => {
    const file = await findMemoFile?.();
    return { file, memo: (await file?.read()) ?? new ParseMemo() };
  });
  let indexer: Indexer | undefined;
  let words: Promise<Pick<OpenedFolder, 'languages' | 'detector'>> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const open = async (folder: string): Promise<OpenedFolder> => {
    indexer ??= sharedIndexer();
    words ??= Promise.all([makeDetector(), openLanguages()]).then(([detector, languages]) => ({ detector, languages }));
    const { languages, detector } = await words;
    const { file, memo } = await kept();
    const { knowledge } = await readKnowledge(folder, undefined, memo);
    if (memo.turnOver()) void file?.write(memo);
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

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Makes the index of a folder from what it knows of the one before. */
function sharedIndexer(): Indexer {
  if (!hasIndexWorker()) return copyingIndexer();
  const thread = new IndexingThread();
  // It gets ready while the folder is read.
  thread.prepare();
  return new PairedIndexer(thread);
}

/** An index shares its memory with the builder, which goes on to the next: each folder gets its own copy. Nobody waits on this thread. */
function copyingIndexer(): Indexer {
  const builder = new IndexBuilder(async () => {});
  return { build: async (input, onProgress) => structuredClone(await builder.build(input, onProgress)) };
}
