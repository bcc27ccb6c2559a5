/**
 * Writes what was planned, so that it can be taken back: first the journal, then each file beside its place and renamed into it.
 * A crash in between leaves whole files and a journal that undoes those that were written.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../../errors';
import { placeFile } from '../write-files';

export interface FileChange {
  /** Path in the knowledge folder with forward slashes. */
  readonly file: string;
  /** Absent: the file is new. */
  readonly before?: string | undefined;
  readonly after: string;
}

export interface ImportWrite {
  /** What people are told when they undo it: "calendar of Regione Lazio". */
  readonly what: string;
  readonly changes: readonly FileChange[];
  /** A file of the data folder that belongs to the import, such as a profile: path inside the data folder, and its new text. */
  readonly own?: { readonly file: string; readonly after: string };
}

interface Folders {
  readonly folder: string;
  readonly dataFolder: string;
}

const JOURNALS = join('import', 'undo');

const Journal = z.strictObject({
  what: z.string(),
  at: z.iso.datetime(),
  files: z.array(z.strictObject({ file: z.string(), before: z.string().nullable(), after: z.string() })),
  own: z.strictObject({ file: z.string(), before: z.string().nullable(), after: z.string() }).optional(),
});
type Journal = z.infer<typeof Journal>;
type JournalFile = Journal['files'][number];

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Gives the files that somebody changed since they were planned: those are left as they are. */
export async function applyImport(
  write: ImportWrite,
  { folder, dataFolder }: Folders,
  at: Date,
): Promise<{ written: string[]; kept: string[] }> {
  const [ready, kept]: [FileChange[], string[]] = [[], []];
  for (const change of write.changes)
    if ((await readIfThere(join(folder, change.file))) === change.before) ready.push(change);
    else kept.push(change.file);
  const own = write.own && { ...write.own, before: (await readIfThere(join(dataFolder, write.own.file))) ?? null };
  const journal: Journal = {
    what: write.what,
    at: at.toISOString(),
    files: ready.map(({ file, before, after }) => ({ file, before: before ?? null, after: digestOf(after) })),
    ...(own ? { own: { file: own.file, before: own.before, after: digestOf(own.after) } } : {}),
  };
  const name = `${at.toISOString().replace(/\D/g, '')}-${randomUUID().slice(0, 8)}.json`;
  await placeFile(join(dataFolder, JOURNALS, name), JSON.stringify(journal));
  for (const { file, after } of ready) await placeFile(join(folder, file), after);
  if (own) await placeFile(join(dataFolder, own.file), own.after);
  return { written: ready.map(({ file }) => file), kept };
}

export interface Undone {
  readonly what: string;
  readonly at: string;
  /** Files brought back, files taken away, and files left because somebody changed them since. */
  readonly restored: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  /** Holds the text of each file before the import, for those that were left. */
  readonly journal: string;
}

/** Takes back the last import; undefined when there is none. */
export async function undoImport({ folder, dataFolder }: Folders): Promise<Undone | undefined> {
  const journals = await readdir(join(dataFolder, JOURNALS)).catch(() => []);
  const name = journals
    .filter((one) => one.endsWith('.json'))
    .sort()
    .at(-1);
  if (!name) return undefined;
  const path = join(dataFolder, JOURNALS, name);
  const journal = Journal.parse(JSON.parse(await readFile(path, 'utf8')));
  const result = { restored: [] as string[], removed: [] as string[], kept: [] as string[] };
  for (const one of journal.files) result[await undoFile(folder, one)].push(one.file);
  // The memory of what the calendar said goes back with the files, unless some of them stay.
  if (journal.own && result.kept.length === 0) await undoFile(dataFolder, journal.own);
  const undone = `${path.slice(0, -'.json'.length)}.undone`;
  await rename(path, undone);
  return { what: journal.what, at: journal.at, ...result, journal: undone };
}

async function undoFile(folder: string, { file, before, after }: JournalFile): Promise<'restored' | 'removed' | 'kept'> {
  const path = join(folder, file);
  const current = await readIfThere(path);
  // Never written, or already taken back.
  if ((current ?? null) === before) return before === null ? 'removed' : 'restored';
  if (current === undefined || digestOf(current) !== after) return 'kept';
  if (before === null) await rm(path);
  else await placeFile(path, before);
  return before === null ? 'removed' : 'restored';
}

/** Undefined when there is no such file; other faults are thrown: nothing is written over what cannot be read. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
