/** Which kind of applicant or topic somebody speaks of: phrases → vocabulary ids. */
import { LOCALES, type Locale } from '../domain/locale';
import type { Term } from '../domain/vocabulary';
import { PhraseFinder } from './phrases';

export interface TermFinder {
  /** Ids in the order they were said, each once. Phrases of the language spoken are tried, then of all. */
  find(text: string, locale: Locale): string[];
  /** The text without the phrases of the language spoken. */
  cut(text: string, locale: Locale): string;
  /** The text with another phrase in place of each of the language spoken. */
  replace(text: string, locale: Locale, phrase: string): string;
}

export function makeTermFinder(terms: ReadonlyMap<string, Term>): TermFinder {
  const finders = new Map<Locale, PhraseFinder<string>>();
  const every = new PhraseFinder<string>('words');
  for (const locale of LOCALES) {
    const finder = new PhraseFinder<string>('words');
    for (const term of terms.values()) {
      for (const phrase of [term.name[locale] ?? '', ...(term.said[locale] ?? [])]) {
        finder.add(term.id, phrase);
        every.add(term.id, phrase);
      }
    }
    finders.set(locale, finder);
  }
  return {
    find: (text, locale) => {
      const own = finders.get(locale)?.find(text, locale) ?? [];
      const found = own.length > 0 ? own : every.find(text, locale);
      return [...new Set(found.map((one) => one.value))];
    },
    cut: (text, locale) => finders.get(locale)?.cut(text, locale) ?? text,
    replace: (text, locale, phrase) => finders.get(locale)?.replace(text, locale, phrase) ?? text,
  };
}
