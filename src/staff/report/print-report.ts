/** `ponte report` in a terminal. */
import { plainLine } from '../plain-line';
import { countryGrid, type Grid, languageGrid } from './coverage';
import type { MissGroup } from './group-misses';
import { PARTS, type PartName, WEIGHTS } from './health';
import type { Report, ReportedEntry } from './make-report';
import { URGENCIES } from './to-do';

/** Rows shown; the page and `--json` have all. */
const MOST_ENTRIES = 25;
const MOST_QUESTIONS = 15;

export function reportLines(report: Report): string[] {
  return [
    ...summary(report),
    '',
    ...actLines(report.entries),
    '',
    'Entries by country and kind',
    ...gridLines(countryGrid(report.coverage)),
    '',
    'Entries with a body in each language, in percent',
    ...gridLines(languageGrid(report.coverage)),
    '',
    ...questionLines(report.questions),
  ];
}

function summary({ day, entries, brokenFiles }: Report): string[] {
  const counts = URGENCIES.map((name, urgency) => `${entries.filter(({ toDo }) => toDo.urgency === urgency).length} ${name}`);
  return [
    `Report of ${day}: ${entries.length} entries, health ${averageScore(entries)} of 100`,
    counts.join(' · '),
    ...brokenFiles.map((file) => `left out, because it has errors ("ponte check" says which): ${plainLine(file)}`),
  ];
}

export const averageScore = (entries: readonly ReportedEntry[]): number =>
  Math.round(entries.reduce((sum, { health }) => sum + health.score, 0) / Math.max(1, entries.length));

const SHORT: Readonly<Record<PartName, string>> = {
  freshness: 'fresh',
  sources: 'src',
  languages: 'lang',
  readability: 'plain',
  links: 'links',
};

function actLines(entries: readonly ReportedEntry[]): string[] {
  const toAct = entries.filter(({ toDo }) => toDo.urgency < 5);
  if (toAct.length === 0) return ['Nothing to do.'];
  const width = Math.max(...toAct.slice(0, MOST_ENTRIES).map(({ id }) => id.length), 5);
  const head = `health  ${PARTS.map((name) => SHORT[name].padStart(5)).join(' ')}  ${'entry'.padEnd(width)}  review by   what to do`;
  const rest = toAct.length - MOST_ENTRIES;
  return [
    'Who must act',
    head,
    ...toAct.slice(0, MOST_ENTRIES).map((entry) => entryLine(entry, width)),
    ...(rest > 0 ? [`… and ${rest} more: --html FILE shows all, --json for machines`] : []),
  ];
}

function entryLine({ id, health, reviewBy, toDo }: ReportedEntry, width: number): string {
  const parts = PARTS.map((name) => pointsOf(health.parts[name].share, WEIGHTS[name]).padStart(5));
  return `${String(health.score).padStart(6)}  ${parts.join(' ')}  ${id.padEnd(width)}  ${reviewBy}  ${toDo.what.join('; ')}`;
}

/** Points of a part, "–" when it could not be judged. */
export const pointsOf = (share: number | undefined, of: number): string => (share === undefined ? '–' : String(Math.round(share * of)));

function gridLines({ rows, columns, cells }: Grid): string[] {
  const widths = columns.map((name) => Math.max(4, name.length));
  const line = (first: string, values: readonly string[]) =>
    `${first.padEnd(14)}${values.map((value, n) => value.padStart((widths[n] ?? 4) + 2)).join('')}`;
  return [
    line('', columns),
    ...rows.map((name, row) =>
      line(
        name,
        (cells[row] ?? []).map((value) => String(value || '·')),
      ),
    ),
  ];
}

function questionLines(questions: readonly MissGroup[]): string[] {
  if (questions.length === 0) return ['Questions that found nothing: none is recorded.'];
  const rest = questions.length - MOST_QUESTIONS;
  return [
    'Questions that found nothing (personal details masked)',
    ...questions
      .slice(0, MOST_QUESTIONS)
      .flatMap(({ count, last, locales, outcomes, examples: [first, ...others] }) => [
        `${String(count).padStart(5)} ×  ${plainLine(first ?? '')}`,
        ...others.map((example) => `         ${plainLine(example)}`),
        `         ${Object.keys(locales).join(', ')}; ${Object.keys(outcomes).join(', ')}; last asked ${last}`,
      ]),
    ...(rest > 0 ? [`… and ${rest} more groups`] : []),
  ];
}
