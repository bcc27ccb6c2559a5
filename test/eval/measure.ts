/** How well questions were answered. All shares are 0…1; an empty group gives 0. */
import type { Locale } from '../../src/domain/locale';
import { figuresIn } from '../../src/language/figures';
import type { askOne } from '../../src/staff/ask';
import type { EvalQuestion } from './questions';

export interface Asked {
  readonly question: EvalQuestion;
  readonly answer: Awaited<ReturnType<typeof askOne>>;
}

export interface Scores {
  readonly questions: number;
  /** The best entry is relevant. */
  readonly hit1: number;
  /** Of the relevant entries, at most five of them, how many are among the first five. */
  readonly recall5: number;
  readonly ndcg10: number;
  /** Answered, of those the folder can answer. */
  readonly answered: number;
  /** Answered from a relevant entry. */
  readonly right: number;
  /** Told from a passage that answers, of those answered from a relevant entry whose passages were judged. */
  readonly passage: number;
  /** Not answered, of those it cannot. */
  readonly refused: number;
  /** Every figure a right answer must hold is in it, of the fact questions. */
  readonly facts: number;
  readonly language: number;
  /** How far the confidence told is from how often it is right, on average (expected calibration error, ten bins). */
  readonly calibration: number;
  /** Median time of an answer in the process. */
  readonly ms: number;
  readonly msP95: number;
}

/** Outcomes that give an answer from an entry. "Nothing for this place, but for another" is a refusal with a hint. */
const ANSWERED: readonly string[] = ['answered', 'answered-partly', 'call-closed', 'stale-evidence'];

export const isAnswered = ({ answer }: Asked): boolean => ANSWERED.includes(answer.outcome);
export const isHit = ({ question, answer }: Asked): boolean => question.relevant.includes(answer.hits[0]?.entry ?? '');
export const isRight = (asked: Asked): boolean =>
  asked.question.relevant.length === 0
    ? !isAnswered(asked)
    : isAnswered(asked) && asked.question.relevant.includes(asked.answer.citations[0]?.entry ?? '');

const judgedPassages = ({ question, answer }: Asked): readonly number[] => question.passages[answer.citations[0]?.entry ?? ''] ?? [];

export const isPassageJudged = (asked: Asked): boolean => isAnswered(asked) && judgedPassages(asked).length > 0;

/** Where no sentence is picked the summary is shown. */
export function isFromPassage(asked: Asked): boolean {
  const [first] = asked.answer.passages;
  const number = Number(/#(\d+)\./.exec(first ?? '#0.')?.[1]);
  return judgedPassages(asked).includes(number);
}

export function measure(asked: readonly Asked[]): Scores {
  const answerable = asked.filter(({ question }) => question.relevant.length > 0);
  const others = asked.filter(({ question }) => question.relevant.length === 0);
  const factual = answerable.filter(({ question }) => question.facts.length > 0);
  const times = asked.map(({ answer }) => answer.ms).sort((a, b) => a - b);
  return {
    questions: asked.length,
    hit1: share(answerable, isHit),
    recall5: mean(answerable, recallAt5),
    ndcg10: mean(answerable, ndcgAt10),
    answered: share(answerable, isAnswered),
    right: share(answerable, isRight),
    passage: share(asked.filter(isPassageJudged), isFromPassage),
    refused: share(others, (one) => !isAnswered(one)),
    facts: share(factual, tellsFacts),
    language: share(asked, ({ question, answer }) => answer.locale === question.locale),
    calibration: calibrationError(asked),
    ms: round(quantile(times, 0.5)),
    msP95: round(quantile(times, 0.95)),
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const mean = (some: readonly Asked[], of: (one: Asked) => number): number =>
  round(some.reduce((sum, one) => sum + of(one), 0) / Math.max(1, some.length));
const share = (some: readonly Asked[], holds: (one: Asked) => boolean): number => mean(some, (one) => Number(holds(one)));
const quantile = (sorted: readonly number[], at: number): number => sorted[Math.floor(sorted.length * at)] ?? 0;

function recallAt5({ question, answer }: Asked): number {
  const found = answer.hits.slice(0, 5).filter(({ entry }) => question.relevant.includes(entry)).length;
  return found / Math.min(5, question.relevant.length);
}

/** Binary gains, logarithmic discount (Järvelin and Kekäläinen, TOIS 2002). */
function ndcgAt10({ question, answer }: Asked): number {
  const discount = (rank: number) => 1 / Math.log2(rank + 2);
  const gain = answer.hits.slice(0, 10).reduce((sum, { entry }, rank) => sum + (question.relevant.includes(entry) ? discount(rank) : 0), 0);
  const best = question.relevant.slice(0, 10).reduce((sum, _, rank) => sum + discount(rank), 0);
  return gain / best;
}

/** Figures are compared as figures, so that "8.500.000" and "8 500 000" are one; a date needs its day, month and year. */
function tellsFacts({ question, answer }: Asked): boolean {
  const values = new Set(figuresIn(answer.text, answer.locale as Locale).map(({ value }) => value));
  return question.facts.every((fact) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(fact) ?? [];
    if (year === undefined) return values.has(String(Number(fact))) || answer.text.includes(fact);
    return [year, `month ${Number(month)}`, String(Number(day))].every((part) => values.has(part));
  });
}

export interface Bin {
  /** Mean confidence told, and share that was right. */
  readonly told: number;
  readonly right: number;
  readonly count: number;
}

const BINS = 10;

/** By confidence in tenths: what was told against what was so. The confidence is that the first entry answers. */
export function reliability(asked: readonly Asked[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = asked.filter(({ answer }) => Math.min(BINS - 1, Math.floor(answer.confidence * BINS)) === bin);
    return { told: mean(inside, ({ answer }) => answer.confidence), right: share(inside, isHit), count: inside.length };
  });
}

function calibrationError(asked: readonly Asked[]): number {
  const gaps = reliability(asked).map(({ told, right, count }) => (count / Math.max(1, asked.length)) * Math.abs(told - right));
  return round(gaps.reduce((sum, gap) => sum + gap, 0));
}
