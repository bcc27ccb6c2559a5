/** Which entries people meet that they did not, and the reverse. */
import type { Entry } from '../../domain/entry';
import { textIn } from '../../domain/locale';
import type { Versions } from './open-folder';

export interface EntryChange {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** `not-served`: the file is there, but it is broken or no longer verified. */
  readonly change: 'added' | 'changed' | 'removed' | 'not-served';
  /** Which parts of it changed: `title`, `call`, `body` … */
  readonly parts: readonly string[];
}

/** Sorted by change and id. `hasFile` tells whether a path of the edited folder exists. */
export function compareEntries({ base, edited }: Versions, hasFile: (file: string) => boolean): EntryChange[] {
  const before = new Map(base.entries.map((entry) => [entry.id, entry]));
  const after = new Map(edited.entries.map((entry) => [entry.id, entry]));
  const gone = base.entries
    .filter(({ id }) => !after.has(id))
    .map((entry) => describe(entry, hasFile(entry.file) ? 'not-served' : 'removed'));
  const here = edited.entries.flatMap((entry) => {
    const was = before.get(entry.id);
    if (!was) return [describe(entry, 'added')];
    // Folders that were opened together share what is the same in both.
    const parts = was === entry ? [] : changedParts(was, entry);
    return parts.length > 0 ? [describe(entry, 'changed', parts)] : [];
  });
  return [...gone, ...here].sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || (a.id < b.id ? -1 : 1));
}

const ORDER: readonly EntryChange['change'][] = ['not-served', 'removed', 'added', 'changed'];

const describe = (entry: Entry, change: EntryChange['change'], parts: readonly string[] = []): EntryChange => ({
  id: entry.id,
  title: textIn(entry.title, 'en', entry.locale).text,
  file: entry.file,
  change,
  parts,
});

/** Moving a file changes nothing for people; a translation that is served or not does. */
function changedParts(was: Entry, is: Entry): string[] {
  const before: Readonly<Record<string, unknown>> = { ...was, bodies: undefined, body: was.bodies, file: undefined };
  const after: Readonly<Record<string, unknown>> = { ...is, bodies: undefined, body: is.bodies, file: undefined };
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(sorted(before[name])) !== JSON.stringify(sorted(after[name]))).sort();
}

/** The order of keys in a file says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
