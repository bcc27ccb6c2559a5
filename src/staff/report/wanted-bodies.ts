/** In which languages an entry should have a body. */
import type { Entry } from '../../domain/entry';
import { LOCALES, type Locale } from '../../domain/locale';

/** The same as the rules `body-languages` and `guide-languages` of `ponte check` ask for. */
export function bodiesWanted({ kind, locale }: Entry): readonly Locale[] {
  if (kind === 'site') return [];
  return kind === 'guide' ? LOCALES : [...new Set([locale, 'en' as const])];
}

export const missingBodies = (entry: Entry): Locale[] => bodiesWanted(entry).filter((locale) => entry.bodies[locale] === undefined);
