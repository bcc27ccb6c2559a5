/** All pages, one after the other, from where the last run stopped. */
import type { CommandRooms } from '../command';
import { type FetchedPage, fetchPage, type Patience, PortalRefused } from './fetch-page';
import { type Gathered, readGathered, writeGathered } from './gathered-file';
import { type PortalQuery, pageAddress, pageBody } from './portal-request';
import type { PortalRow } from './read-page';

/** Pages and bytes of one import: three times what the whole of both programmes took in 2026. */
const MAX_PAGES = 30;
const MAX_BYTES = 128 * 1024 * 1024;

export interface GatherOptions {
  readonly query: PortalQuery;
  /** Forget what an earlier run fetched. */
  readonly isFresh: boolean;
  readonly patience: Patience;
}

/** What was fetched is kept after every page, also when this ends early: `stopped` says why then. */
export async function gatherTopics(options: GatherOptions, rooms: CommandRooms): Promise<{ gathered: Gathered; stopped?: string }> {
  const { query, isFresh, patience } = options;
  const tell = (line: string) => rooms.err.write(`${line}\n`);
  let gathered = await readGathered(rooms, query, isFresh);
  if (gathered.isComplete) tell(`using what was fetched at ${gathered.at}; --fresh fetches it again`);
  else if (gathered.nextPage > 1) tell(`going on at page ${gathered.nextPage}: ${gathered.rows.length} results were fetched before`);
  while (!gathered.isComplete) {
    const number = gathered.nextPage;
    if (number > MAX_PAGES || gathered.bytes > MAX_BYTES)
      return { gathered, stopped: `there is more than ${MAX_PAGES} pages or ${MAX_BYTES / 1024 / 1024} MB; nobody expected that many` };
    if (number > 1) await patience.sleep(patience.paceMs);
    const onRetry = (why: string, waitMs: number) => tell(`page ${number}: ${why}; asking again in ${(waitMs / 1000).toFixed(1)} s`);
    const fetched = await fetchPage(pageAddress(query.url, number), () => pageBody(query), patience, onRetry).catch(whyNot);
    if (typeof fetched === 'string') return { gathered, stopped: `page ${number}: ${fetched}` };
    const problem = problemOf(fetched, gathered);
    if (problem) return { gathered, stopped: `page ${number}: ${problem}` };
    gathered = withPage(gathered, fetched, rooms.now());
    await writeGathered(rooms, gathered);
    tell(`page ${number}: ${gathered.seen} of ${gathered.total} results`);
  }
  return { gathered };
}

const whyNot = (error: unknown): string => {
  if (error instanceof PortalRefused) return error.message;
  throw error;
};

/** A page that cannot be true. */
function problemOf({ page }: FetchedPage, { seen, lastPage }: Gathered): string | undefined {
  const { rows, stubs, total } = page;
  if (rows.length + stubs === 0 && total > seen) return `it is empty, though ${total} results were announced and ${seen} came`;
  if (rows.length > 0 && digestOf(rows) === lastPage) return 'it is the same page as before';
  return undefined;
}

function withPage(before: Gathered, { page, bytes }: FetchedPage, now: Date): Gathered {
  const seen = before.seen + page.rows.length + page.stubs;
  return {
    ...before,
    at: now.toISOString(),
    nextPage: before.nextPage + 1,
    lastPage: digestOf(page.rows),
    bytes: before.bytes + bytes,
    total: page.total,
    seen,
    stubs: before.stubs + page.stubs,
    rows: [...before.rows, ...page.rows],
    isComplete: seen >= page.total,
  };
}

const digestOf = (rows: readonly PortalRow[]): string => rows.map(({ identifier, label }) => `${identifier}.${label ?? ''}`).join(' ');
