/** What is given on the command line, and what is remembered from the last time. */
import { parseArgs } from 'node:util';
import { findLocale } from '../../domain/locale';
import type { CommandRooms } from '../command';
import { withoutGuessedArea } from '../import/calendar-options';
import { type DirectoryProfile, GivenDirectory } from './given-directory';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;
const OPTIONS = { directory: text, country: text, locale: text, source: text, area: texts, topic: texts, apply: flag, json: flag } as const;
export const parseOptions = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
export type Values = ReturnType<typeof parseOptions>['values'];

const NAMES: Readonly<Record<string, string>> = { areas: 'area', topics: 'topic' };

/** Undefined, and told, when something is missing. */
export function readGiven(values: Values, last: DirectoryProfile | undefined, { err }: CommandRooms): GivenDirectory | undefined {
  const country = values.country ?? '';
  const given = GivenDirectory.safeParse({
    directory: values.directory,
    country,
    // Without an area it serves its country; NUTS writes Greece as EL.
    areas: values.area ?? last?.given.areas ?? [country === 'GR' ? 'EL' : country],
    locale: values.locale === undefined ? last?.given.locale : findLocale(values.locale),
    source: { url: values.source ?? last?.given.source.url, title: values.directory },
    topics: values.topic ?? last?.given.topics ?? [],
  });
  if (given.success) return given.data;
  const problems = withoutGuessedArea(given.error.issues).map(
    ({ path, message }) => `--${NAMES[String(path[0])] ?? String(path[0])}: ${message.endsWith('undefined') ? 'is missing' : message}`,
  );
  err.write(`ponte import hsds: ${problems.join('; ')}.\n    Add what is missing; it is remembered for the next time.\n`);
  return undefined;
}
