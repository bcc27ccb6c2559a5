/** How much a question names an entry: its title or another name of it. */
import type { Entry } from '../domain/entry';
import type { Locale } from '../domain/locale';
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
  const names = [...new Set([title, title.replace(/\s\(.*$/, ''), ...entry.otherNames])].map((name) => new Set(contentStems(name, locale)));
  byLocale.set(locale, names);
  return names;
}

/** Jaccard of the question's and a name's content words, of the name closest to it. 0…1. `stems` are the question's. */
export const titleShare = (entry: Entry, stems: ReadonlySet<string>, locale: Locale): number =>
  Math.max(0, ...namesOf(entry, locale).map((words) => jaccard(stems, words)));

/** What two sets have in common, as a share of all that is in them. 0…1; 0 for two empty ones. */
export function jaccard(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const both = [...some].filter((one) => others.has(one)).length;
  return both / Math.max(1, some.size + others.size - both);
}
