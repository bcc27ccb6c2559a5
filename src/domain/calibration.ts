/** How evidence becomes a probability: coefficients of logistic regressions, one for own-language and one for cross-language hits. */
import { z } from 'zod';
import { Day } from './day';

/** Far beyond what any fit gives; features are 0…1, so that this is certainty already. */
const MOST = 50;
const Coefficient = z.number().min(-MOST).max(MOST);

/** A folder that was calibrated before there was one goes on without it. */
const Later = Coefficient.default(0);

export const Calibrator = z.strictObject({
  base: Coefficient,
  coverage: Coefficient,
  score: Coefficient,
  /** Of margin × coverage: a lead in what was not asked means nothing. */
  lead: Coefficient,
  missing: Coefficient,
  /** Of the content words, as a share of ten: much that was said and is held is seldom held by chance. */
  words: Coefficient,
  /** Of the share of content words that the entry holds themselves. */
  whole: Coefficient,
  /** Of how near the next five entries come to the best one: where all are alike, none may be meant. */
  crowd: Coefficient,
  /** Of all words, as a share of twenty: who tells more, tells what is meant. */
  length: Coefficient,
  /** The question asks for several entries at once. */
  several: Coefficient,
  /** The question names a place, and the entry is for all of Europe. */
  beyond: Coefficient,
  /** It names a place, and the entry is for the country or region that place lies in. */
  wider: Coefficient,
  /** The entry is a call: calls differ in years, groups and sums that a question may name. */
  call: Coefficient,
  /** Of how surely the entry names the place asked for, taken from 1; 0 when somebody who helps is asked for. */
  unnamed: Later,
  /** The question asks for somebody who helps: whoever helps in a country helps in each town of it. */
  help: Later,
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
  whole: numberOf('whole'),
  crowd: numberOf('crowd'),
  length: numberOf('length'),
  several: numberOf('several'),
  beyond: numberOf('beyond'),
  wider: numberOf('wider'),
  call: numberOf('call'),
  unnamed: numberOf('unnamed'),
  help: numberOf('help'),
});

/** With the number of samples that it was fitted on. */
const Fitted = Calibrator.extend({ samples: z.number().int().positive() });

/** What `knowledge/calibration.yaml` holds. Where one of the two is absent, the shipped one serves. */
export const Calibration = z.strictObject({ day: Day, own: Fitted.optional(), across: Fitted.optional() });
export type Calibration = z.infer<typeof Calibration>;
