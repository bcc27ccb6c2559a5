/**
 * `npm run bench -- <name>`: speed, memory and what survives a kill. Not a test: it prints a table and compares with
 * `baseline.json`; `-- <name> --update` writes the baseline. Run it on a machine that does nothing else.
 */
import { compare, type Numbers, tellMachine, writeBaseline } from './baseline';
import { benchTurn } from './turn';

interface Bench {
  readonly about: string;
  readonly run: () => Promise<{ readonly numbers: Numbers; readonly faults: readonly string[] }>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  turn: { about: 'a full turn over Direct Line at 50 conversations, as a ratio to a restify hello', run: () => benchTurn() },
};

async function main(): Promise<void> {
  const [name = '', ...options] = process.argv.slice(2);
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!bench) {
    console.log('npm run bench -- <name> [--update]\n');
    for (const [each, { about }] of Object.entries(BENCHES)) console.log(`  ${each.padEnd(9)}${about}`);
    process.exitCode = name === '' ? 0 : 64;
    return;
  }
  tellMachine();
  const { numbers, faults } = await bench.run();
  tell(numbers);
  for (const fault of faults.slice(0, 10)) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
  compare(name, numbers);
  if (options.includes('--update')) writeBaseline(name, numbers);
}

function tell(numbers: Numbers): void {
  console.log(JSON.stringify(numbers, null, 1));
}

void main();
