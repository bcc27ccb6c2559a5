/** A record that is new → the text of a file: valid, and not shown until staff have completed it. */
import type { AreaCode } from '../../domain/area';
import type { Day } from '../../domain/day';
import type { Locale } from '../../domain/locale';
import { flow } from '../import/edit-front-matter';
import type { GivenDirectory } from './given-directory';
import type { ItemFacts } from './item-facts';

export interface NewEntry {
  readonly id: string;
  readonly facts: ItemFacts;
  readonly given: GivenDirectory;
  readonly locale: Locale;
  readonly areas: readonly AreaCode[];
  readonly topics: readonly string[];
  readonly today: Day;
  readonly reviewBy: Day;
}

export function writeEntry({ id, facts, given, locale, areas, topics, today, reviewBy }: NewEntry): string {
  const { title, summary, website, contact, languages, assured, body } = facts;
  return [
    '---',
    `id: ${id}`,
    `kind: ${facts.kind}`,
    `locale: ${locale}`,
    `country: ${given.country}`,
    `areas: [${areas.join(', ')}]`,
    'title:',
    `  ${locale}: ${flow(title)}`,
    'summary:',
    `  ${locale}: ${flow(summary)}`,
    `topics: [${topics.join(', ')}]`,
    ...(website === undefined ? [] : [`website: ${flow(website)}`]),
    ...(Object.keys(contact).length === 0
      ? []
      : ['contact:', ...Object.entries(contact).map(([name, value]) => `  ${name}: ${flow(value)}`)]),
    ...(languages.length === 0 ? [] : [`languages: [${languages.map((code) => flow(code)).join(', ')}]`]),
    'sources:',
    `  - ${flow({ ...given.source, date: assured ?? today })}`,
    `checked: ${today}`,
    `reviewBy: ${reviewBy}`,
    'verified: false',
    '---',
    '',
    body,
    '',
  ].join('\n');
}

/** The same file with another body. */
export function withBody(file: string, body: string): string {
  const end = /\n---[^\S\n]*\n/.exec(file);
  return end ? `${file.slice(0, end.index + end[0].length)}\n${body}\n` : file;
}
