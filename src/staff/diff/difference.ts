/** What an edit changes for people, as values: the terminal and the page tell the same. */
import { type AnswerChange, compareAnswers } from './compare-answers';
import { type CallChange, compareCalls } from './compare-calls';
import { compareDesks, type DeskLoss } from './compare-desks';
import { compareEntries, type EntryChange } from './compare-entries';
import { compareLanguages, type LanguageChange } from './compare-languages';
import { chooseQuestions, type GoldenQuestion } from './golden-questions';
import type { Sides } from './open-folder';

export interface Difference {
  /** How the two folders are named to the reader. */
  readonly base: string;
  readonly edited: string;
  readonly at: Date;
  readonly entries: readonly EntryChange[];
  readonly answers: readonly AnswerChange[];
  /** Questions asked, of how many there are. */
  readonly asked: { readonly count: number; readonly of: number };
  readonly calls: readonly CallChange[];
  readonly desks: readonly DeskLoss[];
  readonly languages: readonly LanguageChange[];
}

export interface CompareOptions {
  readonly names: { readonly base: string; readonly edited: string };
  readonly questions: readonly GoldenQuestion[];
  /** Most questions that are asked. */
  readonly limit: number;
  /** Is there a file of this path in the edited folder, served or not? */
  readonly hasFile: (file: string) => boolean;
  readonly at: Date;
}

export async function compareFolders(sides: Sides, options: CompareOptions): Promise<Difference> {
  const { questions, limit, hasFile, at, names } = options;
  const knowledge = { base: sides.base.knowledge, edited: sides.edited.knowledge };
  const entries = compareEntries(knowledge, hasFile);
  const touched = new Set(entries.map(({ id }) => id));
  const isSame = knowledge.base.digest === knowledge.edited.digest;
  const asked = isSame ? [] : chooseQuestions(questions, limit, (id) => touched.has(id));
  return {
    ...names,
    at,
    entries,
    answers: await compareAnswers(sides, asked, at),
    asked: { count: asked.length, of: questions.length },
    calls: compareCalls(knowledge, at),
    desks: compareDesks(knowledge),
    languages: compareLanguages(knowledge, hasFile),
  };
}

/** Is somebody left worse off? What is merely other, or is gone because staff took it away, is not counted. */
export const isWorse = ({ entries, answers, desks }: Difference): boolean =>
  desks.length > 0 || entries.some(({ change }) => change === 'not-served') || answers.some(({ verdict }) => verdict === 'worse');
