/** The questions of the evaluation, as their writers judged them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Locale } from '../../src/domain/locale';

export const EvalQuestion = z.strictObject({
  id: z.string(),
  locale: Locale,
  question: z.string(),
  kind: z.enum(['fact', 'definition', 'who', 'list', 'how', 'need', 'unanswerable']),
  /** Ids of every entry that answers it, best first; empty when the folder cannot answer. */
  relevant: z.array(z.string()),
  /** Of relevant entries with more than one section: numbers of the passages that answer, best first; 0 is title and summary. */
  passages: z.record(z.string(), z.array(z.int().min(0)).min(1)).default({}),
  /** Digits, or an ISO date, that a right answer must contain. */
  facts: z.array(z.string()).default([]),
  note: z.string().optional(),
  /** Weights and thresholds are chosen on `tune`; what is reported is `test`. Split by the first relevant entry. */
  split: z.enum(['tune', 'test']),
});
export type EvalQuestion = z.infer<typeof EvalQuestion>;

/** From here as well as from a bundle in `dist/bench`. */
const FILE = join(__dirname, '..', '..', 'test', 'eval', 'questions.jsonl');

export const readQuestions = (): EvalQuestion[] =>
  readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => EvalQuestion.parse(JSON.parse(line)));
