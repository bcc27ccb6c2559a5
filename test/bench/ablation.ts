/**
 * `ablation`: what each part of the search earns. The same questions with one part left out at a time: those of the evaluation that nothing
 * was tuned on, answered as people are answered, and XQuAD in one language, with typos and across languages.
 */
import { parseArgs } from 'node:util';
import { Answerer } from '../../src/answering/answerer';
import { makeAsking } from '../../src/language/make-asking';
import { silentLog } from '../../src/log';
import { buildRetriever, type Indexer } from '../../src/retrieval/build-index';
import { IndexBuilder } from '../../src/retrieval/index-builder';
import { WEIGHTS, type Weights } from '../../src/retrieval/weights';
import { askOne } from '../../src/staff/ask';
import { type Asked, measure } from '../eval/measure';
import { readQuestions } from '../eval/questions';
import { openStage } from '../support/stage';
import type { Numbers } from './baseline';
import { makeEngine } from './retrieval/engines/ponte';
import { measureXquad } from './retrieval/quality';
import { findXquadProblem, readXquad } from './retrieval/xquad';

const LEFT_OUT: Readonly<Record<string, Partial<Weights>>> = {
  nothing: {},
  'runs of letters': { letters: 0 },
  'misspelt words and other forms': { alike: 0 },
  synonyms: { synonyms: 0 },
  translations: { translations: 0 },
  cognates: { cognates: 0 },
  'other languages': { across: 0, foreign: 0 },
  vectors: { vectors: 0 },
  said: { said: 0 },
  'second section': { secondSection: 0 },
  covering: { covering: 0 },
};
/** Every eighth question of XQuAD, unless `--whole` is given. */
const STEP = 8;
/** The folder as the questions were written for it. */
const DAY = '2026-11-21';

/** Throws a RangeError when XQuAD is not where the options say, a TypeError for options that there are not. */
export async function benchAblation(given: readonly string[]): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  const { values } = parseArgs({
    args: [...given],
    // The last two are the bench's own.
    options: { xquad: { type: 'string' }, whole: { type: 'boolean' }, update: { type: 'boolean' }, json: { type: 'string' } },
  });
  const folder = values.xquad ?? process.env.XQUAD_FOLDER;
  const problem = findXquadProblem(folder);
  if (!folder || problem !== undefined) throw new RangeError(problem);
  const xquad = readXquad(folder, values.whole ? 1 : STEP);
  const answersWith = await openFolder();
  const numbers: Record<string, Numbers> = {};
  for (const [name, change] of Object.entries(LEFT_OUT)) {
    console.error(`Without ${name} …`);
    const weights = { ...WEIGHTS, ...change };
    const { hit1, recall5, right, refused } = measure(await answersWith(weights));
    const { own, typos, across, one } = await measureXquad(await makeEngine(weights), xquad);
    numbers[`without ${name}`] = {
      hit1,
      recall5,
      right,
      refused,
      own: own.mean ?? 0,
      typos: typos.mean ?? 0,
      across: across.mean ?? 0,
      mixed: one.mean ?? 0,
    };
  }
  return { numbers, faults: [] };
}

/** The shipped folder, indexed once: the test half of the evaluation is asked with any weights. */
async function openFolder(): Promise<(weights: Weights) => Promise<Asked[]>> {
  const { library, languages, detector } = await openStage();
  const rooms = library.current();
  const questions = readQuestions().filter(({ split }) => split === 'test');
  let image: ReturnType<Indexer['build']> | undefined;
  const builder = new IndexBuilder(async () => {});
  const indexer: Indexer = {
    build: (input) => {
      image ??= builder.build(input);
      return image;
    },
  };
  return async (weights) => {
    const retriever = await buildRetriever(rooms.knowledge, { log: silentLog, indexer, weights });
    const answerer = new Answerer({ ...rooms, retriever, asking: makeAsking(languages), log: silentLog });
    const asking = { ...rooms, answerer, languages, detector, defaultSite: 'demo', now: () => new Date(`${DAY}T12:00:00Z`) };
    const asked: Asked[] = [];
    for (const question of questions)
      asked.push({ question, answer: await askOne({ id: question.id, question: question.question, at: DAY }, asking) });
    return asked;
  };
}
