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
  /** Of the share of content words that the entry holds themselves. */
  whole: Coefficient,
  /** Of the content words that it does not hold, as a share of five: coverage has counted them, and of a story most is beside the point. */
  lacking: Coefficient,
  /** Of how surely the entry holds each name in the question, taken from 1: "Kit Digital" is not just any digital kit. */
  strange: Coefficient,
  /** Of how much of the question one thing holds that people say for the entry. */
  said: Coefficient,
  /** Of how like their vectors are. */
  likeness: Coefficient,
  /** Of all words, as a share of twenty: who tells more, tells what is meant. */
  length: Coefficient,
  /** The question asks for several entries at once. */
  several: Coefficient,
  /** Of how surely the entry names the place asked for, taken from 1, where several are asked for, and not somebody who helps. */
  unplaced: Coefficient,
  /** The question names a place, and the entry is for all of Europe. */
  beyond: Coefficient,
  /** Of the score, where the entry is a guide: guides speak of everything. */
  guide: Coefficient,
  /** The question asks for somebody who helps: whoever helps in a country helps in each town of it. */
  help: Coefficient,
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
  whole: numberOf('whole'),
  lacking: numberOf('lacking'),
  strange: numberOf('strange'),
  said: numberOf('said'),
  likeness: numberOf('likeness'),
  length: numberOf('length'),
  several: numberOf('several'),
  unplaced: numberOf('unplaced'),
  beyond: numberOf('beyond'),
  guide: numberOf('guide'),
  help: numberOf('help'),
});

/** With the number of samples that it was fitted on. */
const Fitted = Calibrator.extend({ samples: z.number().int().positive() });

/** What `knowledge/calibration.yaml` holds. Where one of the two is absent, the shipped one serves. */
export const Calibration = z.strictObject({ day: Day, own: Fitted.optional(), across: Fitted.optional() });
export type Calibration = z.infer<typeof Calibration>;
