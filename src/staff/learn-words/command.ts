/** `ponte learn words`: translations that the folder's own parallel texts teach, as a word list below the glossary. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayIn } from '../../domain/day';
import type { Finding } from '../../domain/finding';
import { readKnowledge } from '../../knowledge/knowledge-base';
import { LEARNED_FILE } from '../../knowledge/read-word-lists';
import { findingLines } from '../check/print-findings';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import { applyImport, readIfThere } from '../import/apply-import';
import { oneAtATime } from '../import/import-lock';
import { FileRefused } from '../import/table';
import { NOT_WRITTEN } from '../import/write-plan';
import { roomBeside } from '../import-words/list-text';
import { plainJson } from '../plain-line';
import { tellProgress } from '../tell-progress';
import { type Learning, learnWords } from './learn-words';
import { type LearnedList, learnedList } from './list-text';
import { learningJson, learningLines } from './tell-learning';

/** Findings that are shown; the number of all broken files is told after them. */
const MOST_TOLD = 5;

const USAGE = 'ponte learn words [--apply] [--json]';

export const learnCommand: Command = {
  name: 'learn',
  usage: [
    'learn words [--apply] [--json]',
    "                   translations of words that this folder's own parallel texts teach, for questions across languages; shows",
    `                   them first, writes ${LEARNED_FILE} with --apply`,
  ],
  run: async (args, rooms) => {
    const flag = { type: 'boolean' } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { apply: flag, json: flag } });
    if (positionals.length !== 1 || positionals[0] !== 'words') {
      rooms.err.write(`ponte learn: say what to learn: ${USAGE}\n`);
      return EX_USAGE;
    }
    return oneAtATime({ name: 'words', run: () => learn(values, rooms) }, args, rooms, 'learn words');
  },
};

interface Values {
  readonly apply?: boolean;
  readonly json?: boolean;
}

async function learn(values: Values, rooms: CommandRooms): Promise<number> {
  try {
    const reading = await readKnowledge(rooms.folder);
    refuseBroken(reading.findings, rooms);
    const room = roomBeside(LEARNED_FILE, reading.knowledge);
    const learning = learnWords(
      reading.knowledge,
      tellProgress(rooms, (done, all) => `learned from ${done} of ${all} languages …`),
    );
    refuseNothing(learning);
    const list = learnedList(learning.learned, dayIn(rooms.now(), 'UTC'), room);
    const wrote = values.apply ? await write(list, rooms) : undefined;
    tell({ learning, list, wrote }, values, rooms);
    return wrote === 'kept' ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    rooms.err.write(`ponte learn words: ${error.what}. Nothing was written.\n    ${error.fix}\n`);
    return 1;
  }
}

/** A list that was learned without a broken file would silently know less than the one it replaces. */
function refuseBroken(findings: readonly Finding[], { err }: CommandRooms): void {
  // This very list may be what is broken: learning again mends it.
  const broken = findings.filter(({ severity, file }) => severity === 'error' && file !== LEARNED_FILE);
  if (broken.length === 0) return;
  for (const line of findingLines(broken.slice(0, MOST_TOLD), 'text')) err.write(`${line}\n`);
  const count = new Set(broken.map(({ file }) => file)).size;
  throw new FileRefused(
    `${count === 1 ? 'a file of the folder is' : `${count} files of the folder are`} broken`,
    'Mend what "ponte check" names, then learn again: what they say would be missing from the list.',
  );
}

function refuseNothing({ learned, pieces }: Learning): void {
  if (pieces.size === 0)
    throw new FileRefused(
      'no text of this folder stands in English and in another language',
      'Give entries a title and a summary in both, or import words that others collected: "ponte import words".',
    );
  if (learned.length === 0)
    throw new FileRefused(
      `${[...pieces.values()].reduce((sum, one) => sum + one, 0)} parallel pieces teach nothing that is sure and new to the glossary`,
      'More texts in two languages teach more; a word needs three pieces at least.',
    );
}

type Wrote = 'written' | 'kept' | 'same';

/** With the journal of imports, so that `import undo` takes it back. */
async function write({ text }: LearnedList, { folder, dataFolder, now }: CommandRooms): Promise<Wrote> {
  const before = await readIfThere(join(folder, LEARNED_FILE));
  if (before === text) return 'same';
  const change = { file: LEARNED_FILE, before, after: text };
  const { kept } = await applyImport({ what: "words learned from the folder's texts", changes: [change] }, { folder, dataFolder }, now());
  return kept.length > 0 ? 'kept' : 'written';
}

const ENDINGS: Readonly<Record<Wrote, string>> = {
  written: 'Written. "ponte import undo" takes it back, and so does deleting the file.',
  kept: `kept: ${LEARNED_FILE} was changed by somebody meanwhile; learn again`,
  same: 'It was the same already; nothing was written.',
};

interface Told {
  readonly learning: Learning;
  readonly list: LearnedList;
  readonly wrote: Wrote | undefined;
}

function tell({ learning, list, wrote }: Told, { json }: Values, { out, err }: CommandRooms): void {
  if (json)
    out.write(
      `${plainJson({ ...learningJson(learning), file: LEARNED_FILE, rows: list.rows, leftOut: list.leftOut, wrote: wrote === 'written' })}\n`,
    );
  else for (const line of learningLines(learning, list)) out.write(`${line}\n`);
  err.write(`${wrote ? ENDINGS[wrote] : NOT_WRITTEN}\n`);
}
