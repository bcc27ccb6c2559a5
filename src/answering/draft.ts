/** A question on its way to an answer, and the ways a step may end it. */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Outcome } from '../domain/outcome';
import type { Log } from '../log';
import type { EntryHit, Retriever } from '../retrieval/retriever';
import type { Answer } from './answer';
import type { Wanted } from './find-hits';
import type { FollowRooms } from './stand-alone';

/**
 * At least this likely: answered. Between the two: "did you mean". Chosen on the tuning half of test/eval, where 0.25, 0.3, 0.35 and 0.4 answer
 * 0.926, 0.913, 0.904 and 0.888 of what can be answered, and refuse 0.794, 0.825, 0.837 and 0.854 of what cannot: half of that are near misses.
 */
export const ANSWER_FROM = 0.3;
/** The best hits are told of, and looked through for more than one answer. */
export const HITS = 10;

export interface Draft extends Wanted {
  /** The question made to stand alone, as it was spelt. */
  readonly standing: string;
  /** Best first. */
  readonly hits?: readonly EntryHit[];
  /** 0…1, that the first of them answers. */
  readonly confidence: number;
}

export type StepResult = Draft | Answer;
export type AnswerStep = (draft: Draft, rooms: AnswerRooms) => StepResult | Promise<StepResult>;

export interface AnswerRooms extends FollowRooms {
  readonly retriever: Retriever;
  readonly log: Log;
}

export function ended({ standing, hits: all = [], confidence, asked }: Draft, outcome: Outcome, found: Partial<Answer> = {}): Answer {
  const hits = all.slice(0, HITS).map(({ entry, score }) => ({ entry, score }));
  return { outcome, question: standing, asked, confidence, entries: [], sentences: [], suggestions: [], hits, ...found };
}

export const entriesOf = ({ hits = [] }: Draft, knowledge: KnowledgeBase): Entry[] =>
  hits.slice(0, HITS).flatMap(({ entry }) => knowledge.findEntry(entry) ?? []);
