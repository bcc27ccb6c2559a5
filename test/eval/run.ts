/**
 * `npm run eval`: how well questions are answered from the shipped folder, per language. Not a test: it prints a table and compares
 * with `baseline.json`; `-- --update` writes the baseline. Questions were written by somebody who does not tune the retriever.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LOCALES, Locale } from '../../src/domain/locale';
import { type AskRooms, askOne } from '../../src/staff/ask';
import { openStage } from '../support/stage';

const Question = z.object({ id: z.string(), locale: Locale, question: z.string(), kind: z.string(), relevant: z.array(z.string()) });
type Question = z.infer<typeof Question>;

/** Dates of calls move on; the questions were written for this day. */
const DAY = '2026-11-21';
/** Outcomes that give an answer from an entry. "Nothing for this place, but for another" is a refusal with a hint. */
const ANSWERED = ['answered', 'answered-partly', 'call-closed', 'stale-evidence'];

interface Scores {
  questions: number;
  hit1: number;
  recall5: number;
  answered: number;
  right: number;
  refused: number;
  language: number;
  ms: number;
}

const FILE = join(__dirname, 'questions.jsonl');
const BASELINE = join(__dirname, 'baseline.json');

interface Asked {
  readonly question: Question;
  readonly answer: Awaited<ReturnType<typeof askOne>>;
}

function score(asked: readonly Asked[]): Scores {
  const answerable = asked.filter(({ question }) => question.relevant.length > 0);
  const others = asked.filter(({ question }) => question.relevant.length === 0);
  const share = (some: readonly Asked[], holds: (one: Asked) => boolean) => round(some.filter(holds).length / Math.max(1, some.length));
  const isRelevant = (question: Question, entry: string | undefined) => entry !== undefined && question.relevant.includes(entry);
  const times = asked.map(({ answer }) => answer.ms).sort((a, b) => a - b);
  return {
    questions: asked.length,
    hit1: share(answerable, ({ question, answer }) => isRelevant(question, answer.hits[0]?.entry)),
    recall5: round(
      answerable.reduce(
        (sum, { question, answer }) =>
          sum +
          recall(
            question.relevant,
            answer.hits.slice(0, 5).map((hit) => hit.entry),
          ),
        0,
      ) / Math.max(1, answerable.length),
    ),
    answered: share(answerable, ({ answer }) => ANSWERED.includes(answer.outcome)),
    right: share(
      answerable,
      ({ question, answer }) => ANSWERED.includes(answer.outcome) && isRelevant(question, answer.citations[0]?.entry),
    ),
    refused: share(others, ({ answer }) => !ANSWERED.includes(answer.outcome)),
    language: share(asked, ({ question, answer }) => answer.locale === question.locale),
    ms: round(times[Math.floor(times.length / 2)] ?? 0),
  };
}

const recall = (relevant: readonly string[], found: readonly string[]): number =>
  relevant.filter((id) => found.includes(id)).length / relevant.length;
const round = (value: number): number => Math.round(value * 1000) / 1000;

async function evaluate(isUpdating: boolean, isTelling: boolean): Promise<void> {
  const stage = await openStage();
  const rooms: AskRooms = {
    ...stage.library.current(),
    languages: stage.languages,
    detector: stage.detector,
    defaultSite: 'demo',
    now: () => new Date(`${DAY}T12:00:00Z`),
  };
  const questions = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Question.parse(JSON.parse(line)));
  const asked: Asked[] = [];
  for (const question of questions)
    asked.push({ question, answer: await askOne({ id: question.id, question: question.question, at: DAY }, rooms) });
  const byLocale = LOCALES.map((locale) => [locale, score(asked.filter(({ question }) => question.locale === locale))] as const);
  const table = Object.fromEntries([...byLocale, ['all', score(asked)] as const]);
  console.table(table);
  if (isTelling) tellMisses(asked);
  compare(table);
  if (isUpdating) writeFileSync(BASELINE, `${JSON.stringify(table, null, 2)}\n`);
}

function tellMisses(asked: readonly Asked[]): void {
  for (const { question, answer } of asked) {
    const isAnswered = ANSWERED.includes(answer.outcome);
    const isRight =
      question.relevant.length === 0 ? !isAnswered : isAnswered && question.relevant.includes(answer.citations[0]?.entry ?? '');
    if (!isRight)
      console.log(
        `${question.id} ${answer.outcome} ${answer.confidence} | ${question.question} | ${question.relevant.join(',')} | ${answer.hits
          .slice(0, 3)
          .map((hit) => `${hit.entry}:${hit.score}`)
          .join(' ')}`,
      );
  }
}

function compare(table: Record<string, Scores>): void {
  if (!existsSync(BASELINE)) return;
  const before: Record<string, Scores> = JSON.parse(readFileSync(BASELINE, 'utf8'));
  for (const [locale, now] of Object.entries(table))
    for (const name of ['hit1', 'recall5', 'answered', 'right', 'refused', 'language'] as const) {
      const change = round(now[name] - (before[locale]?.[name] ?? now[name]));
      if (change !== 0) console.log(`${locale} ${name}: ${change > 0 ? '+' : ''}${change} against the baseline`);
    }
}

void evaluate(process.argv.includes('--update'), process.argv.includes('--misses'));
