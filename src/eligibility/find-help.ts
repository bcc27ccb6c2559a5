/** Who can help on the spot while no call is open: programmes, services and organisations that serve an area, nearest first. */
import { areaServes, narrowness } from '../domain/area';
import type { Entry, Kind } from '../domain/entry';
import type { Profile } from '../domain/profile';
import { type Vocabularies, widenTerm } from '../domain/vocabulary';

/** A programme names who publishes the next calls; a service answers today. */
const ORDER: readonly Kind[] = ['programme', 'service', 'organisation', 'cluster'];

/** Empty when the area is not known: help somewhere is no help. */
export function findHelp(
  entries: readonly Entry[],
  { area, topic }: Profile,
  vocabularies: Vocabularies,
  atMost: number,
): readonly Entry[] {
  if (!area) return [];
  const wanted = topic ? widenTerm(vocabularies.topics, topic) : [];
  const near = (entry: Entry) => Math.max(-1, ...entry.areas.filter((one) => areaServes(one, area)).map(narrowness));
  const isOnTopic = (entry: Entry) => Number(entry.topics.some((one) => wanted.includes(one)));
  return entries
    .filter((entry) => ORDER.includes(entry.kind) && near(entry) >= 0)
    .sort(
      (a, b) =>
        near(b) - near(a) || isOnTopic(b) - isOnTopic(a) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.id.localeCompare(b.id),
    )
    .slice(0, atMost);
}
