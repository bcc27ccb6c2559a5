/**
 * `npm run eval:pool > FILE`: for each question of the evaluation the entries somebody should judge: the first five of Ponte and of three
 * other engines, and those judged to answer it so far, in the order of their ids, so that nobody can tell who found what (pooling, as TREC
 * does it). To judge the questions again when the folder has grown.
 */

import { askOne } from '../../src/staff/ask';
import { buildOnFolder, documentsFor, type Search } from '../bench/retrieval/engine';
import { ENGINES, type EngineId } from '../bench/retrieval/engines';
import { readFolderTexts } from '../bench/retrieval/folder';
import { openStage } from '../support/stage';
import { readQuestions } from './questions';

const OTHERS: readonly EngineId[] = ['minisearch-stems', 'fts5-trigrams', 'wink'];
const DEPTH = 5;

async function pool(): Promise<void> {
  const texts = await readFolderTexts();
  const others: Search[] = [];
  for (const id of OTHERS) {
    const engine = await ENGINES[id].load();
    others.push(await buildOnFolder(engine, documentsFor(engine, texts)));
  }
  const { library, languages, detector } = await openStage();
  const rooms = { ...library.current(), languages, detector, defaultSite: 'demo', now: () => new Date() };
  for (const { id, locale, question, relevant } of readQuestions()) {
    const { hits } = await askOne({ id, question, locale }, rooms);
    const found = await Promise.all(others.map((search) => search(question, locale)));
    const candidates = [...relevant, ...hits.slice(0, DEPTH).map(({ entry }) => entry), ...found.flatMap((one) => one.slice(0, DEPTH))];
    console.log(JSON.stringify({ id, locale, question, candidates: [...new Set(candidates)].sort() }));
  }
}

void pool();
