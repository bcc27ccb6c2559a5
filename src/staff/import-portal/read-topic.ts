/** The results of one identifier → the facts of a call. What the service does not say is absent. */

import type { Day } from '../../domain/day';
import { Day as DaySchema } from '../../domain/day';
import type { Amount } from '../../domain/entry';
import type { Detector } from '../../language/detect';
import { wordsOf } from '../../language/fold';
import type { ReadRow, RowFacts } from '../import/read-row';
import { chooseTexts, type TopicTexts } from './choose-texts';
import { beginningOf } from './plain-words';
import { PROGRAMME, STATUS } from './portal-request';
import { readBudget } from './read-budget';
import type { PortalRow } from './read-page';

/** Where people see a topic on the portal. */
const TOPIC_PAGE = 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/';
export const topicPage = (identifier: string): string => TOPIC_PAGE + encodeURIComponent(identifier.toUpperCase());

export interface ReadTopic {
  readonly identifier: string;
  readonly programme: string | undefined;
  readonly row: ReadRow;
  readonly texts?: TopicTexts;
}

/** Characters of a description that is kept. */
const MAX_SUMMARY = 6_000;
/** What makes a topic of the Single Market Programme one of ours, in its English words. */
const SOCIAL_ECONOMY = /\bsocial (and solidarity )?econom|\bsocial enterpris|\bsocial innovation|\bsocial entrepreneur/i;

/** Undefined for a topic of another subject. `number` stands where a calendar has its row. */
export function readTopic(rows: readonly PortalRow[], number: number, detector: Detector, today: Day): ReadTopic | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { identifier, programme } = first;
  const isOurs =
    programme !== PROGRAMME.singleMarket || rows.some(({ title, description }) => SOCIAL_ECONOMY.test(`${title} ${description}`));
  if (!isOurs) return undefined;
  const refused = (why: string): ReadTopic => ({
    identifier,
    programme,
    row: { kind: 'refused', row: number, why: [`${identifier}: ${why}`] },
  });
  const texts = chooseTexts(rows, detector);
  if (!texts) return refused(`the language of its words is not certain; read ${topicPage(identifier)} and write the entry by hand`);
  if (wordsOf(texts.title).length === 0) return refused('it has no title');
  const dates = readDates(rows, today);
  if ('problem' in dates) return refused(dates.problem);
  const total = readBudget(first.budget, identifier);
  const facts = factsOf(texts, identifier, programme, dates, total);
  return { identifier, programme, texts, row: { kind: 'call', row: number, facts, notes: [...texts.notes, ...dates.notes] } };
}

function factsOf(texts: TopicTexts, identifier: string, programme: string | undefined, dates: Dates, total: Amount | undefined): RowFacts {
  return {
    title: texts.title,
    reference: identifier,
    ...(texts.description !== undefined && { summary: beginningOf(texts.description, MAX_SUMMARY) }),
    ...(dates.opens !== undefined && { opens: dates.opens }),
    ...(dates.closes !== undefined && { closes: dates.closes }),
    ...(total && { total }),
    ...(programme === PROGRAMME.esfPlus && { fund: 'ESF+' }),
    ...(programme === PROGRAMME.singleMarket && { programme: 'Single Market Programme' }),
    apply: topicPage(identifier),
  };
}

interface Dates {
  readonly opens?: Day;
  readonly closes?: Day;
  readonly notes: readonly string[];
}

/** The status is to be trusted before a date: rolling calls keep deadlines that have passed. */
function readDates(rows: readonly PortalRow[], today: Day): Dates | { problem: string } {
  const opens = rows.flatMap(({ opens: day }) => dayOf(day) ?? []).sort()[0];
  const deadlines = [...new Set(rows.flatMap((row) => row.deadlines.flatMap((day) => dayOf(day) ?? [])))].sort();
  const isTwoStage = rows.some(({ deadlineModel }) => /two|2/.test(deadlineModel ?? ''));
  // In two stages only the first is a way in; of several cut-offs the last one ends the call.
  const closes = isTwoStage ? deadlines[0] : deadlines.at(-1);
  const isOpen = rows.some(({ status }) => status === STATUS.open || status === STATUS.forthcoming);
  const notes = deadlines.length > 1 ? [`deadlines ${deadlines.join(', ')}: ${isTwoStage ? 'the first stage' : 'the last'} is taken`] : [];
  if (closes !== undefined && isOpen && closes < today)
    return {
      ...(opens && { opens }),
      notes: [...notes, `the portal calls it open, but its last deadline was ${closes}: no closing day is written`],
    };
  if (!isOpen && (closes === undefined || closes >= today))
    return { problem: 'the portal calls it closed and names no closing day that has passed' };
  if (opens && closes && closes < opens) return { problem: `it closes (${closes}) before it opens (${opens})` };
  return { ...(opens && { opens }), ...(closes && { closes }), notes };
}

/** The day as it is written: an hour there is now midnight, now the hour in Brussels, so it is not taken for one. */
function dayOf(text: string | undefined): Day | undefined {
  const day = text?.slice(0, 10);
  return DaySchema.safeParse(day).success ? day : undefined;
}
