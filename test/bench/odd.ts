/**
 * `odd`: how long the questions take that nobody should ask and somebody will: the public list of naughty strings where `PONTE_CORPORA`
 * names it, 10,000 characters, one letter, emoji, mixed scripts, code, links. Each is answered in this process from the shipped folder, after
 * as many ordinary ones as a server answers in its first minutes.
 */
import { askOne } from '../../src/staff/ask';
import { readQuestions } from '../eval/questions';
import { naughtyStrings } from '../support/naughty-strings';
import { oddQuestions } from '../support/odd-questions';
import { openStage } from '../support/stage';
import type { Numbers } from './baseline';
import { median, quantile, round } from './measure';

/** Milliseconds; slower questions are counted. */
const MOST_MS = 20;
const ROUNDS = 3;
const SHOWN = 5;

interface Took {
  readonly question: string;
  readonly wall: number;
  readonly processor: number;
}

export async function benchOdd(): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  const { library, languages, detector } = await openStage();
  const rooms = { ...library.current(), languages, detector, defaultSite: 'demo', now: () => new Date() };
  const ask = async (question: string): Promise<Took> => {
    const [began, processor] = [performance.now(), process.cpuUsage()];
    await askOne({ id: 1, question }, rooms);
    const { user, system } = process.cpuUsage(processor);
    return { question, wall: performance.now() - began, processor: (user + system) / 1_000 };
  };
  for (const { question } of readQuestions()) await ask(question);
  const questions = [...naughtyStrings(), ...oddQuestions().values()];
  const rounds: Took[][] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const took: Took[] = [];
    for (const question of questions) took.push(await ask(question));
    rounds.push(took);
  }
  const [first = []] = rounds;
  for (const { question, wall, processor } of [...first].sort((a, b) => b.processor - a.processor).slice(0, SHOWN))
    console.log(
      `${round(processor, 1)} ms of processor, ${round(wall, 1)} ms: ${JSON.stringify(question.slice(0, 60))} (${question.length})`,
    );
  return { numbers: Object.fromEntries(rounds.map((one, n) => [`round ${n + 1}`, told(one)])), faults: [] };
}

function told(took: readonly Took[]): Numbers {
  const walls = took.map(({ wall }) => wall);
  const processors = took.map(({ processor }) => processor);
  return {
    questions: took.length,
    medianMs: round(median(walls), 2),
    p95Ms: round(quantile(walls, 0.95), 2),
    slowestMs: round(Math.max(...walls), 1),
    over20Ms: walls.filter((ms) => ms > MOST_MS).length,
    slowestProcessorMs: round(Math.max(...processors), 1),
    over20ProcessorMs: processors.filter((ms) => ms > MOST_MS).length,
  };
}
