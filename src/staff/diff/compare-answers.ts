/** Golden questions whose answer is another one after the edit. */
import type { Outcome } from '../../domain/outcome';
import { askOne } from '../ask';
import type { GoldenQuestion } from './golden-questions';
import type { Sides } from './open-folder';

/** What is compared of an answer. */
export interface GoldenAnswer {
  readonly outcome: Outcome;
  /** Id of the first entry cited. */
  readonly first?: string;
  /** Address of each entry cited, or its id where it has none, in the order shown. */
  readonly citations: readonly string[];
}

export interface AnswerChange {
  readonly id: string;
  readonly question: string;
  readonly before: GoldenAnswer;
  readonly after: GoldenAnswer;
  readonly changed: readonly ('outcome' | 'entry' | 'citation')[];
  /** `other` where nobody can tell without reading: staff decide. */
  readonly verdict: 'better' | 'worse' | 'other';
}

/** Asks one after the other: the two sides never wait for each other in the same answer. */
export async function compareAnswers(sides: Sides, questions: readonly GoldenQuestion[], at: Date): Promise<AnswerChange[]> {
  const changes: AnswerChange[] = [];
  for (const question of questions) {
    const before = await answerOf(sides.base, question, at);
    const after = await answerOf(sides.edited, question, at);
    const changed = changesOf(before, after);
    if (changed.length === 0) continue;
    const verdict = verdictOn(before, after, question.relevant);
    changes.push({ id: String(question.id), question: question.question, before, after, changed, verdict });
  }
  const order: readonly AnswerChange['verdict'][] = ['worse', 'other', 'better'];
  return changes.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

async function answerOf(side: Sides['base'], { id, question, locale, site, at: day }: GoldenQuestion, at: Date): Promise<GoldenAnswer> {
  const { outcome, citations } = await askOne({ id, question, locale, site, at: day }, { ...side, now: () => at });
  const first = citations[0]?.entry;
  return { outcome, ...(first === undefined ? {} : { first }), citations: citations.map(({ entry, url }) => url ?? entry) };
}

function changesOf(before: GoldenAnswer, after: GoldenAnswer): AnswerChange['changed'] {
  return [
    ...(before.outcome === after.outcome ? [] : (['outcome'] as const)),
    ...(before.first === after.first ? [] : (['entry'] as const)),
    ...(before.citations.join('\n') === after.citations.join('\n') ? [] : (['citation'] as const)),
  ];
}

/** An entry was shown as the answer, even if it says that the call is closed. */
const ANSWERS: readonly Outcome[] = ['answered', 'answered-partly', 'call-closed', 'stale-evidence'];

function verdictOn(before: GoldenAnswer, after: GoldenAnswer, relevant: readonly string[] | undefined): AnswerChange['verdict'] {
  const rank = (answer: GoldenAnswer): number => {
    const isAnswer = ANSWERS.includes(answer.outcome);
    if (!relevant) return isAnswer ? 1 : 0;
    // A question that the folder cannot answer is best not answered.
    if (relevant.length === 0) return isAnswer ? 0 : 1;
    return isAnswer && answer.first !== undefined && relevant.includes(answer.first) ? 1 : 0;
  };
  const gain = rank(after) - rank(before);
  return gain > 0 ? 'better' : gain < 0 ? 'worse' : 'other';
}
