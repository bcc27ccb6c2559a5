/** What staff have to do about an entry, the most urgent first. */
import type { Entry } from '../../domain/entry';
import { LOCALES } from '../../domain/locale';
import { days, type Health } from './health';
import { missingBodies } from './wanted-bodies';

/** Days before the review day from which it is on the list. */
const SOON = 30;

/** 0 review overdue · 1 a link is gone · 2 not shown · 3 review soon · 4 something is missing or hard to read · 5 nothing. */
export type Urgency = 0 | 1 | 2 | 3 | 4 | 5;
export const URGENCIES: readonly string[] = ['review overdue', 'link gone', 'not shown', 'review soon', 'to improve', 'nothing to do'];

export interface ToDo {
  readonly urgency: Urgency;
  readonly what: readonly string[];
}

export function toDoFor(entry: Entry, health: Health): ToDo {
  const list = [...listFor(entry, health)];
  return { urgency: list[0]?.[0] ?? 5, what: list.map(([, what]) => what) };
}

function* listFor(entry: Entry, { daysLeft, links, parts }: Health): Iterable<[Urgency, string]> {
  if (daysLeft < 0) yield [0, `review: overdue by ${days(-daysLeft)}`];
  if (links.gone.length > 0) yield [1, `replace what is gone: ${links.gone.join(', ')}`];
  if (!entry.verified) yield [2, 'compare it with its sources, then write verified: true: not shown until then'];
  if (daysLeft >= 0 && daysLeft <= SOON) yield [3, `review: due in ${days(daysLeft)}`];
  if (entry.sources.every(({ url }) => url === undefined) && entry.kind !== 'site') yield [4, 'name a source with an address'];
  const headlines = LOCALES.filter((locale) => entry.title[locale] === undefined || entry.summary[locale] === undefined);
  if (headlines.length > 0) yield [4, `write the headline in ${headlines.join(', ')}`];
  const bodies = missingBodies(entry);
  if (bodies.length > 0) yield [4, `write the body in ${bodies.join(', ')}`];
  if ((parts.readability.share ?? 1) < 0.5) yield [4, `write more plainly: ${parts.readability.why}`];
}
