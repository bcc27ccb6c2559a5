/** `start`: `npm start` on a folder that was started before, until the health page says ready; memory then and after 200 questions. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Numbers } from './baseline';
import { findWorker, PROJECT, startChild } from './child';
import { Enquirer } from './enquirer';
import { median, readResidentMb, round } from './measure';
import { makeFolder, type PonteProcess, startPonte, whenReady } from './ponte-process';
import { Requests } from './requests';
import { sampleQuestions } from './workload';

const RUNS = 5;
const QUESTIONS = 200;

export async function benchStart(): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  if (!isInstalled()) throw new Error('The packages changed since they were installed: run "npm start" once, then measure.');
  // Builds what changed, so that the runs below find everything fresh.
  const code = await startChild(process.execPath, [join('.tools', 'prepare.mjs'), 'start']).ended;
  if (code !== 0) throw new Error('The build failed.');
  const data = makeFolder();
  const requests = new Requests(1);
  await startOnce(data, requests);
  const runs: Run[] = [];
  for (let n = 1; n < RUNS; n += 1) runs.push(await startOnce(data, requests));
  runs.push(await startOnce(data, requests, QUESTIONS));
  requests.close();
  const all = (name: 'readyMs' | 'ponteMs' | 'memoryMb') => round(median(runs.map((run) => run[name] ?? Number.NaN)));
  const slowestMs = round(Math.max(...runs.map(({ readyMs }) => readyMs)));
  const memory = { memoryMb: all('memoryMb'), questions: QUESTIONS, memoryAfterMb: runs.at(-1)?.memoryAfterMb };
  return {
    numbers: { runs: RUNS, readyMs: all('readyMs'), slowestMs, serverMs: all('ponteMs'), ...memory },
    faults: runs.flatMap((run) => run.faults),
  };
}

interface Run {
  /** From `npm start` to a health page that says ready. */
  readonly readyMs: number;
  /** What the server counts itself, from the reading of its settings on. */
  readonly ponteMs: number;
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
    const memoryMb = readResidentMb(pid);
    if (questions > 0) await askAll(url, requests, questions);
    return {
      readyMs,
      ponteMs: saidMs(ponte),
      memoryMb,
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

/** The stamp of `.tools/prepare.mjs`: without it `npm start` installs, which is another measurement and takes minutes. */
function isInstalled(): boolean {
  const stamp = join(PROJECT, 'node_modules', '.ponte-installed');
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'package.json']) {
    const path = join(PROJECT, name);
    hash.update(`${name}\0${statSync(path).size}\0`).update(readFileSync(path));
  }
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash.digest('hex') + process.versions.modules;
}
