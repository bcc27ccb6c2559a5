/** Entries that tell where calls are published: for who asks that, and for who asks for a call that the folder does not have. */
import { type AreaCode, countryOf } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { AskedAbout } from '../language/asking';

/** Of `knowledge/vocabularies/events.yaml`. */
const PUBLISHED = 'where-calls-are-published';

export const tellsWherePublished = (entry: Entry): boolean => entry.kind !== 'site' && entry.events.includes(PUBLISHED);

/** "How much" alone may be asked of sugar. */
const OF_CALLS: readonly AskedAbout[] = ['calls', 'grants', 'money'];

/** A call, a grant or public money is asked for. */
export const speaksOfMoney = (asked: ReadonlySet<AskedAbout>): boolean => OF_CALLS.some((about) => asked.has(about));

/** A guide that is called as the question says what the money is for: money at a place is what calls tell. */
export const isBesideMoney = (entry: Entry, asked: ReadonlySet<AskedAbout>): boolean =>
  entry.kind === 'guide' && speaksOfMoney(asked) && !tellsWherePublished(entry);

/** The guide for the country of the first of these places; undefined when no call is asked for, or there is none. */
export function whereToLook(asked: ReadonlySet<AskedAbout>, places: readonly AreaCode[], knowledge: KnowledgeBase): Entry | undefined {
  return speaksOfMoney(asked) ? guideOf(places, knowledge) : undefined;
}

/** The guide for the country of the first of these places. */
export function guideOf(places: readonly AreaCode[], knowledge: KnowledgeBase): Entry | undefined {
  const country = places[0] && countryOf(places[0]);
  return country
    ? knowledge.entries.find((entry) => entry.kind === 'guide' && tellsWherePublished(entry) && entry.areas.includes(country))
    : undefined;
}
