/** `ponte links`: are the pages that entries name still there? */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dayIn } from '../../domain/day';
import type { Entry } from '../../domain/entry';
import type { Reading } from '../../knowledge/knowledge-base';
import { readKnowledge } from '../../knowledge/knowledge-base';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import { type Linked, linkedFrom } from './addresses';
import { type Network, realNetwork } from './ask-once';
import { checkAll, type LinkResult, type LinkRun } from './check-all';
import { type LinkHistory, stateOfLink } from './history';
import { addToHistory, type Learnt, type ReadHistory, readHistory } from './history-file';
import { HostGate } from './host-gate';
import { linkLines } from './print-links';

/** Between two requests to one host, in milliseconds. */
const HOST_PAUSE = 1000;
/** What was found is written, and told, so often: an interrupted run loses no more. Addresses. */
const STEP = 25;

export const linksCommand: Command = {
  name: 'links',
  usage: [
    'links [--entry ID] [--limit N]',
    '                   asks whether the pages that entries name are still there, each at most once a day; exit code 1 when some are gone',
  ],
  run: (args, rooms) => checkLinks(args, rooms, { network: realNetwork, pause: () => pause(HOST_PAUSE) }),
};

export interface Outside {
  readonly network: Network;
  /** Between two requests to one host. */
  readonly pause: () => Promise<unknown>;
}

export async function checkLinks(args: readonly string[], rooms: CommandRooms, outside: Outside): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { entry: { type: 'string' }, limit: { type: 'string' } } });
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (!(limit >= 1)) return complain(rooms, `--limit takes a number of addresses from 1, not "${values.limit}".`, EX_USAGE);
  const entries = withBodies(await readKnowledge(rooms.folder));
  const chosen = entries.filter(({ id, also }) => values.entry === undefined || id === values.entry || also.includes(values.entry));
  if (chosen.length === 0) return complain(rooms, nothingThere(values.entry));
  const read = await readHistory(rooms.dataFolder);
  if (!read.ok) return complain(rooms, read.problem);
  const all = linkedFrom(chosen);
  const due = values.entry === undefined ? dueToday(all, read.value, rooms.now()) : all;
  rooms.err.write(`${all.length} addresses, ${all.length - due.length} of them asked today already\n`);
  const run = await runChecks(due.slice(0, limit), read.value, rooms, outside);
  return finish(all, run, rooms);
}

function complain({ err }: CommandRooms, what: string, code = 1): number {
  err.write(`ponte links: ${what}\n`);
  return code;
}

const nothingThere = (id: string | undefined): string =>
  id === undefined
    ? 'the folder holds no readable entry; "ponte check" says why.'
    : `there is no readable entry "${id}"; "ponte knowledge --json" lists the ids, "ponte check" says what cannot be read.`;

/** Also entries that are not shown yet, and translations that are out of date: both come back. */
function withBodies({ files }: Reading): Entry[] {
  const bodies = new Map<string, Record<string, string>>();
  for (const { id, locale, body } of files.translations) bodies.set(id, { ...bodies.get(id), [locale]: body });
  return files.entries.map((entry) => ({ ...entry, bodies: { ...bodies.get(entry.id), ...entry.bodies } }));
}

/** Those not asked today; never asked first, then longest ago. */
function dueToday(all: readonly Linked[], { links }: LinkHistory, at: Date): Linked[] {
  const lastDay = ({ address }: Linked) => links[address]?.at(-1)?.day ?? '';
  const today = dayIn(at, 'UTC');
  return all.filter((linked) => lastDay(linked) !== today).sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : lastDay(a) > lastDay(b) ? 1 : 0));
}

async function runChecks(due: readonly Linked[], history: LinkHistory, rooms: CommandRooms, outside: Outside): Promise<LinkRun> {
  // One after the other, each on top of what the last one wrote.
  let saving: Promise<unknown> = Promise.resolve();
  const onProgress = (run: LinkRun) => {
    const done = run.results.length;
    if (done % STEP !== 0 || done === due.length) return;
    rooms.err.write(`${done} of ${due.length}\n`);
    saving = saving.then(() => save(run, rooms));
  };
  const run = await checkAll(due, { network: outside.network, gate: new HostGate(outside.pause), now: rooms.now, history, onProgress });
  await saving;
  return run;
}

const save = (run: LinkRun, { dataFolder }: CommandRooms): Promise<ReadHistory> => addToHistory(dataFolder, learntFrom(run));

/** While no server has answered, failures may be this machine's own and do not count. */
function learntFrom({ results, hosts, isOnline }: LinkRun): Learnt {
  const checks = results.flatMap((result) =>
    'check' in result && (isOnline || result.from === 'rule') ? [[result.linked.address, result.check] as const] : [],
  );
  return { checks: new Map(checks), hosts: isOnline ? hosts : new Map() };
}

async function finish(all: readonly Linked[], run: LinkRun, rooms: CommandRooms): Promise<number> {
  const saved = await save(run, rooms);
  if (!saved.ok) return complain(rooms, saved.problem);
  const failed = run.results.find((result) => 'check' in result && result.from !== 'rule');
  if (!run.isOnline && failed) return complain(rooms, cutOff(failed));
  for (const line of linkLines(all, run, saved.value)) rooms.out.write(`${line}\n`);
  return all.some(({ address }) => stateOfLink(saved.value.links[address]) === 'gone') ? 1 : 0;
}

const cutOff = (first: LinkResult): string =>
  `no server answered at all (${first.linked.host}: ${'check' in first ? first.check.why : ''}). Is this machine connected? No failure of this run was counted.`;
