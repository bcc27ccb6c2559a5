/** What an engine costs: time to build, memory, time of an answer. */
import { quantile, round } from '../measure';
import { buildOnFolder, documentsFor, type Engine, type Text } from './engine';
import type { FolderQuestion } from './folder';
import type { Speed } from './results';

/** Asked first and not counted, none of them twice: V8 compiles the code meanwhile, ours until some five hundred were asked. */
export const WARM_QUESTIONS = 600;
export const TIMED_QUESTIONS = 300;
/** A slow engine is asked fewer, in each of the two. */
const MOST_ASKING_MS = 40_000;
const FEWEST = 20;

/** The texts are in memory before and after, and are not counted. Needs `--expose-gc`. */
export async function measureSpeed(engine: Engine, texts: readonly Text[], questions: readonly FolderQuestion[]): Promise<Speed> {
  const documents = documentsFor(engine, texts);
  const before = memoryNow();
  const begun = performance.now();
  const beforeBuild = processorMs();
  const search = await buildOnFolder(engine, documents);
  const build = performance.now() - begun;
  const buildProcessor = processorMs() - beforeBuild;
  const after = memoryNow();
  const warming = performance.now();
  for (const { question, locale } of questions.slice(0, WARM_QUESTIONS)) {
    if (performance.now() - warming > MOST_ASKING_MS) break;
    await search(question, locale);
  }
  const times: number[] = [];
  const asking = performance.now();
  const beforeAsking = processorMs();
  for (const { question, locale } of questions.slice(WARM_QUESTIONS)) {
    if (times.length >= FEWEST && performance.now() - asking > MOST_ASKING_MS) break;
    const asked = performance.now();
    await search(question, locale);
    times.push(performance.now() - asked);
  }
  return {
    // Named here as well, lest the documents are let go before the memory is read.
    documents: documents.length,
    build: round(build),
    buildProcessor: round(buildProcessor),
    heap: round(after.heap - before.heap, 1),
    resident: round(after.resident - before.resident, 1),
    questions: times.length,
    median: round(quantile(times, 0.5), 3),
    p95: round(quantile(times, 0.95), 3),
    processor: round((processorMs() - beforeAsking) / times.length, 3),
  };
}

/** Of all threads so far: other work on the machine hardly changes it. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** MB. What native code holds shows in the resident memory alone, which may also hold what the build no longer needs. */
function memoryNow(): { readonly heap: number; readonly resident: number } {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: (heapUsed + external) / 1e6, resident: rss / 1e6 };
}
