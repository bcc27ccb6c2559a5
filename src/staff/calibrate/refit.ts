/** Samples → a calibrator fitted to them, and whether it tells better than the one that serves, measured on what it was not fitted to. */
import { ANSWER_FROM } from '../../answering/draft';
import { type Calibrator, calibratorOf } from '../../domain/calibration';
import { type Calibrators, probabilityOf, SHIPPED } from '../../retrieval/confidence';
import { fitLogistic } from './fit-logistic';
import { type Measures, measure, type Told } from './measure-fit';
import { type Reach, type Sample, samplesOf, weightOf } from './samples';

/** By weight. Seven coefficients need some samples each, even where the pull holds those of which little is known. */
export const LEAST_SAMPLES = 60;
const FOLDS = 10;
/** Digits of a coefficient after the point, as it is kept. */
const DIGITS = 3;

export interface Judged extends Measures {
  /** Judged questions, asked with all entries, that would be answered; and those of them that would be answered from the right entry. */
  readonly answered: number;
  readonly answeredRight: number;
}

export interface Refit {
  readonly reach: Reach;
  readonly samples: readonly Sample[];
  /** Sum of their weights. */
  readonly weight: number;
  readonly before: Judged;
  /** Absent when there are too few samples. */
  readonly fitted?: Fitted;
}

export interface Fitted {
  readonly calibrator: Calibrator;
  /** By ten folds: each tenth of the subjects is told by what the other nine fit. */
  readonly after: Judged;
  readonly isBetter: boolean;
}

export function refit(reach: Reach, all: readonly Sample[], serving: Calibrators): Refit {
  const samples = samplesOf(reach, all);
  const weight = weightOf(samples);
  const before = judge(samples.map((one) => ({ ...one, probability: probabilityOf(one.features, serving[reach]) })));
  if (weight < LEAST_SAMPLES) return { reach, samples, weight, before };
  const after = judge(crossValidated(samples, SHIPPED[reach]));
  const fitted = { calibrator: rounded(fitLogistic(samples, SHIPPED[reach])), after, isBetter: after.logLoss < before.logLoss };
  return { reach, samples, weight, before, fitted };
}

type ToldSample = Sample & Told;

function judge(told: readonly ToldSample[]): Judged {
  const answered = told.filter(({ source, isLeftOut, probability }) => source === 'golden' && !isLeftOut && probability >= ANSWER_FROM);
  return { ...measure(told), answered: answered.length, answeredRight: answered.filter(({ isRight }) => isRight).length };
}

function crossValidated(samples: readonly Sample[], prior: Calibrator): ToldSample[] {
  const subjects = [...new Set(samples.map(({ about }) => about))].sort();
  const folds = new Map(subjects.map((about, n) => [about, n % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const by = fitLogistic(
      samples.filter(({ about }) => folds.get(about) !== fold),
      prior,
    );
    const tested = samples.filter(({ about }) => folds.get(about) === fold);
    return tested.map((one) => ({ ...one, probability: probabilityOf(one.features, by) }));
  }).flat();
}

// Minus nought is no number to show to anybody.
const rounded = (by: Calibrator): Calibrator => calibratorOf((name) => Number(by[name].toFixed(DIGITS)) + 0);
