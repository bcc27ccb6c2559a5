/** The history of links on disk: `links.json` in the data folder. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../errors';
import { replaceFile } from '../write-files';
import { addCheck, EMPTY_HISTORY, type LinkCheck, LinkHistory } from './history';

const historyPath = (dataFolder: string): string => join(dataFolder, 'links.json');

export type ReadHistory = { readonly ok: true; readonly value: LinkHistory } | { readonly ok: false; readonly problem: string };

/** A file that is not there is an empty history; one that cannot be read is a problem, never overwritten. */
export async function readHistory(dataFolder: string): Promise<ReadHistory> {
  const path = historyPath(dataFolder);
  try {
    const parsed = LinkHistory.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (parsed.success) return { ok: true, value: parsed.data };
    const [issue] = parsed.error.issues;
    return { ok: false, problem: `${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}. ${REMEDY}` };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { ok: true, value: EMPTY_HISTORY };
    return { ok: false, problem: `${path} cannot be read (${codeOf(error) ?? 'it is not JSON'}). ${REMEDY}` };
  }
}

const REMEDY =
  'Mend it from a backup, or move it away: a new history begins then, and nothing counts as gone until it was missing on three days.';

/** What a run learnt since it was last written. */
export interface Learnt {
  readonly checks: ReadonlyMap<string, LinkCheck>;
  /** Undefined: the host is well again. */
  readonly hosts: ReadonlyMap<string, LinkHistory['hosts'][string] | undefined>;
}

/** Adds to what is in the file now: another run may have written meanwhile. */
export async function addToHistory(dataFolder: string, { checks, hosts }: Learnt): Promise<ReadHistory> {
  const read = await readHistory(dataFolder);
  if (!read.ok || (checks.size === 0 && hosts.size === 0)) return read;
  const links = { ...read.value.links };
  for (const [address, check] of checks) links[address] = addCheck(links[address] ?? [], check);
  const troubled = new Map(Object.entries(read.value.hosts));
  for (const [host, trouble] of hosts) {
    if (trouble) troubled.set(host, trouble);
    else troubled.delete(host);
  }
  const value: LinkHistory = { version: 1, links, hosts: Object.fromEntries(troubled) };
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await replaceFile(historyPath(dataFolder), `${JSON.stringify(value, null, 1)}\n`);
  return { ok: true, value };
}
