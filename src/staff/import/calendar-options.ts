/** The options of `ponte import calendar`, completed by what the authority's profile remembers. */
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { nutsOf } from '../../domain/area';
import { findLocale, LOCALES } from '../../domain/locale';
import { Given, type Profile } from './given';
import { FileRefused } from './table';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  authority: text,
  country: text,
  area: { type: 'string', multiple: true },
  locale: text,
  source: text,
  'source-title': text,
  topic: { type: 'string', multiple: true },
  sheet: text,
  mapping: text,
  encoding: text,
  apply: flag,
  json: flag,
} as const;
export type CalendarOptions = ReturnType<typeof parseCalendarArgs>['values'];
export const parseCalendarArgs = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });

/** What is said now, else what was said last time. */
export function readGiven(values: CalendarOptions, last: Profile | undefined): ReturnType<typeof Given.safeParse> {
  const before = last?.given;
  const url = values.source ?? before?.source.url;
  const country = values.country ?? '';
  return Given.safeParse({
    authority: values.authority,
    country,
    // Without an area it serves its country.
    areas: values.area ?? before?.areas ?? [nutsOf(country)],
    locale: values.locale === undefined ? before?.locale : findLocale(values.locale),
    source: { url, title: values['source-title'] ?? (values.source === undefined ? before?.source.title : undefined) ?? values.authority },
    topics: values.topic ?? before?.topics ?? [],
  });
}

const NAMES: Readonly<Record<string, string>> = { areas: '--area', topics: '--topic' };
/** One sentence an option. */
export const problemsOf = (error: z.ZodError): string[] =>
  withoutGuessedArea(error.issues).map(({ path, message }) => {
    const name = String(path[0]);
    if (name === 'locale') return `--locale: write the calendar's language, one of ${LOCALES.join(' ')}`;
    if (name === 'source') return "--source: write the address of the authority's page, such as https://example.org/calls";
    return `${NAMES[name] ?? `--${name}`}: ${message}`;
  });

/** An area that was taken from a wrong country is not another mistake. */
export const withoutGuessedArea = <T extends { readonly path: readonly PropertyKey[] }>(issues: readonly T[]): T[] =>
  issues.filter(({ path }) => path[0] !== 'areas' || !issues.some((one) => one.path[0] === 'country'));

/** Throws FileRefused for an area or topic no vocabulary has. */
export function checkWords(
  { areas, topics }: { readonly areas: readonly string[]; readonly topics: readonly string[] },
  known: { areas: ReadonlyMap<string, unknown>; topics: ReadonlyMap<string, unknown> },
): void {
  const area = areas.find((one) => one !== 'EU' && !known.areas.has(one));
  const topic = topics.find((one) => !known.topics.has(one));
  if (area !== undefined) throw new FileRefused(`--area ${area} is no area we know`, 'Use a code of knowledge/vocabularies/areas.yaml.');
  if (topic !== undefined)
    throw new FileRefused(`--topic ${topic} is no topic we know`, 'Use an id of knowledge/vocabularies/topics.yaml.');
}
