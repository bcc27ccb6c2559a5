/** Everything `ponte report` tells, before it is put on paper. */
import { stateOfCall } from '../../domain/call-state';
import { type Day, dayIn } from '../../domain/day';
import type { Entry } from '../../domain/entry';
import type { Finding } from '../../domain/finding';
import { textIn } from '../../domain/locale';
import type { Miss } from '../../domain/miss';
import type { Reading } from '../../knowledge/knowledge-base';
import type { LinkHistory } from '../links/history';
import { type CoverageCell, coverageOf } from './coverage';
import { groupMisses, type MissGroup } from './group-misses';
import { type Health, healthOf } from './health';
import { type ToDo, toDoFor } from './to-do';

export interface ReportedEntry {
  readonly id: string;
  readonly file: string;
  readonly kind: Entry['kind'];
  readonly country: string;
  /** In English where there is one. */
  readonly title: string;
  readonly locale: string;
  /** Of a call. */
  readonly state?: string;
  readonly isShown: boolean;
  readonly checked: Day;
  readonly reviewBy: Day;
  readonly health: Health;
  readonly toDo: ToDo;
}

export interface Report {
  readonly day: Day;
  /** Who must act first: review overdue, longest first; then by urgency, worst health first. */
  readonly entries: readonly ReportedEntry[];
  readonly coverage: readonly CoverageCell[];
  readonly questions: readonly MissGroup[];
  /** Files with errors: they are in none of the above. */
  readonly brokenFiles: readonly string[];
}

/** What a report is made from; a `Reading` is one. */
interface Reported {
  readonly knowledge: Pick<Reading['knowledge'], 'entries' | 'vocabularies'>;
  /** Also those that are not verified yet. */
  readonly files: { readonly entries: readonly Entry[] };
  readonly findings: readonly Pick<Finding, 'severity' | 'file'>[];
}

export function makeReport(reading: Reported, history: LinkHistory, misses: readonly Miss[], at: Date): Report {
  const { knowledge, files, findings } = reading;
  const shown = new Set(knowledge.entries.map(({ id }) => id));
  const entries = [...knowledge.entries, ...files.entries.filter(({ id }) => !shown.has(id))];
  const day = dayIn(at, 'UTC');
  const broken = findings.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  return {
    day,
    entries: entries.map((entry) => reportEntry(entry, day, history, at)).sort(byUrgency),
    coverage: coverageOf(knowledge.entries),
    questions: groupMisses(misses, knowledge.vocabularies),
    brokenFiles: [...new Set(broken)].sort(),
  };
}

function reportEntry(entry: Entry, today: Day, history: LinkHistory, at: Date): ReportedEntry {
  const { id, file, kind, country, checked, reviewBy, verified } = entry;
  const health = healthOf(entry, today, history);
  const { text: title, locale } = textIn(entry.title, 'en', entry.locale);
  const state = entry.kind === 'call' ? { state: stateOfCall(entry.call, reviewBy, at) } : {};
  return { id, file, kind, country, title, locale, ...state, isShown: verified, checked, reviewBy, health, toDo: toDoFor(entry, health) };
}

function byUrgency(a: ReportedEntry, b: ReportedEntry): number {
  const byDays = a.toDo.urgency === 0 || a.toDo.urgency === 3 ? a.health.daysLeft - b.health.daysLeft : 0;
  return a.toDo.urgency - b.toDo.urgency || byDays || a.health.score - b.health.score || (a.id < b.id ? -1 : 1);
}
