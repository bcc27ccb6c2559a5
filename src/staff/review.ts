/** `ponte review`: somebody compared entries with their sources today. Stamps the days, and keeps who it was. */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Day, dayIn } from '../domain/day';
import type { Kind } from '../domain/entry';
import { readEntryFile } from '../knowledge/read-entry';
import { findingLines } from './check/print-findings';
import { type Command, type CommandRooms, EX_USAGE } from './command';
import { monthsAfter } from './day-steps';
import { editFrontMatter } from './import/edit-front-matter';
import { KIND_FOLDERS } from './kind-folders';
import { replaceFile } from './write-files';

/** Calls change from month to month; what else an entry says holds for half a year. */
export const reviewMonths = (kind: Kind): number => (kind === 'call' ? 3 : 6);

/** One line of `reviews.jsonl` in the data folder. */
interface Review {
  readonly at: string;
  readonly entry: string;
  readonly by: string;
  readonly checked: Day;
  readonly reviewBy: Day;
}

export const reviewCommand: Command = {
  name: 'review',
  usage: [
    'review ID … [--by NAME]',
    '                   you compared these entries with their sources today: sets checked and reviewBy; --by keeps who',
  ],
  run: async (args, rooms) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { by: { type: 'string' } } });
    const by = values.by?.trim();
    if (positionals.length === 0 || by === '') {
      rooms.err.write('ponte review: name the ids of the entries that were checked, and after --by who checked them.\n');
      return EX_USAGE;
    }
    let isDone = true;
    for (const id of positionals) isDone = (await reviewOne(id, by, rooms)) && isDone;
    return isDone ? 0 : 1;
  },
};

async function reviewOne(id: string, by: string | undefined, rooms: CommandRooms): Promise<boolean> {
  const { folder, out, err } = rooms;
  const found = await findFile(id, folder);
  if (!found) {
    err.write(`ponte review: there is no entry "${id}". "npm run ponte -- knowledge --json" lists the ids.\n`);
    return false;
  }
  const read = readEntryFile(found.text, found.file);
  if (!read.ok || read.value.kind !== 'entry') {
    err.write(`ponte review: ${found.file} cannot be read; mend it first, nothing was changed.\n`);
    for (const line of findingLines(read.ok ? [] : read.findings, 'text')) err.write(`${line}\n`);
    return false;
  }
  const { entry } = read.value;
  const checked = dayIn(rooms.now(), 'UTC');
  const reviewBy = monthsAfter(checked, reviewMonths(entry.kind));
  const edits = [
    { path: ['checked'], value: checked },
    { path: ['reviewBy'], value: reviewBy },
  ];
  const stamped = editFrontMatter(found.text, edits);
  if (stamped === undefined || !readEntryFile(stamped, found.file).ok) {
    err.write(
      `ponte review: the facts of ${found.file} are written in a way that cannot be edited safely. Set checked and reviewBy by hand.\n`,
    );
    return false;
  }
  await replaceFile(join(folder, found.file), stamped);
  if (by !== undefined) await keep({ at: rooms.now().toISOString(), entry: id, by, checked, reviewBy }, rooms.dataFolder);
  const was = entry.reviewBy === reviewBy && entry.checked === checked ? ' (as before)' : ` (was ${entry.checked}, ${entry.reviewBy})`;
  out.write(`${found.file}: checked ${checked}, reviewBy ${reviewBy}${was}${by === undefined ? '' : `, by ${by}`}\n`);
  return true;
}

async function findFile(id: string, folder: string): Promise<{ file: string; text: string } | undefined> {
  // An id is never a path.
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) return undefined;
  for (const inner of Object.values(KIND_FOLDERS)) {
    const file = `${inner}/${id}.md`;
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return { file, text };
  }
  return undefined;
}

/** One short line, which the system appends whole. */
async function keep(review: Review, dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await appendFile(join(dataFolder, 'reviews.jsonl'), `${JSON.stringify(review)}\n`, { mode: 0o600 });
}
