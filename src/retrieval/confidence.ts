/** The probability that the first entry of a retrieval answers the question. */
import { type Calibration, type Calibrator, COEFFICIENTS } from '../domain/calibration';
import type { Evidence } from './evidence';

export interface Calibrators {
  readonly own: Calibrator;
  readonly across: Calibrator;
}

/**
 * Logistic regressions. Own: the 1,487 questions of the tuning half of test/eval against the shipped folder; right means that the first
 * entry is one of those judged relevant; the area under the curve, right against unanswerable, is 0.93 there (ten folds). Across: all
 * entries of the folder speak every language, so from the twelve pairs of different languages of XQuAD (google-deepmind/xquad; right against all others 0.86).
 * `ponte calibrate` fits others to a folder of one's own.
 */
export const SHIPPED: Calibrators = {
  own: {
    base: -10.5,
    coverage: 2.97,
    score: 0.96,
    lead: 2.4,
    whole: 3.08,
    lacking: 2.12,
    strange: -1.89,
    said: 2.16,
    likeness: 2.67,
    length: 4.39,
    several: 1.92,
    unplaced: -1.7,
    beyond: -1.73,
    guide: 2.86,
    help: 1.92,
  },
  across: {
    base: -2.54,
    coverage: 3.8,
    score: 3.14,
    lead: 4.35,
    whole: 0,
    lacking: 0,
    strange: 0,
    said: 0,
    likeness: 0,
    length: 0,
    several: 0,
    unplaced: 0,
    beyond: 0,
    guide: 0,
    help: 0,
  },
};
const MANY_LACKING = 5;
const LONG_QUESTION = 20;

/** Those of the folder, where it has them. */
export const calibratorsFor = ({ own, across }: Partial<Pick<Calibration, 'own' | 'across'>> = {}): Calibrators => ({
  own: own ?? SHIPPED.own,
  across: across ?? SHIPPED.across,
});

/** What is known of the question and its best entry beside the words. */
export interface Setting {
  /** The question names a place, and the entry is for all of Europe. */
  readonly isBeyond: boolean;
  /** It asks for several entries at once. */
  readonly isForSeveral: boolean;
  readonly isGuide: boolean;
  /** It asks for somebody who helps. */
  readonly isForHelp: boolean;
  /** Words of the question, stop words too. */
  readonly length: number;
}

/** Of a question of usual length that asks what some entry is. */
export const PLAIN: Setting = {
  isBeyond: false,
  isForSeveral: false,
  isGuide: false,
  isForHelp: false,
  length: 10,
};

/** What each coefficient is multiplied by, 0…1. */
export type Features = Calibrator;

export const featuresOf = (evidence: Evidence, setting: Setting): Features => ({
  base: 1,
  coverage: evidence.coverage,
  score: evidence.score,
  lead: evidence.margin * evidence.coverage,
  whole: evidence.whole,
  lacking: Math.min(evidence.lacking, MANY_LACKING) / MANY_LACKING,
  strange: 1 - evidence.nameTold,
  said: evidence.said,
  likeness: evidence.likeness,
  length: Math.min(setting.length, LONG_QUESTION) / LONG_QUESTION,
  several: Number(setting.isForSeveral),
  unplaced: setting.isForSeveral && !setting.isForHelp ? 1 - evidence.placeTold : 0,
  beyond: Number(setting.isBeyond),
  guide: setting.isGuide ? evidence.score : 0,
  help: Number(setting.isForHelp),
});

/** 0…1. */
export function probabilityOf(features: Features, by: Calibrator): number {
  const sum = COEFFICIENTS.reduce((all, name) => all + by[name] * features[name], 0);
  return 1 / (1 + Math.exp(-sum));
}

/** 0…1. `calibration` is the folder's own, if it has one. */
export function confidenceOf(evidence: Evidence, setting: Setting = PLAIN, calibration?: Calibration): number {
  const { own, across } = calibratorsFor(calibration);
  return probabilityOf(featuresOf(evidence, setting), evidence.own ? own : across);
}
