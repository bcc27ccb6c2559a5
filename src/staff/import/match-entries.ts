/** Which entry of the folder a row of the calendar is, so that ids stay whatever moves in the file. */
import { type CallEntry, type Entry, isCall } from '../../domain/entry';
import { fold } from '../../language/fold';
import type { Given, Profile } from './given';
import type { RowFacts } from './read-row';
import { slug } from './slug';

/** Letters an authority's prefix and the rest of an id may have; an id has at most 80. */
const MAX_PREFIX = 24;
const MAX_REST = 50;

/** Start of the ids of an authority, and the name of its profile. */
export const prefixOf = (given: Pick<Given, 'country' | 'authority'>): string =>
  `${given.country.toLowerCase()}-${slug(given.authority, MAX_PREFIX)}`;

export interface Matcher {
  /** The id a row has or gets, and its entry when there is one. */
  match(facts: RowFacts): { readonly id: string; readonly entry?: CallEntry | undefined; readonly other?: Entry | undefined };
  /** Entries that came from this calendar, by id. */
  readonly own: ReadonlyMap<string, CallEntry>;
}

export function makeMatcher(entries: readonly Entry[], given: Given, last: Profile | undefined): Matcher {
  const prefix = prefixOf(given);
  const byId = new Map<string, Entry>();
  for (const entry of entries) for (const also of entry.also) byId.set(also, entry);
  for (const entry of entries) byId.set(entry.id, entry);
  const calls = entries.filter(isCall).filter((entry) => entry.country === given.country);
  const isOwn = (entry: CallEntry): boolean =>
    last?.rows[entry.id] !== undefined ||
    (entry.id.startsWith(`${prefix}-`) && entry.sources.some((source) => source.url === given.source.url));
  const own = new Map(calls.filter(isOwn).map((entry) => [entry.id, entry]));
  const byReference = new Map<string, CallEntry>();
  // Of two entries with one reference the one of this calendar wins.
  for (const entry of [...calls.filter((one) => !own.has(one.id)), ...own.values()])
    if (entry.call.reference) byReference.set(fold(entry.call.reference), entry);
  const byTitle = new Map<string, string>();
  for (const [id, row] of Object.entries(last?.rows ?? {})) byTitle.set(titleKey(row), id);
  return {
    own,
    match: (facts) => {
      const known = facts.reference === undefined ? undefined : byReference.get(fold(facts.reference));
      if (known) return { id: known.id, entry: known };
      const id = byTitle.get(titleKey(facts)) ?? `${prefix}-${restOf(facts)}`;
      const found = byId.get(id);
      // A reference that differs is another call, even under the same title.
      const isOther = found && (!isCall(found) || found.country !== given.country || differs(found.call.reference, facts.reference));
      return isOther ? { id, other: found } : { id, entry: found && isCall(found) ? found : undefined };
    },
  };
}

const differs = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && fold(a) !== fold(b);

const restOf = (facts: RowFacts): string => {
  const year = yearOf(facts);
  if (facts.reference !== undefined) return slug(facts.reference, MAX_REST);
  return slug(facts.title, MAX_REST - 5) + (year ? `-${year}` : '');
};

/** Calls come back each year under the same title. */
const titleKey = (facts: Readonly<Record<string, unknown>> | RowFacts): string =>
  [fold(String(facts.title ?? '')), yearOf(facts), fold(String(facts.reference ?? ''))].join('|');

const yearOf = (facts: Readonly<Record<string, unknown>> | RowFacts): string => String(facts.opens ?? facts.closes ?? '').slice(0, 4);
