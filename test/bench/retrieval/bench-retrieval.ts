/**
 * `retrieval`: Ponte's retrieval and the search engines that can be embedded in its place, side by side in one run. Each engine at the
 * settings that served it best (README.md), each job in a process of its own.
 */

import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Numbers } from '../baseline';
import { PROJECT } from '../child';
import { readMachine } from '../measure';
import { makeFolder } from '../ponte-process';
import type { Text } from './engine';
import { ENGINES, type EngineId } from './engines';
import { readFolderTexts, SPEED_SET_IDS, SPEED_SETS, syntheticQuestions, syntheticTexts } from './folder';
import { type Options, readOptions } from './options';
import { pictureOf } from './panels';
import type { EngineResults, FolderScores, Job, Speed, XquadScores } from './results';
import { type JobResult, runJob } from './run-job';
import { TIMED_QUESTIONS, WARM_QUESTIONS } from './speed';
import { KNOWLEDGE_FOLDER, numbersOf, tellTables, XQUAD } from './tables';

/** Processor time of one process. An engine that needs longer is told as not finished. */
const LIMITS_MS = { xquad: 900_000, folder: 300_000, speed: 180_000 } as const;

/** Throws a RangeError for options that cannot be followed. */
export async function benchRetrieval(given: readonly string[]): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  const options = readOptions(given, process.env);
  const begun = performance.now();
  const tell = (line: string): void => console.error(`[${Math.round((performance.now() - begun) / 1000)} s] ${line}`);
  const results = new Map(options.engines.map((id) => [id, emptyResults(id)]));
  if (options.parts.includes('xquad')) await measureXquad(options, results, tell);
  if (options.parts.includes('folder') || options.parts.includes('speed')) await measureFolders(options, results, tell);
  const all = [...results.values()];
  tellTables(all);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(reportOf(options, all, performance.now() - begun), null, 2)}\n`);
  if (options.picture) writeFileSync(options.picture, pictureOf(all));
  return { numbers: options.isSample ? {} : numbersOf(results), faults: all.flatMap(faultsOf) };
}

type Results = ReadonlyMap<EngineId, EngineResults>;
type Tell = (line: string) => void;

function emptyResults(id: EngineId): EngineResults {
  const { name, packages } = ENGINES[id];
  const versions = packages.map(
    (one) => `${one} ${JSON.parse(readFileSync(join(PROJECT, 'node_modules', one, 'package.json'), 'utf8')).version}`,
  );
  return { name, versions, speed: {}, unfinished: [] };
}

/** Runs a job and notes why it has no result, if so. */
async function measure<T>(job: Job, about: string, results: EngineResults, tell: Tell): Promise<T | undefined> {
  tell(`${results.name}: ${about} …`);
  const result: JobResult<T> = await runJob<T>(job, LIMITS_MS[job.part]);
  if (result.ok) return result.value;
  results.unfinished.push({ part: job.part, about, why: result.why });
  tell(`${results.name}: ${about}: ${result.why}`);
  return undefined;
}

async function measureXquad({ xquad, step }: Options, results: Results, tell: Tell): Promise<void> {
  for (const [engine, one] of results) {
    const scores = await measure<XquadScores>({ part: 'xquad', engine, folder: xquad, step }, XQUAD, one, tell);
    if (scores) one.xquad = scores;
  }
}

async function measureFolders({ parts, step, isQuick }: Options, results: Results, tell: Tell): Promise<void> {
  tell('Reading the knowledge folder …');
  const shipped = await readFolderTexts();
  const folder = makeFolder();
  const texts = await writeLines(join(folder, 'shipped.jsonl'), shipped);
  for (const [engine, one] of parts.includes('folder') ? results : []) {
    const scores = await measure<FolderScores>({ part: 'folder', engine, texts, step }, KNOWLEDGE_FOLDER, one, tell);
    if (scores) one.folder = scores;
  }
  if (parts.includes('speed')) await measureSpeeds(shipped, folder, results, tell, isQuick);
}

async function measureSpeeds(shipped: readonly Text[], folder: string, results: Results, tell: Tell, isQuick: boolean): Promise<void> {
  for (const id of SPEED_SET_IDS.filter((one) => !(isQuick && SPEED_SETS[one].isLong))) {
    const set = SPEED_SETS[id];
    tell(`Writing ${set.about} …`);
    const texts = await writeLines(join(folder, 'synthetic.jsonl'), syntheticTexts(shipped, set));
    const asked = syntheticQuestions(shipped, set.locales, WARM_QUESTIONS + TIMED_QUESTIONS);
    const questions = await writeLines(join(folder, 'questions.jsonl'), asked);
    for (const [engine, one] of results) {
      const speed = await measure<Speed>({ part: 'speed', engine, texts, questions }, set.about, one, tell);
      if (speed) one.speed[id] = speed;
    }
  }
}

/** Gives the file. */
async function writeLines(file: string, items: Iterable<object>): Promise<string> {
  const stream = createWriteStream(file);
  for (const item of items) if (!stream.write(`${JSON.stringify(item)}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
  return file;
}

const reportOf = ({ step }: Options, engines: readonly EngineResults[], ms: number) => ({
  day: new Date().toISOString().slice(0, 10),
  machine: readMachine(),
  /** Every n-th question was asked. */
  step,
  minutes: Math.round(ms / 6_000) / 10,
  engines,
});

/** That a large folder is too much for an engine is a result; that it cannot be asked at all is a fault. */
const faultsOf = ({ name, unfinished }: EngineResults): string[] =>
  unfinished.filter(({ part }) => part !== 'speed').map(({ about, why }) => `${name}, ${about}: ${why}`);
