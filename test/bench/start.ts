/** `start`: `npm start` on a folder that was started before, until the health page says ready; memory then and after 200 questions. */
import type { Numbers } from './baseline';
import { findWorker } from './child';
import { Enquirer } from './enquirer';
import { median, readProcessorMs, readResidentMb, round } from './measure';
import { makeFolder, type PonteProcess, startPonte, whenReady } from './ponte-process';
import { Requests } from './requests';
import { sampleQuestions } from './workload';

const RUNS = 5;
const QUESTIONS = 200;

export async function benchStart(): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  const data = makeFolder();
  const requests = new Requests(1);
  await startOnce(data, requests);
  const runs: Run[] = [];
  for (let n = 1; n < RUNS; n += 1) runs.push(await startOnce(data, requests));
  runs.push(await startOnce(data, requests, QUESTIONS));
  requests.close();
  const all = (name: 'readyMs' | 'serverMs' | 'processorMs' | 'memoryMb') => round(median(runs.map((run) => run[name] ?? Number.NaN)));
  const slowestMs = round(Math.max(...runs.map(({ readyMs }) => readyMs)));
  const memory = { memoryMb: all('memoryMb'), questions: QUESTIONS, memoryAfterMb: runs.at(-1)?.memoryAfterMb };
  return {
    numbers: { runs: RUNS, readyMs: all('readyMs'), slowestMs, serverMs: all('serverMs'), processorMs: all('processorMs'), ...memory },
    faults: runs.flatMap((run) => run.faults),
  };
}

interface Run {
  /** From `npm start` to a health page that says ready. */
  readonly readyMs: number;
  /** What the server counts itself, from the reading of its settings on. */
  readonly serverMs: number;
  /** What the server's process has worked until then. */
  readonly processorMs: number | undefined;
  readonly memoryMb: number | undefined;
  readonly memoryAfterMb?: number | undefined;
  readonly faults: readonly string[];
}

async function startOnce(data: string, requests: Requests, questions = 0): Promise<Run> {
  const started = performance.now();
  const ponte = startPonte({ data, command: ['npm', 'start'] });
  try {
    const { url } = await ponte.ready;
    await whenReady(url, requests);
    const readyMs = performance.now() - started;
    const pid = findWorker(ponte.child.pid);
    const worked = { memoryMb: readResidentMb(pid), processorMs: readProcessorMs(pid), serverMs: saidMs(ponte) };
    if (questions > 0) await askAll(url, requests, questions);
    return {
      readyMs,
      ...worked,
      faults: ponte.faults(),
      ...(questions > 0 && { memoryAfterMb: readResidentMb(pid) }),
    };
  } finally {
    await ponte.stop();
  }
}

async function askAll(url: string, requests: Requests, count: number): Promise<void> {
  for (const { locale, question } of sampleQuestions(count)) {
    const enquirer = new Enquirer(() => url, requests, locale);
    await enquirer.connect();
    await enquirer.ask(question);
    enquirer.leave();
  }
}

const saidMs = (ponte: PonteProcess): number => Number(/is ready \(([\d.]+) s\)/.exec(ponte.child.err())?.[1]) * 1000;
