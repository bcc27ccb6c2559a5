/** How much a question names an entry: its title or another name of it. */
import type { Entry } from '../domain/entry';
import type { Locale } from '../domain/locale';
import type { PlaceFinder } from '../language/places';
import { contentStems } from '../retrieval/glossary';

const known = new WeakMap<Entry, Map<Locale, readonly ReadonlySet<string>[]>>();

/** Content words of each name, one set a name. */
function namesOf(entry: Entry, locale: Locale): readonly ReadonlySet<string>[] {
  const byLocale = known.get(entry) ?? new Map<Locale, readonly ReadonlySet<string>[]>();
  known.set(entry, byLocale);
  const before = byLocale.get(locale);
  if (before) return before;
  const title = entry.title[locale] ?? '';
  // "What is the ESF+? (Regulation (EU) 2021/1057)" is that question, with a note.
  const names = [...new Set([title, withoutNote(title), ...entry.otherNames])].map((name) => new Set(contentStems(name, locale)));
  byLocale.set(locale, names);
  return names;
}

/** "What is the ESF+? (Regulation (EU) 2021/1057)" without what stands in brackets. */
export const withoutNote = (title: string): string => title.replace(/\s\(.*$/, '');

/** Jaccard of the question's and a name's content words, of the name closest to it. 0…1. `stems` are the question's. */
export const titleShare = (entry: Entry, stems: ReadonlySet<string>, locale: Locale): number =>
  Math.max(0, ...namesOf(entry, locale).map((words) => jaccard(stems, words)));

/** The same, and a title may give a name before it explains it, also in its own language: "rückenwind³ – 7th call: skilled staff". */
export const nameShare = (entry: Entry, stems: ReadonlySet<string>, locale: Locale): number =>
  Math.max(
    titleShare(entry, stems, locale),
    ...[locale, entry.locale].map((one) => jaccard(stems, new Set(contentStems(givenName(entry.title[one] ?? ''), locale)))),
  );

const givenName = (title: string): string => withoutNote(title).split(/\s[–—]\s|\s?:\s/u, 1)[0] ?? '';

/** How much of a question stands in the title or the other names of an entry. 0…1; 0 for a question of no content words. */
export function shareInTitle(stems: ReadonlySet<string>, entry: Entry, locale: Locale): number {
  const title = new Set(namesOf(entry, locale).flatMap((words) => [...words]));
  return [...stems].filter((stem) => title.has(stem)).length / Math.max(1, stems.size);
}

/** What two sets have in common, as a share of all that is in them. 0…1; 0 for two empty ones. */
export function jaccard(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const both = [...some].filter((one) => others.has(one)).length;
  return both / Math.max(1, some.size + others.size - both);
}

/** From this share on, one entry is asked for by its name. */
export const NAMED = 0.5;

/** The content words of a question that do not say where. */
export const stemsOf = ({ text, locale }: { readonly text: string; readonly locale: Locale }, places: PlaceFinder): ReadonlySet<string> =>
  new Set(contentStems(places.cut(text, locale), locale));
