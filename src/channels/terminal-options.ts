/** What `npm run chat` is asked for: `-- --locale es --site demo`, or the language alone. */
import { parseArgs } from 'node:util';
import { findLocale, LOCALES, type Locale } from '../domain/locale';

export const TERMINAL_USAGE = `npm run chat -- [--locale LANGUAGE] [--site SITE]

  --locale LANGUAGE  begins in this language, one of ${LOCALES.join(' ')}; else in that of LANG, or in English
  --site SITE        as on the pages of this site, a file of the knowledge folder's sites/; else of PONTE_SITE
  --help             this text
`;

export interface TerminalAsked {
  readonly locale?: Locale;
  readonly site?: string;
  readonly isHelp: boolean;
}

/** `what`: one line that tells what is wrong and what to do. */
export type TerminalReading = { readonly ok: true; readonly asked: TerminalAsked } | { readonly ok: false; readonly what: string };

const OPTIONS = { locale: { type: 'string' }, site: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

export function readTerminalOptions(args: readonly string[]): TerminalReading {
  const parsed = parse(args);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  const [tag = values.locale, more] = positionals;
  if (more !== undefined || (positionals.length > 0 && values.locale !== undefined)) return wrong('More than one language is named');
  const locale = findLocale(tag);
  if (tag !== undefined && locale === undefined) return wrong(`"${tag}" is none of the languages ${LOCALES.join(' ')}`);
  const { site, help: isHelp = false } = values;
  return { ok: true, asked: { isHelp, ...(locale && { locale }), ...(site !== undefined && { site }) } };
}

const wrong = (what: string): TerminalReading => ({ ok: false, what: `${what}. "npm run chat -- --help" tells what can be asked for.` });

/** What is wrong, where it cannot be parsed. */
function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    // What Node says after the first sentence tells how to call parseArgs.
    return String((error as Error).message).split('. ', 1)[0] ?? '';
  }
}
