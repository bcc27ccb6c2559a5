/** The process of one engine and one job, so that nobody pays for another's memory. Takes the job as JSON, prints the result as one line of JSON. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Engine, Text } from './engine';
import { ENGINES, isEngineId } from './engines';
import { type FolderQuestion, readFolderQuestions } from './folder';
import { measureFolder, measureXquad } from './quality';
import type { Job } from './results';
import { measureSpeed } from './speed';
import { readXquad } from './xquad';

async function run(job: Job): Promise<object> {
  if (!isEngineId(job.engine)) throw new RangeError(`no engine is called ${job.engine}`);
  const engine: Engine = await ENGINES[job.engine].load();
  if (job.part === 'xquad') return measureXquad(engine, readXquad(job.folder, job.step));
  if (job.part === 'folder') return measureFolder(engine, await readLines<Text>(job.texts), readFolderQuestions(job.step));
  return measureSpeed(engine, await readLines<Text>(job.texts), await readLines<FolderQuestion>(job.questions));
}

/** What the bench itself wrote, line by line: one long text would leave its size in the memory that is measured. */
async function readLines<T>(file: string): Promise<T[]> {
  const items: T[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) items.push(JSON.parse(line) as T);
  return items;
}

run(JSON.parse(process.argv[2] ?? '{}')).then(
  (result) => process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit()),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
