/** CSV for spreadsheets: one row a call, service or training. RFC 4180 with a byte order mark, because spreadsheets take its absence for another encoding. */
import { stateOfCall } from '../../domain/call-state';
import type { Amount, Entry } from '../../domain/entry';
import { type Locale, textIn } from '../../domain/locale';
import { addressOf, authorityOf, type ExportOptions, type OfferedEntry, offeredOf } from './export-options';

/** Between several values of one cell. No semicolon: a spreadsheet that takes it for a separator would start a new cell there. */
const AND = ' | ';

/** A column and what stands in it; an empty cell where the source says nothing. */
type Column = readonly [heading: string, cell: (entry: OfferedEntry, options: ExportOptions) => string | number | undefined];

const callOf = (entry: OfferedEntry) => (entry.kind === 'call' ? entry.call : undefined);
const trainingOf = (entry: OfferedEntry) => (entry.kind === 'training' ? entry.training : undefined);

function durationOf(entry: OfferedEntry, languages: readonly Locale[]): string | undefined {
  const duration = trainingOf(entry)?.duration;
  return typeof duration === 'object' ? textIn(duration, ...languages).text : duration;
}

const COLUMNS: readonly Column[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['title', ({ title }, { languages }) => textIn(title, ...languages).text],
  ['page', addressOf],
  ['country', ({ country }) => country],
  ['areas_nuts', ({ areas }) => areas.join(AND)],
  ['state', (entry, { at }) => (entry.kind === 'call' ? stateOfCall(entry.call, entry.reviewBy, at) : undefined)],
  ['state_on', (entry, { at }) => (entry.kind === 'call' ? at.toISOString().slice(0, 10) : undefined)],
  ['opens', (entry) => callOf(entry)?.opens],
  ['closes', (entry) => callOf(entry)?.closes],
  ['closes_at', (entry) => callOf(entry)?.closesAt],
  ['time_zone', (entry) => callOf(entry)?.timeZone],
  ['fund', (entry) => callOf(entry)?.fund],
  ['programme', (entry) => callOf(entry)?.programme],
  ['objective', (entry) => callOf(entry)?.objective],
  ['reference', (entry) => callOf(entry)?.reference],
  ['authority', authorityOf],
  ['amounts', (entry) => callOf(entry)?.amounts.map(amountText).join(AND)],
  ['support_rate_min_percent', (entry) => callOf(entry)?.supportRate?.min],
  ['support_rate_max_percent', (entry) => callOf(entry)?.supportRate?.max],
  ['applicants', ({ audience }) => audience.join(AND)],
  ['topics', ({ topics }) => topics.join(AND)],
  [
    'criteria',
    (entry) =>
      callOf(entry)
        ?.criteria.map(({ quote }) => quote)
        .join(AND),
  ],
  ['apply', (entry) => callOf(entry)?.apply],
  ['next_calls', (entry) => callOf(entry)?.nextCalls],
  ['training_format', (entry) => trainingOf(entry)?.format],
  ['training_free', (entry) => trainingOf(entry)?.free?.toString()],
  ['training_duration', (entry, { languages }) => durationOf(entry, languages)],
  ['languages', ({ languages }) => languages.join(AND)],
  ['website', ({ website }) => website],
  ['contact', ({ contact }) => contact?.organisation],
  ['address', ({ contact }) => contact?.address],
  ['phone', ({ contact }) => contact?.phone],
  ['email', ({ contact }) => contact?.email],
  ['sources', ({ sources }) => sources.map(({ title, url }) => (url ? `${title} ${url}` : title)).join(AND)],
  ['checked', ({ checked }) => checked],
  ['review_by', ({ reviewBy }) => reviewBy],
  ['licence', (_entry, { licence }) => licence],
];

/** `total: about 3000 to 7000 EUR` */
function amountText({ what, min, max, currency, about }: Amount): string {
  const span = min !== undefined && max !== undefined && min !== max ? `${min} to ${max}` : boundText(min, max);
  return [`${what}:`, ...(about ? ['about'] : []), span, currency].filter(Boolean).join(' ');
}

function boundText(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return min === undefined ? '' : `from ${min}`;
  return min === max ? String(max) : `up to ${max}`;
}

const headlineColumns = (locale: Locale): Column[] => [
  [`title_${locale}`, ({ title }) => title[locale]],
  [`summary_${locale}`, ({ summary }) => summary[locale]],
];

export function toCsv(entries: readonly Entry[], options: ExportOptions): string {
  const columns = [...COLUMNS, ...options.languages.flatMap(headlineColumns)];
  const rows = offeredOf(entries).map((entry) => columns.map(([, cell]) => cellText(cell(entry, options) ?? '')));
  return `\uFEFF${[columns.map(([heading]) => heading), ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

/**
 * A cell a spreadsheet shows and never runs. What begins with = + - @, a tab or a line end would be a formula: an apostrophe before it
 * makes it text (OWASP, CSV Injection; the wide signs are those of Japanese and Chinese keyboards). The same after a semicolon or a line
 * end, where a spreadsheet set to another separator would begin a new cell.
 */
export function cellText(value: string | number): string {
  const safe = String(value).replace(/^(?=[=+\-@\t\r\n＝＋－＠])|(?<=[;\n\r])(?=[=+\-@\t＝＋－＠])/g, "'");
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
