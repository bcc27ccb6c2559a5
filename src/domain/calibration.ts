/** How evidence becomes a probability: coefficients of logistic regressions, one for own-language and one for cross-language hits. */
import { z } from 'zod';
import { Day } from './day';

/** Far beyond what any fit gives; features are 0…1, so that this is certainty already. */
const MOST = 50;
const Coefficient = z.number().min(-MOST).max(MOST);

export const Calibrator = z.strictObject({
  base: Coefficient,
  coverage: Coefficient,
  score: Coefficient,
  /** Of margin × coverage: a lead in what was not asked means nothing. */
  lead: Coefficient,
  missing: Coefficient,
  /** Of the content words, as a share of ten: much that was said and is held is seldom held by chance. */
  words: Coefficient,
  beyond: Coefficient,
});
export type Calibrator = z.infer<typeof Calibrator>;

export type CoefficientName = keyof Calibrator;
export const COEFFICIENTS: readonly CoefficientName[] = Calibrator.keyof().options;

/** Each coefficient by its name. */
export const calibratorOf = (numberOf: (name: CoefficientName) => number): Calibrator => ({
  base: numberOf('base'),
  coverage: numberOf('coverage'),
  score: numberOf('score'),
  lead: numberOf('lead'),
  missing: numberOf('missing'),
  words: numberOf('words'),
  beyond: numberOf('beyond'),
});

/** With the number of samples that it was fitted on. */
const Fitted = Calibrator.extend({ samples: z.number().int().positive() });

/** What `knowledge/calibration.yaml` holds. Where one of the two is absent, the shipped one serves. */
export const Calibration = z.strictObject({ day: Day, own: Fitted.optional(), across: Fitted.optional() });
export type Calibration = z.infer<typeof Calibration>;
