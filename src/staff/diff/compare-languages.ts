/** What an edit says in some languages and not in others. */
import type { Entry } from '../../domain/entry';
import { LOCALES, type Locale } from '../../domain/locale';
import type { Versions } from './open-folder';

export interface LanguageChange {
  readonly id: string;
  /**
   * `stale`: the translation was made from the text before the edit, and is not served. `lost`: its file is gone.
   * `missing`: other languages have this, this one does not. `behind`: the entry's own language was changed, this one was not.
   */
  readonly problem: 'stale' | 'lost' | 'missing' | 'behind';
  readonly what: 'body' | 'title' | 'summary';
  readonly locales: readonly Locale[];
}

/** Of entries that the edit added or changed; what was so before is no news. */
export function compareLanguages({ base, edited }: Versions, hasFile: (file: string) => boolean): LanguageChange[] {
  const before = new Map(base.entries.map((entry) => [entry.id, entry]));
  return edited.entries.flatMap((entry) => {
    const was = before.get(entry.id);
    if (was === entry) return [];
    const changes = [...bodyChanges(was, entry, hasFile), ...wordChanges(was, entry, 'title'), ...wordChanges(was, entry, 'summary')];
    return changes.filter(({ locales }) => locales.length > 0);
  });
}

function bodyChanges(was: Entry | undefined, is: Entry, hasFile: (file: string) => boolean): LanguageChange[] {
  const gone = LOCALES.filter((locale) => was?.bodies[locale] !== undefined && is.bodies[locale] === undefined);
  const isThere = (locale: Locale) => hasFile(is.file.replace(/\.md$/, `.${locale}.md`));
  const isTranslated = Object.keys(is.bodies).length > 1;
  const lacking = isTranslated ? LOCALES.filter((locale) => is.bodies[locale] === undefined && !gone.includes(locale)) : [];
  const news = was && Object.keys(was.bodies).length >= Object.keys(is.bodies).length ? [] : lacking;
  const one = (problem: LanguageChange['problem'], locales: readonly Locale[]): LanguageChange => ({
    id: is.id,
    problem,
    what: 'body',
    locales,
  });
  return [
    one('stale', gone.filter(isThere)),
    one(
      'lost',
      gone.filter((locale) => !isThere(locale)),
    ),
    one('missing', news),
  ];
}

function wordChanges(was: Entry | undefined, is: Entry, what: 'title' | 'summary'): LanguageChange[] {
  const [before, after] = [was?.[what] ?? {}, is[what]];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const missing = LOCALES.filter((locale) => after[locale] === undefined);
  const isNewInOwn = was !== undefined && before[is.locale] !== after[is.locale];
  const behind = isNewInOwn ? LOCALES.filter((locale) => after[locale] !== undefined && after[locale] === before[locale]) : [];
  return [
    { id: is.id, problem: 'missing', what, locales: missing },
    { id: is.id, problem: 'behind', what, locales: behind },
  ];
}
