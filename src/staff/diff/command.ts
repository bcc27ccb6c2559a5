/** `ponte diff`: what an edit changes for people before it is live. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf, PonteError } from '../../errors';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import { replaceFile } from '../write-files';
import { type BaseFolder, findBaseFolder, NoBase } from './base-folder';
import { compareFolders, type Difference, isWorse } from './difference';
import { differencePage } from './difference-page';
import { type GoldenQuestion, readGoldenQuestions } from './golden-questions';
import type { OpenFolder, Sides } from './open-folder';
import { differenceLines } from './print-difference';
import { tellDifference } from './tell-difference';

/** Questions asked unless more are wanted: one takes about 12 ms on each side of the shipped folder. */
const LIMIT = 120;
/** Lines of a file of questions that are told when they are none. */
const TOLD = 10;

const OPTIONS = {
  base: { type: 'string', default: 'git:HEAD' },
  questions: { type: 'string' },
  limit: { type: 'string', default: String(LIMIT) },
  html: { type: 'string' },
  all: { type: 'boolean', default: false },
} as const;

export const makeDiffCommand = (openFolder: OpenFolder): Command => ({
  name: 'diff',
  usage: [
    'diff [--base FOLDER|git:REF] [--questions FILE] [--limit 120] [--html FILE] [--all]',
    '                   what the edit changes for people before it is live: answers to golden questions, calls that fit others,',
    '                   areas without a desk, languages left behind; exit code 1 when somebody is left worse off',
  ],
  run: (args, rooms) => run(args, rooms, openFolder),
});

async function run(args: readonly string[], rooms: CommandRooms, openFolder: OpenFolder): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 0) {
    rooms.err.write(`ponte diff: --limit takes a number of questions, such as ${LIMIT}; it was "${values.limit}".\n`);
    return EX_USAGE;
  }
  const started = performance.now();
  try {
    const base = await findBaseFolder(values.base, rooms.folder, join(rooms.dataFolder, 'cache', 'diff'));
    const questions = await findQuestions(values.questions, rooms);
    if (!questions) return 1;
    const sides = await openBoth(base, rooms, openFolder);
    const difference = await compareFolders(sides, {
      names: { base: base.name, edited: rooms.folder },
      questions,
      limit,
      hasFile: (file) => existsSync(join(rooms.folder, file)),
      at: rooms.now(),
    });
    await tell(difference, sides, values, rooms);
    rooms.err.write(`compared in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    return isWorse(difference) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof NoBase)) throw error;
    rooms.err.write(`ponte diff: ${error.message}\n`);
    return 1;
  }
}

/** Undefined when a file that was asked for is not there, or a line of it is none. */
async function findQuestions(asked: string | undefined, { folder, err }: CommandRooms): Promise<readonly GoldenQuestion[] | undefined> {
  const path = asked ?? join(folder, 'questions.jsonl');
  const file = await readGoldenQuestions(path);
  if (!file && asked !== undefined) {
    err.write(`ponte diff: there is no file ${asked}. Write one {"id", "question"} a line, as for "ask --jsonl".\n`);
    return undefined;
  }
  if (!file) err.write(`no golden questions: write them to ${path}, one {"id", "question", "relevant": [ids]} a line\n`);
  const problems = file?.problems ?? [];
  for (const problem of problems.slice(0, TOLD)) err.write(`${problem}\n`);
  if (problems.length > TOLD) err.write(`… and ${problems.length - TOLD} more lines\n`);
  return problems.length > 0 ? undefined : (file?.questions ?? []);
}

async function openBoth(base: BaseFolder, { folder }: CommandRooms, openFolder: OpenFolder): Promise<Sides> {
  const open = (path: string, name: string) =>
    openFolder(path).catch((error: unknown) => {
      if (!(error instanceof PonteError) || error.code !== 'KNOWLEDGE_EMPTY') throw error;
      throw new NoBase(`nothing of ${name} can be read as a knowledge folder. "npm run ponte -- check" says why.`);
    });
  const [was, is] = await Promise.all([open(base.path, base.name), open(folder, folder)]);
  return { base: was, edited: is };
}

async function tell(
  difference: Difference,
  sides: Sides,
  { html, all }: { html?: string | undefined; all: boolean },
  { out, err, isTerminal }: CommandRooms,
): Promise<void> {
  const sections = tellDifference(difference, sides.base.knowledge);
  for (const line of differenceLines(sections, { hasColours: isTerminal, isWhole: all })) out.write(`${line}\n`);
  if (html === undefined) return;
  try {
    await replaceFile(html, differencePage(difference, sections));
    err.write(`page written to ${html}\n`);
  } catch (error) {
    throw new NoBase(`the page cannot be written to ${html} (${codeOf(error)}). Name a file in a folder that exists.`);
  }
}
