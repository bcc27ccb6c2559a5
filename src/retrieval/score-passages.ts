/** A question put to every word index. All scores are BM25 on one scale, so lists of different languages merge by maximum. */
import type { Glossary } from './glossary';
import { groupsFor, type QuestionGroup } from './groups';
import type { AnalysedQuestion } from './question';
import type { ScoredPassage, WordIndex } from './word-index';

export interface ScoreWeights {
  /** Share of the runs of letters beside the words, in the question's own language. */
  readonly letters: number;
  /** Lifts what is found through translations and cognates, which always match less than the words themselves. */
  readonly across: number;
}

/** What one asked language found in one index. */
export interface Match {
  readonly question: AnalysedQuestion;
  readonly index: WordIndex;
  readonly groups: readonly QuestionGroup[];
}

export interface PassageScores {
  /** By passage number; passages without a score are absent. */
  readonly scores: ReadonlyMap<number, number>;
  readonly matches: readonly Match[];
}

export function scorePassages(
  questions: readonly AnalysedQuestion[],
  indexes: Iterable<WordIndex>,
  glossary: Glossary,
  weights: ScoreWeights,
  isAllowed: (passage: number) => boolean,
): PassageScores {
  const scores = new Map<number, number>();
  const matches: Match[] = [];
  for (const index of indexes)
    for (const question of questions) {
      const match = { question, index, groups: groupsFor(question, index, glossary) };
      matches.push(match);
      for (const { passage, score } of scoreOne(match, weights, isAllowed))
        scores.set(passage, Math.max(score, scores.get(passage) ?? 0));
    }
  return { scores, matches };
}

function scoreOne({ question, index, groups }: Match, weights: ScoreWeights, isAllowed: (passage: number) => boolean): ScoredPassage[] {
  const terms = groups.map((group) => group.terms);
  const words = index.scoreWords(terms, isAllowed);
  if (index.locale !== question.locale) { const cl=(globalThis as any).CL??0; const w=words.map(({ passage, score }) => ({ passage, score: score * weights.across })); if(!cl) return w; const let_=new Map(index.scoreLetters(question.letters,isAllowed).map(x=>[x.passage,x.score])); const mb=Math.max(1e-9,...let_.values()),ma=highest(w); return w.map(({passage,score})=>({passage,score:(score+cl*ma*(let_.get(passage)??0)/mb)/(1+cl)})); }
  return addLetters(words, index.scoreLetters(question.letters, isAllowed), weights.letters);
}

/** Each list divided by its maximum and added; the sum goes back to the scale of the words. */
function addLetters(words: readonly ScoredPassage[], letters: readonly ScoredPassage[], share: number): ScoredPassage[] {
  const bestLetters = highest(letters);
  const scale = highest(words) || bestLetters;
  const sums = new Map(words.map(({ passage, score }) => [passage, score]));
  for (const { passage, score } of letters) sums.set(passage, (sums.get(passage) ?? 0) + (share * scale * score) / bestLetters);
  return [...sums].map(([passage, sum]) => ({ passage, score: sum / (1 + share) }));
}

const highest = (list: readonly ScoredPassage[]): number => list.reduce((most, { score }) => Math.max(most, score), 0);
