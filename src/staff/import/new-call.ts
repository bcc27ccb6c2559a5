/** A row that is new → the text of a file: valid, and not shown until staff have completed it. */
import type { Day } from '../../domain/day';
import { flow } from './edit-front-matter';
import type { Given } from './given';
import type { RowFacts } from './read-row';

export interface NewCall {
  readonly id: string;
  readonly facts: RowFacts;
  readonly given: Given;
  readonly topics: readonly string[];
  readonly audience: readonly string[];
  readonly today: Day;
  readonly reviewBy: Day;
}

/** Characters a description may have to be shown as the summary; longer ones are the body. */
const MAX_SUMMARY = 300;

/** The clock of each country's offices (IANA). Others use Brussels. */
const TIME_ZONES: Readonly<Record<string, string>> = {
  AL: 'Europe/Tirane',
  AT: 'Europe/Vienna',
  BG: 'Europe/Sofia',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
};

export function writeNewCall({ id, facts, given, topics, audience, today, reviewBy }: NewCall): string {
  const summary = facts.summary !== undefined && facts.summary.length <= MAX_SUMMARY ? facts.summary : facts.title;
  const body = [facts.summary === summary ? undefined : facts.summary, facts.applicants].filter((text) => text !== undefined);
  const line = (key: string, value: Parameters<typeof flow>[0] | undefined): string[] =>
    value === undefined ? [] : [`  ${key}: ${flow(value)}`];
  return [
    '---',
    `id: ${id}`,
    'kind: call',
    `locale: ${given.locale}`,
    `country: ${given.country}`,
    `areas: [${(facts.areas ?? given.areas).join(', ')}]`,
    'title:',
    ...line(given.locale, facts.title),
    'summary:',
    ...line(given.locale, summary.replace(/\s*\n\s*/g, ' ')),
    `topics: [${topics.join(', ')}]`,
    ...(audience.length > 0 ? [`audience: [${audience.join(', ')}]`] : []),
    'sources:',
    `  - ${flow({ ...given.source, date: today })}`,
    `checked: ${today}`,
    `reviewBy: ${reviewBy}`,
    'verified: false',
    'call:',
    ...line('timeZone', TIME_ZONES[given.country] ?? 'Europe/Brussels'),
    ...line('authority', facts.authority ?? given.authority),
    ...line('fund', facts.fund),
    ...line('objective', facts.objective),
    ...line('programme', facts.programme),
    ...line('reference', facts.reference),
    ...line('opens', facts.opens),
    ...line('closes', facts.closes),
    ...line('closesAt', facts.closesAt),
    ...(facts.total ? [`  amounts: [${flow(plainAmount(facts.total))}]`] : []),
    ...line('apply', facts.apply),
    ...line('nextCalls', given.source.url),
    ...criteria(facts, audience),
    '---',
    '',
    ...body.flatMap((text) => [text.replace(/^---/gm, '- - -'), '']),
  ].join('\n');
}

/** Amounts leave out what the schema assumes. */
export function plainAmount(total: NonNullable<RowFacts['total']>): Record<string, string | number | boolean> {
  return {
    what: total.what,
    ...(total.min === undefined ? {} : { min: total.min }),
    ...(total.max === undefined ? {} : { max: total.max }),
    ...(total.currency === 'EUR' ? {} : { currency: total.currency }),
    ...(total.about ? { about: true } : {}),
  };
}

/** Only when every part of the cell was understood may a machine judge by it; else a person reads the words. */
function criteria(facts: RowFacts, audience: readonly string[]): string[] {
  if (facts.applicants === undefined) return [];
  const quote = facts.applicants.replace(/^---/gm, '- - -').replace(/\s+/g, ' ');
  const rule = audience.length > 0 ? { operator: 'one-of', value: audience } : { operator: 'needs-a-person' };
  return ['  criteria:', `    - ${flow({ id: 'applicant', about: 'applicant', ...rule, quote })}`];
}
