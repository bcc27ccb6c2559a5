/** A record against its entry. The directory's changes are taken where staff have not written something else; words and facts alike. */
import type { Entry } from '../../domain/entry';
import { bodyDigest } from '../../knowledge/read-entry';
import type { Edit } from '../import/edit-front-matter';
import type { ItemFacts } from './item-facts';

/** Each fact by the path where it stands: `contact.phone`, `title`. The body by its digest. */
export type Said = Readonly<Record<string, string>>;

export function saidBy({ title, summary, website, contact, body }: ItemFacts): Said {
  const named = Object.entries(contact).map(([name, value]) => [`contact.${name}`, value] as const);
  return { title, summary, ...(website !== undefined && { website }), ...Object.fromEntries(named), body: bodyDigest(body) };
}

function saidIn(entry: Entry): Record<string, string | undefined> {
  const { locale, contact, website } = entry;
  const named = Object.entries(contact ?? {}).map(([name, value]) => [`contact.${name}`, value] as const);
  return {
    title: entry.title[locale],
    summary: entry.summary[locale],
    website,
    ...Object.fromEntries(named),
    body: bodyDigest(entry.bodies[locale] ?? ''),
  };
}

export interface ItemComparison {
  readonly edits: readonly Edit[];
  /** The body follows. */
  readonly isBodyNew: boolean;
  readonly changes: readonly string[];
  readonly notes: readonly string[];
}

export function compareItem(entry: Entry, said: Said, last: Said | undefined): ItemComparison {
  const inFile = saidIn(entry);
  const news = Object.entries(said).filter(([name, now]) => now !== inFile[name] && now !== last?.[name]);
  const isOurs = ([name]: readonly [string, string]): boolean => inFile[name] === undefined || inFile[name] === last?.[name];
  const [ours, theirs] = [news.filter(isOurs), news.filter((one) => !isOurs(one))];
  const gone = Object.entries(last ?? {}).filter(([name, was]) => said[name] === undefined && inFile[name] === was);
  return {
    edits: ours.filter(([name]) => name !== 'body').map(([name, now]) => ({ path: pathOf(name, entry), value: now })),
    isBodyNew: ours.some(([name]) => name === 'body'),
    changes: ours.map(([name, now]) => (name === 'body' ? 'its description' : `${name} ${show(inFile[name])} → ${show(now)}`)),
    notes: [
      ...theirs.map(([name, now]) => keptNote(name, inFile[name], now)),
      ...gone.map(([name, was]) => `the directory no longer gives "${name}"; ${show(was)} stays`),
    ],
  };
}

const keptNote = (name: string, is: string | undefined, now: string): string =>
  name === 'body'
    ? 'its description changed; the body is yours'
    : `${name}: the file has ${show(is)}, the directory ${show(now)}; the file stays`;

function pathOf(name: string, entry: Entry): readonly string[] {
  return name === 'title' || name === 'summary' ? [name, entry.locale] : name.split('.');
}

const show = (value: string | undefined): string =>
  value === undefined ? '–' : value.length > 60 ? `"${value.slice(0, 59)}…"` : `"${value}"`;
