/** Topics and the folder → what the import would do. Each topic is a calendar of one row with its own source. */
import type { Day } from '../../domain/day';
import { isCall } from '../../domain/entry';
import type { Reading } from '../../knowledge/knowledge-base';
import { editFrontMatter } from '../import/edit-front-matter';
import type { Given, Profile } from '../import/given';
import { prefixOf } from '../import/match-entries';
import { type Plan, type PlanItem, planImport } from '../import/plan-import';
import { PROGRAMME } from './portal-request';
import { type ReadTopic, topicPage } from './read-topic';

const AUTHORITY = { authority: 'European Commission', country: 'EU' } as const;
/** Start of the ids, and the name of the profile. */
export const PORTAL_PREFIX = prefixOf(AUTHORITY);

/** Where the portal lists what is open and forthcoming. */
const CALLS_PAGE = 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/calls-for-proposals';
/** Of topics in whose words no topic of ours is recognised. */
const TOPICS: Readonly<Record<string, readonly string[]>> = { [PROGRAMME.singleMarket]: ['social-economy'] };
const ANY_TOPICS: readonly string[] = ['social-innovation'];

export interface TopicPlanRooms {
  readonly reading: Reading;
  readonly last: Profile | undefined;
  readonly today: Day;
  readonly reviewBy: Day;
  /** Was everything fetched? Only then can something have vanished. */
  readonly isComplete: boolean;
}

export const givenFor = ({ identifier, programme, texts }: Pick<ReadTopic, 'identifier' | 'programme' | 'texts'>): Given => ({
  ...AUTHORITY,
  areas: ['EU'],
  locale: texts?.locale ?? 'en',
  source: { url: topicPage(identifier), title: `EU Funding & Tenders Portal, ${identifier}` },
  topics: [...(TOPICS[programme ?? ''] ?? ANY_TOPICS)],
});

export function planTopics(topics: readonly ReadTopic[], rooms: TopicPlanRooms): Plan {
  const { isComplete, ...shared } = rooms;
  const items: PlanItem[] = [];
  let rows = { ...rooms.last?.rows };
  for (const topic of topics) {
    const plan = planImport([topic.row], { ...shared, given: givenFor(topic) });
    items.push(...plan.items.filter(({ kind }) => kind !== 'vanished').map(withCallsPage));
    rows = { ...rows, ...plan.rows };
  }
  return { items: [...items, ...(isComplete ? vanished(items, rooms) : [])], rows };
}

/** A new entry gives its source as the place of the next calls; those of the portal stand on another page. */
function withCallsPage(item: PlanItem): PlanItem {
  if (item.kind !== 'added' || item.after === undefined) return item;
  const after = editFrontMatter(item.after, [{ path: ['call', 'nextCalls'], value: CALLS_PAGE }]);
  return after === undefined ? item : { ...item, after };
}

/** Entries of earlier imports that are no longer listed. They are told and never touched. */
function vanished(items: readonly PlanItem[], { reading, last, today }: TopicPlanRooms): PlanItem[] {
  const seen = new Set(items.map(({ id }) => id));
  const gone = reading.files.entries.filter(isCall).filter(({ id }) => last?.rows[id] !== undefined && !seen.has(id));
  return gone.map(({ id, file, title, locale, call }) => ({
    kind: 'vanished',
    id,
    file,
    title: title[locale] ?? id,
    what: [
      call.closes !== undefined && call.closes < today.slice(0, call.closes.length)
        ? `it closed (${call.closes}), nothing to do`
        : `the portal no longer lists it; read ${call.apply ?? 'its page'} and mend the entry`,
    ],
    notes: [],
  }));
}
