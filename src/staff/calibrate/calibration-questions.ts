/** Questions whose answer is known: those that people judged, and those that an entry's own names make. */
import type { Question } from '../../answering/answer';
import { MAX_QUESTION } from '../../answering/answer';
import type { Entry } from '../../domain/entry';
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { LOCALES } from '../../domain/locale';
import { fold } from '../../language/fold';
import { type AskRooms, questionOf } from '../ask';
import { evenly, type GoldenQuestion } from '../diff/golden-questions';

/** Asked at most, evenly spread over the folder: each takes two searches of some milliseconds. */
export const MOST_GOLDEN = 2_000;
const MOST_MADE = 600;

export interface CalibrationQuestion {
  readonly question: Question;
  /** Ids of the entries that answer it; empty when the folder cannot. */
  readonly relevant: readonly string[];
  readonly source: 'golden' | 'made';
  /** What it is about: questions of one subject are never fitted on and measured by at the same time. */
  readonly about: string;
}

/** The judged ones. A question whose every entry is missing, because its file is gone or broken, tells nothing: it is left out. */
export function goldenQuestions(questions: readonly GoldenQuestion[], rooms: AskRooms): readonly CalibrationQuestion[] {
  return questions.flatMap(({ id, question, locale, site, at, relevant: named }): CalibrationQuestion[] => {
    if (!named) return [];
    const relevant = [...new Set(named.flatMap((one) => rooms.knowledge.findEntry(one)?.id ?? []))];
    if (named.length > 0 && relevant.length === 0) return [];
    const about = [...relevant].sort()[0] ?? `unanswerable ${id}`;
    return [{ question: questionOf({ question, locale, site, at }, rooms), relevant, source: 'golden', about }];
  });
}

/** Of each entry a title, in another language than the entry before it, and another name where it has one. */
export function madeQuestions(rooms: AskRooms): readonly CalibrationQuestion[] {
  const entries = rooms.knowledge.entries.filter(({ kind }) => kind !== 'site');
  const bearers = bearersOf(entries);
  const all = entries.flatMap((entry, n) =>
    namesOf(entry, n).map(({ text, locale }): CalibrationQuestion => {
      const question = questionOf({ question: text.slice(0, MAX_QUESTION), locale }, rooms);
      return { question, relevant: bearers.get(fold(text)) ?? [entry.id], source: 'made', about: entry.id };
    }),
  );
  return evenly(all, MOST_MADE);
}

type Name = { readonly text: string } & Pick<Question, 'locale'>;

function namesOf({ title, otherNames, locale }: Entry, n: number): Name[] {
  const told = LOCALES.filter((one) => title[one] !== undefined);
  const chosen = told[n % told.length] ?? locale;
  const names = [...(title[chosen] ? [{ text: title[chosen], locale: chosen }] : []), ...otherNames.map((text) => ({ text, locale }))];
  return names.slice(0, 2);
}

/** Name → ids of all that have it: sister calls of several years often share one. */
function bearersOf(entries: KnowledgeBase['entries']): ReadonlyMap<string, readonly string[]> {
  const bearers = new Map<string, string[]>();
  for (const { id, title, otherNames } of entries)
    for (const name of new Set([...Object.values(title), ...otherNames].map(fold))) bearers.set(name, [...(bearers.get(name) ?? []), id]);
  return bearers;
}
