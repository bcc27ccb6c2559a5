/**
 * One measurement of `search`, in a process of its own so that memory is not mixed: builds the index of a large folder in a thread while
 * questions are answered from the shipped folder, then asks the large one. Prints one line of JSON. Run with --expose-gc.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Locale } from '../../src/domain/locale';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import { silentLog } from '../../src/log';
import { buildRetriever, type Indexer } from '../../src/retrieval/build-index';
import type { IndexImage } from '../../src/retrieval/index-image';
import { IndexingThread } from '../../src/retrieval/indexing-thread';
import type { Retriever } from '../../src/retrieval/retriever';
import { PROJECT } from './child';
import { makeLargeFolder } from './large-folder';
import { quantile, round } from './measure';

const MB = 1e6;
/** Between two questions while the index is built. Milliseconds. */
const PAUSE = 20;
const ROUNDS = 7;
const WORKER = join(PROJECT, 'dist', 'src', 'retrieval', 'index-worker.js');
const Question = z.object({ locale: Locale, question: z.string() });
type Question = z.infer<typeof Question>;

const questionsIn = (locales: readonly Locale[]): Question[] =>
  readFileSync(join(PROJECT, 'test', 'eval', 'questions.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Question.parse(JSON.parse(line)))
    .filter(({ locale }) => locales.includes(locale));

/** Objects of this thread that are in use. Bytes. */
function heapUsed(): number {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  for (let n = 0; n < 3; n += 1) globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** Bytes of all arrays of an index, each counted once. */
function bytesOf(value: unknown, seen = new Set<ArrayBufferLike>()): number {
  if (ArrayBuffer.isView(value)) {
    const isKnown = seen.has(value.buffer);
    seen.add(value.buffer);
    return isKnown ? 0 : value.buffer.byteLength;
  }
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + bytesOf(one, seen), 0);
}

/** V8 keeps a text in bytes when all its letters are Latin-1, else in two bytes each. */
const bytesOfText = (text: string): number => (/^[\u0000-\u00ff]*$/.test(text) ? text.length : 2 * text.length);

/** By question: the time of each round. Milliseconds. */
async function timesOf(retriever: Retriever, questions: readonly Question[], rounds: number): Promise<number[][]> {
  const times: number[][] = questions.map(() => []);
  for (let n = 0; n < rounds; n += 1)
    for (const [asked, { question: text, locale }] of questions.entries()) {
      const started = performance.now();
      await retriever.search({ text, locale });
      times[asked]?.push(performance.now() - started);
    }
  return times;
}

const spread = (times: readonly number[]) => ({
  median: round(quantile(times, 0.5), 2),
  p95: round(quantile(times, 0.95), 2),
  most: round(Math.max(...times), 2),
});

/** Half the questions warm the code up, so that the first time of the others is that of a question nobody asked before. */
async function measureSearch(retriever: Retriever, questions: readonly Question[]) {
  const isWarming = (_: Question, n: number): boolean => n % 2 === 0;
  await timesOf(retriever, questions.filter(isWarming), ROUNDS);
  const first = await timesOf(
    retriever,
    questions.filter((one, n) => !isWarming(one, n)),
    1,
  );
  const processor = process.cpuUsage();
  const again = await timesOf(retriever, questions, ROUNDS);
  const { user, system } = process.cpuUsage(processor);
  return {
    first: spread(first.flat()),
    again: spread(again.flat()),
    // What other work on the machine reaches least: the quickest round of each question.
    quickest: spread(again.map((rounds) => Math.min(...rounds))),
    processorMs: round((user + system) / 1000 / again.flat().length, 2),
  };
}

/** Asks again and again until `work` is done: how late answers are by what else this thread does. */
async function whileAsking<T>(retriever: Retriever, work: Promise<T>): Promise<{ done: T; waits: number[] }> {
  const waits: number[] = [];
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const due = performance.now() + PAUSE;
    await new Promise((resume) => setTimeout(resume, PAUSE));
    await retriever.search({ text: 'grants for social enterprises', locale: 'en' });
    waits.push(performance.now() - due);
  }
  return { done: await over, waits };
}

async function main(): Promise<void> {
  const count = Number(process.argv[2]);
  const locales = Locale.array().parse(process.argv[3]?.split(','));
  const { knowledge: shipped } = await readKnowledge(join(PROJECT, 'knowledge'));
  const serving = await buildRetriever(shipped, { log: silentLog });
  await timesOf(serving, questionsIn(['en']), ROUNDS);
  const folder = makeLargeFolder(shipped, count, locales);
  const heapBefore = heapUsed();
  const thread = new IndexingThread(WORKER);
  let buildMs = 0;
  let arrayBytes = 0;
  let textBytes = 0;
  const indexer: Indexer = {
    build: async (input) => {
      const started = performance.now();
      const image: IndexImage = await thread.build(input);
      buildMs = performance.now() - started;
      arrayBytes = bytesOf(image);
      textBytes = input.passages.reduce((sum, { text }) => sum + bytesOfText(text), 0);
      return image;
    },
  };
  const started = performance.now();
  const { done: retriever, waits } = await whileAsking(serving, buildRetriever(folder, { log: silentLog, indexer }));
  const readyMs = performance.now() - started;
  const heapAfter = heapUsed();
  const residentMb = process.memoryUsage.rss() / MB;
  await thread.close();
  const numbers = {
    entries: count,
    languages: locales.length,
    passages: folder.passages.length,
    textMb: round(folder.passages.reduce((sum, { title, heading, text }) => sum + title.length + heading.length + text.length, 0) / MB, 1),
    build: { threadMs: round(buildMs), readyMs: round(readyMs) },
    meanwhile: spread(waits),
    search: await measureSearch(retriever, questionsIn(locales)),
    memory: {
      arraysMb: round(arrayBytes / MB),
      objectsMb: round((heapAfter - heapBefore - textBytes) / MB),
      textsMb: round(textBytes / MB),
      residentMb: round(residentMb),
    },
  };
  process.stdout.write(`${JSON.stringify(numbers)}\n`);
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
