/** `ponte calibrate`: how sure to be of an answer, fitted to this folder by asking it what it can and what it then cannot answer. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Calibration } from '../../domain/calibration';
import { dayIn } from '../../domain/day';
import { PonteError } from '../../errors';
import { CALIBRATION_FILE } from '../../knowledge/read-calibration';
import type { Command, CommandRooms } from '../command';
import { type GoldenQuestion, readGoldenQuestions } from '../diff/golden-questions';
import type { OpenedFolder, OpenFolder } from '../diff/open-folder';
import { applyImport, readIfThere } from '../import/apply-import';
import { oneAtATime } from '../import/import-lock';
import { FileRefused } from '../import/table';
import { NOT_WRITTEN } from '../import/write-plan';
import { plainJson, plainLine } from '../plain-line';
import { calibrationFrom, calibrationText } from './calibration-text';
import { LEAST_SAMPLES, type Refit } from './refit';
import { refitAll } from './refit-folder';
import { type Asked, calibrationJson, calibrationLines } from './tell-calibration';

/** Lines of a file of questions that are told when they are none. */
const MOST_TOLD = 5;

export const makeCalibrateCommand = (openFolder: OpenFolder): Command => ({
  name: 'calibrate',
  usage: [
    'calibrate [--apply] [--json]',
    "                   how sure to be of an answer, fitted to this folder's golden questions by leaving entries out; shows it first,",
    `                   writes ${CALIBRATION_FILE} with --apply where that tells better than what serves`,
  ],
  run: async (args, rooms) => {
    const flag = { type: 'boolean' } as const;
    const { values } = parseArgs({ args: [...args], options: { apply: flag, json: flag } });
    return oneAtATime({ name: 'calibrate', run: () => calibrate(values, rooms, openFolder) }, args, rooms, 'calibrate');
  },
});

interface Values {
  readonly apply?: boolean;
  readonly json?: boolean;
}

async function calibrate(values: Values, rooms: CommandRooms, openFolder: OpenFolder): Promise<number> {
  try {
    const golden = await readGolden(rooms);
    const before = await readIfThere(join(rooms.folder, CALIBRATION_FILE));
    const opened = await open(rooms.folder, openFolder);
    const { asked, refits } = await refitAll(golden, opened, rooms);
    refuseFew(refits);
    const serving = opened.knowledge.calibration;
    const better = calibrationFrom(refits, serving, dayIn(rooms.now(), 'UTC'));
    const wrote = values.apply && better ? await write(better, before, rooms) : undefined;
    tell({ asked, refits, serving, isBetter: better !== undefined, wrote }, values, rooms);
    return wrote === 'kept' ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    rooms.err.write(`ponte calibrate: ${error.what}. Nothing was written.\n    ${error.fix}\n`);
    return 1;
  }
}

async function readGolden({ folder, err }: CommandRooms): Promise<readonly GoldenQuestion[]> {
  const path = join(folder, 'questions.jsonl');
  const { questions, problems } = (await readGoldenQuestions(path)) ?? { questions: [], problems: [] };
  if (problems.length === 0) return questions;
  for (const problem of problems.slice(0, MOST_TOLD)) err.write(`${plainLine(problem)}\n`);
  throw new FileRefused(
    `${problems.length === 1 ? 'a line' : `${problems.length} lines`} of ${path} cannot be read`,
    'Mend what is named above, then calibrate again.',
  );
}

const open = (folder: string, openFolder: OpenFolder): Promise<OpenedFolder> =>
  openFolder(folder).catch((error: unknown) => {
    if (!(error instanceof PonteError) || error.code !== 'KNOWLEDGE_EMPTY') throw error;
    throw new FileRefused(`nothing of ${folder} can be read as a knowledge folder`, '"npm run ponte -- check" says why.');
  });

function refuseFew(refits: readonly Refit[]): void {
  if (refits.some(({ fitted }) => fitted)) return;
  const most = Math.round(Math.max(...refits.map(({ weight }) => weight)));
  throw new FileRefused(
    `there are too few questions to fit anything: they weigh ${most}, and ${LEAST_SAMPLES} are needed`,
    'Write some thirty or more golden questions with "relevant" to questions.jsonl, as knowledge/README.md shows.',
  );
}

type Wrote = 'written' | 'kept';

/** With the journal of imports, so that `import undo` takes it back. */
async function write(calibration: Calibration, before: string | undefined, { folder, dataFolder, now }: CommandRooms): Promise<Wrote> {
  const change = { file: CALIBRATION_FILE, before, after: calibrationText(calibration) };
  const { kept } = await applyImport({ what: 'confidence fitted to the folder', changes: [change] }, { folder, dataFolder }, now());
  return kept.length > 0 ? 'kept' : 'written';
}

const ENDINGS: Readonly<Record<Wrote, string>> = {
  written: `${CALIBRATION_FILE} is written. "ponte import undo" takes it back, and so does deleting the file.`,
  kept: `kept: ${CALIBRATION_FILE} was changed by somebody meanwhile; calibrate again`,
};

interface Told {
  readonly asked: Asked;
  readonly refits: readonly Refit[];
  readonly serving: Calibration | undefined;
  readonly isBetter: boolean;
  readonly wrote: Wrote | undefined;
}

function tell({ asked, refits, serving, isBetter, wrote }: Told, { json }: Values, { out, err }: CommandRooms): void {
  if (json) out.write(`${plainJson({ ...calibrationJson(asked, refits), file: CALIBRATION_FILE, wrote: wrote === 'written' })}\n`);
  else for (const line of calibrationLines(asked, refits, serving)) out.write(`${line}\n`);
  const unwritten = isBetter
    ? NOT_WRITTEN
    : 'What serves now tells as well on questions it was not fitted to: nothing was written, nothing need be.';
  err.write(`${wrote ? ENDINGS[wrote] : unwritten}\n`);
}
