/** The kind of applicant that a few words name and nothing else: "asociaciones", "für Gemeinden". In whatever number and case it stands. */
import type { Locale } from '../domain/locale';
import type { Term } from '../domain/vocabulary';
import { contentStems } from '../retrieval/glossary';

type Terms = ReadonlyMap<string, Term>;

const known = new WeakMap<Terms, Map<Locale, ReadonlyMap<string, string>>>();

/** Its id. */
export const applicantAlone = (text: string, locale: Locale, terms: Terms): string | undefined =>
  phrasesIn(locale, terms).get(keyOf(text, locale));

/** Stems of each phrase → id; the first of equal ones wins. */
function phrasesIn(locale: Locale, terms: Terms): ReadonlyMap<string, string> {
  const byLocale = known.get(terms) ?? new Map<Locale, ReadonlyMap<string, string>>();
  known.set(terms, byLocale);
  const before = byLocale.get(locale);
  if (before) return before;
  const phrases = new Map<string, string>();
  for (const { id, name, said } of terms.values())
    for (const phrase of [name[locale] ?? '', ...(said[locale] ?? [])]) {
      const key = keyOf(phrase, locale);
      if (key !== '' && !phrases.has(key)) phrases.set(key, id);
    }
  byLocale.set(locale, phrases);
  return phrases;
}

const keyOf = (text: string, locale: Locale): string => contentStems(text, locale).join(' ');
