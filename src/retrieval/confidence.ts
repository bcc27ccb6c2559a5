/** The probability that the first entry of a retrieval answers the question. */
import { type Calibration, type Calibrator, COEFFICIENTS } from '../domain/calibration';
import type { Evidence } from './evidence';

export interface Calibrators {
  readonly own: Calibrator;
  readonly across: Calibrator;
}

/**
 * Logistic regressions. Own: the 325 questions of the tuning half of test/eval against the shipped folder; right means that the first
 * entry is one of those judged relevant; the area under the curve is 0.84 there (ten folds) and 0.85 on the other half. Across: too few
 * hits on the folder to fit, so from the twelve pairs of different languages of XQuAD (google-deepmind/xquad; right against all others 0.86).
 * `ponte calibrate` fits others to a folder of one's own.
 */
export const SHIPPED: Calibrators = {
  own: { base: -3.2, coverage: 2.85, score: 1.59, lead: 0.57, missing: -1.55, words: 1.84, beyond: -1.26 },
  across: { base: -2.54, coverage: 3.8, score: 3.14, lead: 4.35, missing: 0, words: 0, beyond: 0 },
};
const MANY_WORDS = 10;

/** Those of the folder, where it has them. */
export const calibratorsFor = ({ own, across }: Partial<Pick<Calibration, 'own' | 'across'>> = {}): Calibrators => ({
  own: own ?? SHIPPED.own,
  across: across ?? SHIPPED.across,
});

export interface Setting {
  /** The question names a place, and the entry is for all of Europe. */
  readonly isBeyond: boolean;
}

/** What each coefficient is multiplied by, 0…1. */
export type Features = Calibrator;

export const featuresOf = ({ coverage, score, margin, missing, words }: Evidence, { isBeyond }: Setting): Features => ({
  base: 1,
  coverage,
  score,
  lead: margin * coverage,
  missing,
  words: Math.min(words, MANY_WORDS) / MANY_WORDS,
  beyond: Number(isBeyond),
});

/** 0…1. */
export function probabilityOf(features: Features, by: Calibrator): number {
  const sum = COEFFICIENTS.reduce((all, name) => all + by[name] * features[name], 0);
  return 1 / (1 + Math.exp(-sum));
}

/** 0…1. `calibration` is the folder's own, if it has one. */
export function confidenceOf(evidence: Evidence, setting: Setting = { isBeyond: false }, calibration?: Calibration): number {
  const { own, across } = calibratorsFor(calibration);
  return probabilityOf(featuresOf(evidence, setting), evidence.own ? own : across);
}
