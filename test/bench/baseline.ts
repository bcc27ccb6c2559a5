/** The committed results: one record a bench, with the machine it ran on. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Machine, readMachine, round } from './measure';

const FILE = join(__dirname, 'baseline.json');

/** Numbers by name, nested as deep as they are told. */
export interface Numbers {
  readonly [name: string]: number | Numbers | undefined;
}

interface Baseline {
  readonly [bench: string]: { readonly machine: Machine; readonly day: string; readonly numbers: Numbers };
}

/** Smaller changes are told by the weather of the machine as well. */
const WORTH_TELLING = 0.1;

const readBaseline = (): Baseline => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {});

export function tellMachine(): void {
  const { cores, processor, memoryGb, node, system } = readMachine();
  console.log(`${cores} cores (${processor}), ${memoryGb} GB memory, Node ${node}, ${system}`);
}

/** Tells what moved by a tenth or more. */
export function compare(bench: string, numbers: Numbers): void {
  const before = readBaseline()[bench];
  if (!before) return;
  if (JSON.stringify(before.machine) !== JSON.stringify(readMachine()))
    console.log('The baseline was measured on another machine: only ratios compare.');
  const was = flatten(before.numbers);
  for (const [name, now] of flatten(numbers)) {
    const then = was.get(name);
    if (then === undefined || then === now || Math.abs(now - then) < Math.abs(then) * WORTH_TELLING) continue;
    const percent = then === 0 ? '' : ` (${now > then ? '+' : ''}${round((now / then - 1) * 100)} %)`;
    console.log(`${name}: ${then} → ${now}${percent} against the baseline`);
  }
}

export function writeBaseline(bench: string, numbers: Numbers): void {
  const day = new Date().toISOString().slice(0, 10);
  const all = { ...readBaseline(), [bench]: { machine: readMachine(), day, numbers } };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}

function flatten(numbers: Numbers, prefix = ''): Map<string, number> {
  const flat = new Map<string, number>();
  for (const [name, value] of Object.entries(numbers))
    if (typeof value === 'number') flat.set(prefix + name, value);
    else if (value) for (const [inner, number] of flatten(value, `${prefix}${name}.`)) flat.set(inner, number);
  return flat;
}
