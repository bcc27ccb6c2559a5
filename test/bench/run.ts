/**
 * `npm run bench -- <name>`: speed, memory and what survives a kill. Not a test: it prints tables and compares with
 * `baseline.json`; `-- <name> --update` writes the baseline. Run it on a machine that does nothing else.
 */
import { writeFileSync } from 'node:fs';
import { benchAblation } from './ablation';
import { compare, type Numbers, tellMachine, writeBaseline } from './baseline';
import { benchEntries } from './entries';
import { makeFreshBuild } from './fresh-build';
import { benchKills } from './kills';
import { benchLanguage } from './language';
import { readMachine } from './measure';
import { benchOdd } from './odd';
import { benchReloads } from './reloads';
import { benchRetrieval } from './retrieval/bench-retrieval';
import { benchSearch } from './search';
import { benchStaff } from './staff';
import { benchStart } from './start';
import { benchTurn } from './turn';

interface Bench {
  readonly about: string;
  /** It tells and writes its results itself. */
  readonly tellsItself?: true;
  /** It measures the sources as they are: nothing is built for it. */
  readonly isOfSources?: true;
  readonly run: () => Promise<{ readonly numbers: Numbers; readonly faults: readonly string[] }>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  turn: { about: 'a full turn over Direct Line at 50 conversations, as a ratio to a restify hello (1 minute)', run: () => benchTurn() },
  entries: {
    about: 'the same, time to ready, memory and search with 10,000 entries beside the shipped ones (5 minutes)',
    run: benchEntries,
  },
  start: { about: 'a second start to ready, memory then and after 200 questions (1 minute)', run: benchStart },
  staff: {
    about: 'check, diff, import calendar and reload with 500, 5,000 and 50,000 entries (an hour; --sizes=500,5000: 5 minutes)',
    run: benchStaff,
  },
  reloads: {
    about:
      'a thousand saves, half of them broken, at 50 questions a second; ends with 1 when an answer failed or mixed versions (25 minutes at most; --saves=100)',
    run: benchReloads,
  },
  kills: {
    about: '20 SIGKILLs under load; ends with 1 when a promise was broken (2 minutes; --seed=<n> for the same times)',
    run: benchKills,
  },
  search: {
    about:
      'a question to 10,000 entries in 1, 4 and 11 languages, their index built meanwhile, its memory (10 minutes; --only=one, --entries=500)',
    run: () => benchSearch(process.argv.slice(3)),
  },
  odd: {
    about: 'questions that nobody should ask: how long each takes (1 minute)',
    isOfSources: true,
    run: benchOdd,
  },
  language: {
    about: 'how often the language of a question is heard rightly, with and without what is known before (10 seconds; --tatoeba=<folder>)',
    isOfSources: true,
    run: () => benchLanguage(process.argv.slice(3)),
  },
  ablation: {
    about: 'what each part of the search earns: each left out once (10 minutes; --xquad=<folder>, --whole)',
    isOfSources: true,
    run: () => benchAblation(process.argv.slice(3)),
  },
  retrieval: {
    about: 'search beside MiniSearch, Orama, lunr, FlexSearch, FTS5, wink and vectors (an hour; --xquad=<folder>, --quick)',
    tellsItself: true,
    isOfSources: true,
    run: () => benchRetrieval(process.argv.slice(3)),
  },
};
/** sysexits.h: EX_USAGE. */
const EXIT_USAGE = 64;
const MOST_FAULTS = 20;
const JSON_OPTION = '--json=';

async function main(): Promise<void> {
  const [name = '', ...options] = process.argv.slice(2);
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!bench) {
    console.log('npm run bench -- <name> [--update] [--json=FILE]\n');
    for (const [each, { about }] of Object.entries(BENCHES)) console.log(`  ${each.padEnd(11)}${about}`);
    process.exitCode = name === '' ? 0 : EXIT_USAGE;
    return;
  }
  if (!bench.isOfSources) await makeFreshBuild();
  tellMachine();
  const { numbers, faults } = await bench.run();
  if (!bench.tellsItself) {
    tell(numbers);
    writeJson(name, numbers, options.find((one) => one.startsWith(JSON_OPTION))?.slice(JSON_OPTION.length));
  }
  for (const fault of faults.slice(0, MOST_FAULTS)) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
  compare(name, numbers);
  if (!options.includes('--update')) return;
  if (faults.length === 0) writeBaseline(name, numbers);
  else console.log('The baseline was not written, because of these faults.');
}

function writeJson(bench: string, numbers: Numbers, file: string | undefined): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ bench, machine: readMachine(), numbers }, null, 2)}\n`);
}

/** Plain numbers in one table, groups of them in another, and groups of groups one after the other. */
function tell(numbers: Numbers, title = ''): void {
  if (title !== '') console.log(`\n${title}`);
  const plain = Object.entries(numbers).filter(([, value]) => typeof value === 'number');
  const groups = Object.entries(numbers).filter((entry): entry is [string, Numbers] => typeof entry[1] === 'object');
  if (plain.length > 0) console.table(Object.fromEntries(plain.map(([name, value]) => [name, { value }])));
  const isFlat = (group: Numbers) => Object.values(group).every((value) => typeof value !== 'object');
  const flat = groups.filter(([, group]) => isFlat(group));
  if (flat.length > 0) console.table(Object.fromEntries(flat));
  for (const [name, group] of groups) if (!isFlat(group)) tell(group, name);
}

// Children are in groups of their own, so that whoever interrupts a bench does not reach them; leaving by the door ends them.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1));

main().then(
  // Nothing that still waits for an answer may keep the command from ending.
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
