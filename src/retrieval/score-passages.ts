/** A question put to every word index. All scores are BM25 on one scale, so lists of different languages merge by maximum. */
import type { Gate } from './gate';
import type { Glossary } from './glossary';
import { groupsFor, type QuestionGroup } from './groups';
import type { AnalysedQuestion } from './question';
import type { Scores } from './scores';
import type { Weights } from './weights';
import type { WordIndex } from './word-index';

/** What one asked language looked for in one index. */
export interface Match {
  readonly question: AnalysedQuestion;
  readonly index: WordIndex;
  readonly groups: readonly QuestionGroup[];
}

/** Scores of passages that `gate` lets through are raised in `into`. */
export function scorePassages(
  questions: readonly AnalysedQuestion[],
  indexes: readonly WordIndex[],
  glossary: Glossary,
  weights: Weights,
  gate: Gate,
  into: Scores,
): Match[] {
  return indexes.flatMap((index) =>
    questions.map((question) => {
      const groups = groupsFor(question, index, glossary, weights);
      const terms = groups.map((group) => group.terms);
      if (index.locale === question.locale) index.scoreOwn(terms, question.letters, weights.letters, gate, into);
      else index.scoreAcross(terms, weights, gate, into);
      return { question, index, groups };
    }),
  );
}
