/** Months by their names, in the cases that dates take. */
import type { Locale } from '../domain/locale';
import { grammarOf, inAnyLanguage } from './grammar';

const MONTHS = new Map<Locale, ReadonlyMap<string, number>>();

/** Of the languages whose dates inflect, beside the forms that Intl knows. */
const ENDINGS = ['', ...inAnyLanguage(({ months }) => months.endings)];
const isInflected = (locale: Locale): boolean => grammarOf(locale).months.endings.length > 0;
/** Common words, or names, unless a figure stands near. */
const AMBIGUOUS = new Set(inAnyLanguage(({ months }) => months.alsoWords));
const WITH_CAPITAL: readonly Locale[] = ['en', 'de', 'el', 'sq'];

/** 1–12. `around` is the text near it: where a month is another word too, a figure must stand there. */
export function findMonth(written: string, locale: Locale, around: () => string): number | undefined {
  // Of a thousand words hardly one begins like a month: the others need not be written small, which takes most of the time.
  if (!startsOf(locale).has(written.slice(0, START).toLowerCase())) return undefined;
  const word = written.toLocaleLowerCase(locale);
  const isCapital = word[0] !== written[0];
  if (locale === 'en' && !isCapital) return undefined;
  const isOdd = AMBIGUOUS.has(word) || (isCapital && !WITH_CAPITAL.includes(locale));
  if (isOdd && !/\d/.test(around())) return undefined;
  const months = monthsOf(locale);
  return months.get(word) ?? (isInflected(locale) ? inflectedMonth(word, months) : undefined);
}

function inflectedMonth(word: string, months: ReadonlyMap<string, number>): number | undefined {
  for (const [name, month] of months) {
    const base = /[aeiouëς]$/u.test(name) ? name.slice(0, -1) : name;
    // "oktober" → "oktobra", "marec" → "marca"
    const short = base.replace(/e([rc])$/, '$1');
    for (const start of [base, short]) if (word.startsWith(start) && ENDINGS.includes(word.slice(start.length))) return month;
  }
  return undefined;
}

/** Letters that a month and its cases begin with alike, "mar|ec" and "mar|ca" too. */
const START = 2;
const STARTS = new Map<Locale, ReadonlySet<string>>();

function startsOf(locale: Locale): ReadonlySet<string> {
  const known = STARTS.get(locale);
  if (known) return known;
  const starts = new Set([...monthsOf(locale).keys()].map((name) => name.slice(0, START)));
  STARTS.set(locale, starts);
  return starts;
}

/** Names of the months in the forms that dates take ("marca", "Μαρτίου"), and on their own. */
function monthsOf(locale: Locale): ReadonlyMap<string, number> {
  const known = MONTHS.get(locale);
  if (known) return known;
  const names = new Map<string, number>();
  const forms: Intl.DateTimeFormatOptions[] = [{ month: 'long' }, { day: 'numeric', month: 'long' }, { month: 'long', year: 'numeric' }];
  for (let month = 1; month <= 12; month++)
    for (const form of forms)
      for (const part of new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).formatToParts(
        new Date(Date.UTC(2025, month - 1, 15)),
      ))
        if (part.type === 'month') names.set(part.value.toLocaleLowerCase(locale), month);
  MONTHS.set(locale, names);
  return names;
}
