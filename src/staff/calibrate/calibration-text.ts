/** What was fitted, as `knowledge/calibration.yaml`. */
import { type Calibration, COEFFICIENTS } from '../../domain/calibration';
import type { Day } from '../../domain/day';
import type { Refit } from './refit';

/** What serves now, with those in its place that tell better. Undefined when none does. */
export function calibrationFrom(refits: readonly Refit[], serving: Calibration | undefined, day: Day): Calibration | undefined {
  const better = refits.flatMap(({ reach, samples, fitted }) =>
    fitted?.isBetter ? [[reach, { ...fitted.calibrator, samples: samples.length }] as const] : [],
  );
  return better.length > 0 ? { ...serving, day, ...Object.fromEntries(better) } : undefined;
}

/** A number a line, always in the same order. */
export const calibrationText = ({ day, ...reaches }: Calibration): string =>
  [
    '# How sure Ponte is of an answer: logistic regressions, fitted to this folder by leaving entries out.',
    '# "ponte calibrate --apply" makes it anew, and edits are lost then; remove this file to use the shipped ones.',
    `day: ${day}`,
    ...(['own', 'across'] as const).flatMap((reach) => {
      const fitted = reaches[reach];
      return fitted ? [`${reach}:`, ...(['samples', ...COEFFICIENTS] as const).map((name) => `  ${name}: ${fitted[name]}`)] : [];
    }),
    '',
  ].join('\n');
