/**
 * `staff`: what the staff's commands take on folders of 500, 5,000 and 50,000 entries: `check`, `diff`, `import calendar`, and the time
 * from a save until it is live. Each step has a limit; one that is not finished then is told as that.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Numbers } from './baseline';
import { CALENDAR_GIVEN, writeCalendar } from './calendar-file';
import { PROJECT } from './child';
import { addLine, linkFolder, loneEntries } from './folder-copies';
import { makeFolder, STAFF, settingsFor } from './ponte-process';
import { measureReloads } from './reload-time';
import { writeSyntheticFolder } from './synthetic-folder';
import { runWatched, type Took } from './watched-child';

const SIZES = [500, 5_000, 50_000];
/** Milliseconds; three sizes of six steps end within three hours whatever happens. */
const STEP_LIMIT = 600_000;
/** A calendar has a row for each entry of the folder, up to as many as the importer promises. */
const MOST_ROWS = 10_000;

const STEPS = ['check', 'diff', 'import', 'reload'] as const;
type Step = (typeof STEPS)[number];

const listed = (option: string): readonly string[] | undefined =>
  process.argv
    .find((one) => one.startsWith(`--${option}=`))
    ?.slice(option.length + 3)
    .split(',');

/** `--sizes=500,5000` and `--steps=check,reload` measure these alone. */
export async function benchStaff() {
  const sizes = listed('sizes')?.map(Number) ?? SIZES;
  const asked = listed('steps');
  const steps = STEPS.filter((step) => asked?.includes(step) ?? true);
  const numbers: Record<string, Numbers> = {};
  const faults: string[] = [];
  for (const size of sizes) {
    console.log(`${size} entries …`);
    numbers[String(size)] = await benchSize(size, steps, (step, note) => void faults.push(`${size} entries, ${step}: ${note}`));
  }
  // What did not end in time is a result, and the table tells it: no fault of a promise.
  for (const note of faults) console.log(note);
  return { numbers, faults: [] };
}

async function benchSize(size: number, steps: readonly Step[], tell: (step: string, note: string) => void): Promise<Numbers> {
  const [base, edited, data] = [join(makeFolder(), 'base'), join(makeFolder(), 'edited'), makeFolder()];
  writeSyntheticFolder(base, size);
  linkFolder(base, edited);
  const staff = async (step: string, knowledge: string, ...parameters: string[]): Promise<Took> => {
    const environment = settingsFor({ data, knowledge });
    // 1: findings, or somebody is left worse off.
    const run = await runWatched({ command: [...STAFF, ...parameters], environment, limitMs: STEP_LIMIT, codes: [0, 1] });
    if (run.note !== undefined) tell(step, run.note);
    console.log(`  ${step}: ${run.took.seconds ?? '–'} s`);
    return run.took;
  };
  const numbers: Record<string, Numbers> = {};
  if (steps.includes('check')) numbers.check = await staff('check', base, 'check', '--json');
  addLine(join(edited, loneEntries(edited)[0] ?? ''), 'Somebody looked at this text again.');
  if (steps.includes('diff')) {
    const diff = ['diff', '--base', base, '--questions', questionsOf(base)];
    numbers.diff = await staff('diff', edited, ...diff);
    numbers['diff again'] = await staff('diff again', edited, ...diff);
  }
  if (steps.includes('import')) {
    const rows = Math.min(size, MOST_ROWS);
    const calendar = join(data, 'calendar.csv');
    writeCalendar(calendar, rows);
    const given = ['import', 'calendar', calendar, ...CALENDAR_GIVEN];
    numbers[`import of ${rows} rows`] = await staff('import, shown', edited, ...given);
    numbers['import written'] = await staff('import, written', edited, ...given, '--apply');
    numbers['import undone'] = await staff('import undone', edited, 'import', 'undo');
  }
  if (steps.includes('reload')) {
    const reload = await measureReloads(edited, STEP_LIMIT);
    if (reload.note !== undefined) tell('reload', reload.note);
    numbers.reload = reload.took;
  }
  return numbers;
}

/** The folder's own golden questions, or those of the evaluation. */
function questionsOf(folder: string): string {
  const own = join(folder, 'questions.jsonl');
  return existsSync(own) ? own : join(PROJECT, 'test', 'eval', 'questions.jsonl');
}
