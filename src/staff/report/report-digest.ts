/** The report's numbers for machines that look often: counts, who must act first, coverage, and the questions asked most. */
import type { Report } from './make-report';
import { averageScore } from './print-report';
import { URGENCIES } from './to-do';

/** `ponte report --json` has all. */
const MOST = { entries: 200, questions: 100 };

export function reportDigest({ day, entries, coverage, questions }: Report) {
  return {
    day,
    entries: entries.length,
    averageHealth: averageScore(entries),
    byUrgency: Object.fromEntries(URGENCIES.map((name, urgency) => [name, entries.filter(({ toDo }) => toDo.urgency === urgency).length])),
    mustAct: entries
      .filter(({ toDo }) => toDo.urgency < URGENCIES.length - 1)
      .slice(0, MOST.entries)
      .map(({ id, file, kind, country, reviewBy, health, toDo }) => ({
        id,
        file,
        kind,
        country,
        reviewBy,
        health: health.score,
        urgency: URGENCIES[toDo.urgency],
        toDo: toDo.what,
      })),
    coverage,
    questionsInVain: questions.reduce((sum, { count }) => sum + count, 0),
    questions: questions.slice(0, MOST.questions),
  };
}
