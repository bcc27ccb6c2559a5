/** A record of the directory → what an entry can say of it. What is no use to people, or cannot be trusted, is left out and told. */
import { z } from 'zod';
import type { AreaCode } from '../../domain/area';
import type { Day } from '../../domain/day';
import { beginningOf } from '../import-portal/plain-words';
import type { JsonObject } from './directory-records';
import { type Contact, contactOf } from './record-contact';
import { addressOf, areasOf, codesOf, dayOf, HsdsRecord, line, MAX, namesIn, paragraphs } from './record-parts';

export interface ItemFacts {
  /** The record's own id. */
  readonly uuid: string;
  readonly kind: 'service' | 'organisation';
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly website?: string;
  readonly contact: Contact;
  readonly languages: readonly string[];
  /** Names and codes of the areas served, as the directory writes them. */
  readonly areaNames: readonly string[];
  readonly areas: readonly AreaCode[];
  /** Names of its taxonomy terms. */
  readonly terms: readonly string[];
  /** Day the directory last vouched for it. */
  readonly assured?: Day;
}

export type ReadItem =
  | { readonly kind: 'facts'; readonly facts: ItemFacts; readonly notes: readonly string[] }
  | { readonly kind: 'inactive'; readonly uuid: string; readonly title: string; readonly status: string }
  | { readonly kind: 'refused'; readonly title: string; readonly why: readonly string[] };

export function readItem(record: JsonObject, kind: ItemFacts['kind']): ReadItem {
  const item = HsdsRecord.parse(record);
  const title = line(item.name ?? '', MAX.title);
  const why = [
    ...(z.uuid().safeParse(item.id).success ? [] : [`its id is no UUID, which HSDS 3 asks for: ${line(String(record.id ?? 'none'), 60)}`]),
    ...(/\p{L}{2}/u.test(title) ? [] : ['it has no name with words']),
  ];
  if (why.length > 0) return { kind: 'refused', title, why };
  const uuid = (item.id ?? '').toLowerCase();
  if (kind === 'service' && item.status !== 'active')
    return { kind: 'inactive', uuid, title, status: line(item.status ?? 'without a status', 30) };
  const notes = warningsOf(item);
  const website =
    addressOf(kind === 'service' ? item.url : item.website, 'website', notes) ??
    addressOf(item.organization?.website, 'website of the organisation', notes);
  const facts: ItemFacts = {
    uuid,
    kind,
    title,
    summary: beginningOf(line(item.description ?? '', 4_000), MAX.summary) || title,
    body: beginningOf(paragraphs(item).join('\n\n'), MAX.body),
    ...(website !== undefined && { website }),
    contact: contactOf(item, notes),
    languages: codesOf(item),
    ...areasOf(item),
    terms: namesIn(item.attributes.map(({ taxonomy_term: term }) => term)),
    ...dayOf(item.assured_date ?? item.last_modified),
  };
  return { kind: 'facts', facts, notes };
}

/** What staff must put into words themselves. */
function warningsOf({ alert, minimum_age: youngest, maximum_age: oldest }: HsdsRecord): string[] {
  const hasAges = typeof youngest === 'number' || typeof oldest === 'number';
  return [
    ...(alert ? [`the directory warns: ${line(alert, MAX.line)}`] : []),
    ...(hasAges ? [`for ages ${youngest ?? 0} to ${oldest ?? 'any'}: say so in the body`] : []),
  ];
}
