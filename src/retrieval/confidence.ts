/** The probability that the first entry of a retrieval answers the question. */
import type { Evidence } from './evidence';

interface Calibrator {
  readonly base: number;
  readonly coverage: number;
  readonly score: number;
  /** Of margin × coverage: a lead in what was not asked means nothing. */
  readonly lead: number;
  readonly missing: number;
}

/**
 * Logistic regressions. Own: the 325 questions of the tuning half of test/eval against the shipped folder; right means that the first
 * entry is one of those judged relevant; the area under the curve is 0.79 there and 0.81 on the other half. Across: too few hits on
 * the folder to fit, so from the twelve pairs of different languages of XQuAD (google-deepmind/xquad; right against all others 0.86).
 */
const OWN: Calibrator = { base: -1.55, coverage: 1.95, score: 1.6, lead: 1.26, missing: -2.12 };
const ACROSS: Calibrator = { base: -2.54, coverage: 3.8, score: 3.14, lead: 4.35, missing: 0 };

/** 0…1. */
export function confidenceOf({ coverage, own, score, margin, missing }: Evidence): number {
  const by = own ? OWN : ACROSS;
  return 1 / (1 + Math.exp(-(by.base + by.coverage * coverage + by.score * score + by.lead * margin * coverage + by.missing * missing)));
}
