/** `entries`: what ten thousand entries cost beside the shipped ones: time to ready, memory, search, and a turn as `turn` measures it. */
import { readQuestions } from '../eval/questions';
import type { Numbers } from './baseline';
import { startChild } from './child';
import { quantile, round } from './measure';
import { makeFolder, STAFF, settingsFor } from './ponte-process';
import { writeSyntheticFolder } from './synthetic-folder';
import { benchTurn } from './turn';
import type { Question } from './workload';

const MANY = 10_000;
/** Asked first and not counted: code is compiled meanwhile. */
const WARM_QUESTIONS = 44;

/** Takes some minutes: each folder is indexed twice, for the server and for the staff command. */
export async function benchEntries() {
  const folder = makeFolder();
  console.log(`Writing ${MANY} entries …`);
  writeSyntheticFolder(folder, MANY);
  const shipped = await benchFolder();
  console.log('Measured the shipped entries; now the many …');
  const many = await benchFolder(folder);
  const missing = many.numbers.entries === MANY ? [] : [`${many.numbers.entries} of ${MANY} entries are served`];
  return { numbers: { shipped: shipped.numbers, many: many.numbers }, faults: [...missing, ...shipped.faults, ...many.faults] };
}

async function benchFolder(knowledge?: string): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  const { numbers, faults } = await benchTurn(knowledge === undefined ? {} : { knowledge });
  return { numbers: { ...numbers, search: await benchSearch(knowledge) }, faults };
}

/** The time of each answer as the process itself measures it, one question after the other. */
async function benchSearch(knowledge: string | undefined): Promise<Numbers> {
  const [command, ...parameters] = STAFF;
  const staff = startChild(command, [...parameters, 'ask', '--jsonl'], settingsFor({ data: makeFolder(), knowledge }));
  for (const { id, question } of shuffled(readQuestions())) staff.stdin.write(`${JSON.stringify({ id, question })}\n`);
  staff.stdin.end();
  const code = await staff.ended;
  if (code !== 0) throw new Error(`ponte ask ended with ${code}: ${staff.err().slice(-500)}`);
  const answers = staff.out().split('\n').filter(Boolean);
  const ms = answers.slice(WARM_QUESTIONS).map((line) => Number(JSON.parse(line).ms));
  return { questions: ms.length, median: round(quantile(ms, 0.5), 2), p95: round(quantile(ms, 0.95), 2) };
}

/** The same mixture each time; the file is sorted by language. 89 shares no divisor with the number of questions. */
const shuffled = (questions: readonly Question[]): readonly Question[] =>
  questions.map((_, n) => questions[(n * 89) % questions.length]).filter((one) => one !== undefined);
