/** The probability that the first entry of a retrieval answers the question. */
import { type Calibration, type Calibrator, COEFFICIENTS } from '../domain/calibration';
import type { Evidence } from './evidence';

export interface Calibrators {
  readonly own: Calibrator;
  readonly across: Calibrator;
}

/**
 * Logistic regressions. Own: the 985 questions of the tuning half of test/eval against the shipped folder; right means that the first
 * entry is one of those judged relevant; the area under the curve is 0.88 there (ten folds). Across: too few
 * hits on the folder to fit, so from the twelve pairs of different languages of XQuAD (google-deepmind/xquad; right against all others 0.86).
 * `ponte calibrate` fits others to a folder of one's own.
 */
export const SHIPPED: Calibrators = {
  own: {
    base: -3.52,
    coverage: 1.67,
    score: 1.52,
    lead: 3.3,
    missing: -0.87,
    words: 2.29,
    whole: 1.95,
    crowd: -3.48,
    length: 3.7,
    several: 1.49,
    beyond: -0.95,
    wider: -0.38,
    call: -0.57,
    unnamed: -1.39,
    help: 1.04,
  },
  across: {
    base: -2.54,
    coverage: 3.8,
    score: 3.14,
    lead: 4.35,
    missing: 0,
    words: 0,
    whole: 0,
    crowd: 0,
    length: 0,
    several: 0,
    beyond: 0,
    wider: 0,
    call: 0,
    unnamed: 0,
    help: 0,
  },
};
const MANY_WORDS = 10;
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
  /** It names a place, and the entry is for the country or region that place lies in. */
  readonly isWider: boolean;
  /** It asks for several entries at once. */
  readonly isForSeveral: boolean;
  readonly isCall: boolean;
  /** It asks for somebody who helps. */
  readonly isForHelp: boolean;
  /** Words of the question, stop words too. */
  readonly length: number;
}

/** Of a question of usual length that asks what some entry is. */
export const PLAIN: Setting = {
  isBeyond: false,
  isWider: false,
  isForSeveral: false,
  isCall: false,
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
  missing: evidence.missing,
  words: Math.min(evidence.words, MANY_WORDS) / MANY_WORDS,
  whole: evidence.whole,
  crowd: evidence.crowd,
  length: Math.min(setting.length, LONG_QUESTION) / LONG_QUESTION,
  several: Number(setting.isForSeveral),
  beyond: Number(setting.isBeyond),
  wider: Number(setting.isWider),
  call: Number(setting.isCall),
  unnamed: setting.isForHelp ? 0 : 1 - evidence.placeTold,
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
