/** Names of months in all our languages → their number. */
import { LOCALES, type Locale } from '../../domain/locale';
import { fold } from '../../language/fold';

const months = new Map<Locale, ReadonlyMap<string, number>>();

/** 1–12, from the names and abbreviations of ICU in this language, else in any of ours. */
export function monthOf(word: string, locale: Locale): number | undefined {
  for (const one of [locale, ...LOCALES]) {
    let names = months.get(one);
    if (!names) {
      names = monthNames(one);
      months.set(one, names);
    }
    const found = names.get(monthKey(word));
    if (found) return found;
  }
  return undefined;
}

/** ICU knows Greek months beside a day (Μαρτίου) and not alone (Μάρτιος). */
const monthKey = (word: string): string => word.replace(/(ι?ου|ι?οσ)$/, '');

/** Greek and Croatian have one form alone and one beside a day. */
function monthNames(locale: Locale): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const style of ['long', 'short'] as const)
    for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(new Date(Date.UTC(2027, month - 1, 15))).find(({ type }) => type === 'month');
        const name = monthKey(fold(part?.value ?? '').match(/\p{L}+/u)?.[0] ?? '');
        // Two letters are a preposition somewhere; the key of the Greek May is the exception.
        if ((name.length > 2 || name === 'μα') && !names.has(name)) names.set(name, month);
      }
    }
  return names;
}
