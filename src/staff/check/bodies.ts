/** Bodies and their translations, as the rules compare them. */
import type { Entry } from '../../domain/entry';
import type { Locale } from '../../domain/locale';
import type { Translation } from '../../knowledge/translations';

/** Tells the languages that an entry's body is written in, translations that are out of date included. The translations are gone through once. */
export function languagesOfBodies(translations: readonly Translation[]): (entry: Entry) => readonly Locale[] {
  const byId = new Map<string, Locale[]>();
  for (const { id, body, locale } of translations) {
    if (body === '') continue;
    const known = byId.get(id);
    if (known) known.push(locale);
    else byId.set(id, [locale]);
  }
  return (entry) => {
    const own = entry.bodies[entry.locale] === undefined ? [] : [entry.locale];
    return [...own, ...(byId.get(entry.id) ?? [])];
  };
}

export interface Pair {
  readonly entry: Entry;
  readonly source: string;
  readonly translation: Translation;
}

/** Each translation with the body it was made from. */
export function bodyPairs(entries: readonly Entry[], translations: readonly Translation[]): Pair[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return translations.flatMap((translation) => {
    const entry = byId.get(translation.id);
    const source = entry?.bodies[entry.locale];
    return entry && source !== undefined ? [{ entry, source, translation }] : [];
  });
}
