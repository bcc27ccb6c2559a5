/** `ponte import portal`: topics of the ESF+ and of the social economy from the EU Funding & Tenders Portal. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Day, dayIn } from '../../domain/day';
import { readKnowledge } from '../../knowledge/knowledge-base';
import { makeDetector } from '../../language/detect';
import { type Command, type CommandRooms, EX_USAGE } from '../command';
import type { Plan } from '../import/plan-import';
import { planJson, planLines } from '../import/print-plan';
import { profileFile, readProfile } from '../import/profile';
import { FileRefused } from '../import/table';
import { NOT_WRITTEN, writePlan } from '../import/write-plan';
import type { Patience } from './fetch-page';
import { gatherTopics } from './gather-topics';
import { givenFor, PORTAL_PREFIX, planTopics } from './plan-topics';
import { isSafeAddress, PORTAL_SEARCH } from './portal-request';
import type { PortalRow } from './read-page';
import { type ReadTopic, readTopic } from './read-topic';

/** Days until an imported topic must be looked at again: the portal moves deadlines at short notice. */
const REVIEW_DAYS = 60;

const OPTIONS = {
  apply: { type: 'boolean', default: false },
  closed: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  url: { type: 'string', default: PORTAL_SEARCH },
} as const;

const PATIENCE: Patience = { sleep, random: Math.random, timeoutMs: 60_000, paceMs: 1_000 };

export const portalImport = makePortalImport(PATIENCE);

export function makePortalImport(patience: Patience): Command {
  return {
    name: 'portal',
    usage: [
      'import portal [--apply] [--closed] [--fresh] [--json] [--url ADDRESS]',
      '                   ESF+ and social-economy topics of the EU Funding & Tenders Portal that are open or forthcoming:',
      '                   shows what would change; --apply writes it; --closed takes closed ones too; goes on where it broke off',
    ],
    run: async (args, rooms) => {
      const { values } = parseArgs({ args: [...args], options: OPTIONS });
      if (!isSafeAddress(values.url)) {
        rooms.err.write('ponte import portal: --url takes an https address, or http://127.0.0.1 for a trial.\n');
        return EX_USAGE;
      }
      try {
        return await importPortal(values, patience, rooms);
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        rooms.err.write(`ponte import portal: ${error.what}.\n    ${error.fix}\n`);
        return 1;
      }
    },
  };
}

type Values = { readonly apply: boolean; readonly closed: boolean; readonly fresh: boolean; readonly json: boolean; readonly url: string };

async function importPortal(values: Values, patience: Patience, rooms: CommandRooms): Promise<number> {
  const { out, err, dataFolder, folder, now } = rooms;
  const last = await readProfile(dataFolder, PORTAL_PREFIX);
  const query = { url: values.url, hasClosed: values.closed };
  const { gathered, stopped } = await gatherTopics({ query, isFresh: values.fresh, patience }, rooms);
  const topics = await readTopics(gathered.rows, dayIn(now(), 'Europe/Brussels'));
  const today = dayIn(now(), 'UTC');
  const reviewBy = dayIn(new Date(now().getTime() + REVIEW_DAYS * 86_400_000), 'UTC');
  const plan = planTopics(topics, { reading: await readKnowledge(folder), last, today, reviewBy, isComplete: stopped === undefined });
  for (const line of values.json ? planJson(plan) : planLines(plan)) out.write(`${line}\n`);
  const doubles = gathered.rows.length - new Set(gathered.rows.map(keyOf)).size;
  const stubs = gathered.stubs > 0 ? `, ${gathered.stubs} without an identifier` : '';
  err.write(
    `${gathered.seen} results: ${topics.length} topics of ours, ${doubles} doubles${stubs}${gathered.seen > 0 ? `; fetched ${gathered.at}` : ''}\n`,
  );
  if (stopped !== undefined) err.write(`ponte import portal: stopped at ${stopped}.\n    ${remedyFor(gathered.seen)}\n`);
  else if (gathered.seen === 0)
    err.write('ponte import portal: the service found nothing. Its codes may have changed: compare with the portal, and tell us.\n');
  const isEmpty = plan.items.length === 0;
  if (!values.apply) err.write(`${NOT_WRITTEN}\n`);
  else if (isEmpty) err.write('There is nothing to write.\n');
  const isWritten = !values.apply || isEmpty || (await apply(plan, today, rooms));
  const isGood = stopped === undefined && gathered.seen > 0 && isWritten && plan.items.every(({ kind }) => kind !== 'refused');
  return isGood ? 0 : 1;
}

const remedyFor = (seen: number): string =>
  seen > 0
    ? 'What came until then is kept: run it again within the hour, without --fresh, to go on there.'
    : 'Try again later, or look at the address with a browser.';

const keyOf = ({ identifier }: PortalRow): string => identifier.toUpperCase();

/** One topic for all results of an identifier: languages, cut-offs and doubles come as results of their own. */
async function readTopics(rows: readonly PortalRow[], today: Day): Promise<ReadTopic[]> {
  const detector = await makeDetector();
  const groups = new Map<string, PortalRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()].flatMap((group, at) => readTopic(group, at + 1, detector, today) ?? []);
}

/** True unless something was kept back. */
function apply(plan: Plan, today: Day, rooms: CommandRooms): Promise<boolean> {
  const given = givenFor({ identifier: '', programme: undefined });
  return writePlan(
    {
      what: 'EU Funding & Tenders Portal',
      items: plan.items,
      profile: { given, mapping: { columns: {} }, rows: plan.rows, imported: today },
      profileFile: profileFile(PORTAL_PREFIX),
      onAdded:
        'Added topics have words in one language and verified: false. Complete and read them against the portal, then set verified: true.',
    },
    rooms,
  );
}
