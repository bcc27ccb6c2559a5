/** Bodies and their translations, as the rules compare them. */
import type { Entry } from '../../domain/entry';
import type { Locale } from '../../domain/locale';
import type { Translation } from '../../knowledge/knowledge-base';

/** Languages that an entry's body is written in, translations that are out of date included. */
export function languagesOfBody(entry: Entry, translations: readonly Translation[]): Locale[] {
  const own = entry.bodies[entry.locale] === undefined ? [] : [entry.locale];
  return [...own, ...translations.filter(({ id, body }) => id === entry.id && body !== '').map(({ locale }) => locale)];
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
