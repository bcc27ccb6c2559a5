/** Which language a list of words says it is in. */
import { basename } from 'node:path';
import { findLocale, LOCALES, type Locale } from '../../domain/locale';
import { FileRefused } from '../import/table';

/** ISO 639-2 and 639-3, with both codes where a language has two. */
const THREE_LETTERS: Readonly<Record<string, Locale>> = {
  eng: 'en',
  spa: 'es',
  cat: 'ca',
  fra: 'fr',
  fre: 'fr',
  ita: 'it',
  por: 'pt',
  deu: 'de',
  ger: 'de',
  ell: 'el',
  gre: 'el',
  slv: 'sl',
  hrv: 'hr',
  sqi: 'sq',
  alb: 'sq',
  als: 'sq',
};

/** `ita`, `it`, `it-IT` → `it`; undefined for a language that is none of the eleven. */
export const localeOfCode = (code: string): Locale | undefined => THREE_LETTERS[code.toLowerCase()] ?? findLocale(code);

/** `occupations_en.csv`, `skills-el.csv` → the language at the end of the name. */
export const localeOfName = (path: string): Locale | undefined =>
  localeOfCode(/[_.-]([a-z]{2,3})\.[a-z]+(?:\.gz)?$/i.exec(basename(path))?.[1] ?? '');

/** `eng-spa.index` → its two languages, of which some may be none of ours. */
export function pairOfName(path: string): readonly [Locale | undefined, Locale | undefined] | undefined {
  const [, from, to] = /^(?:freedict-)?([a-z]{3})-([a-z]{3})\./i.exec(basename(path)) ?? [];
  return from === undefined || to === undefined ? undefined : [localeOfCode(from), localeOfCode(to)];
}

/** What was given with `--locale`, else what the file says. Throws FileRefused. */
export function languageOf(given: string | undefined, said: Locale | undefined): Locale {
  const locale = given === undefined ? said : findLocale(given);
  if (locale) return locale;
  throw given === undefined
    ? new FileRefused('it does not say which language it is in', 'Give --locale for each file, in their order.')
    : new FileRefused(`"${given}" is none of our languages`, `Write one of ${LOCALES.join(' ')}.`);
}
