/** What has been fetched so far: `<data folder>/import/portal.json`. A run that breaks off goes on from here, and --apply writes what was shown. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { CommandRooms } from '../command';
import { readIfThere } from '../import/apply-import';
import { replaceFile } from '../write-files';
import type { PortalQuery } from './portal-request';
import { PortalRow } from './read-page';

const Gathered = z.strictObject({
  url: z.string(),
  hasClosed: z.boolean(),
  at: z.iso.datetime(),
  nextPage: z.number().int().min(1),
  /** Tells a page that comes again. */
  lastPage: z.string(),
  bytes: z.number(),
  total: z.number(),
  /** Results read, stubs included. */
  seen: z.number(),
  stubs: z.number(),
  rows: z.array(PortalRow),
  isComplete: z.boolean(),
});
export type Gathered = z.infer<typeof Gathered>;

/** Older than this, pages have moved. Milliseconds: an hour to look at a plan before it is applied. */
const FRESH_MS = 3_600_000;

const pathOf = (dataFolder: string): string => join(dataFolder, 'import', 'portal.json');

/** Nothing, when nothing is kept, it is old, it cannot be read, or something else was asked. */
export async function readGathered(rooms: CommandRooms, query: PortalQuery, isFresh: boolean): Promise<Gathered> {
  const { url, hasClosed } = query;
  const at = rooms.now().toISOString();
  const none: Gathered = {
    url,
    hasClosed,
    at,
    nextPage: 1,
    lastPage: '',
    bytes: 0,
    total: 0,
    seen: 0,
    stubs: 0,
    rows: [],
    isComplete: false,
  };
  const text = isFresh ? undefined : await readIfThere(pathOf(rooms.dataFolder));
  if (text === undefined) return none;
  const kept = Gathered.safeParse(jsonOf(text));
  const isUsable =
    kept.success &&
    kept.data.url === url &&
    kept.data.hasClosed === hasClosed &&
    rooms.now().getTime() - Date.parse(kept.data.at) < FRESH_MS;
  return isUsable ? kept.data : none;
}

export async function writeGathered({ dataFolder }: CommandRooms, gathered: Gathered): Promise<void> {
  const path = pathOf(dataFolder);
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, JSON.stringify(gathered));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
