/** What was fitted and how good it is, for staff and for machines. */
import { type Calibration, type Calibrator, COEFFICIENTS } from '../../domain/calibration';
import { calibratorsFor } from '../../retrieval/confidence';
import type { Measures, Tenth } from './measure-fit';
import { type Fitted, type Judged, LEAST_SAMPLES, type Refit } from './refit';
import type { Reach, Sample } from './samples';

const NAMES: Readonly<Record<Reach, string>> = { own: 'own language', across: 'across languages' };
const SHORT = { logLoss: 'log loss', brier: 'Brier', calibration: 'calibration error', auc: 'AUC' } as const;
const MEASURES = ['logLoss', 'brier', 'calibration', 'auc'] as const;

export interface Asked {
  readonly golden: number;
  readonly made: number;
}

/** `serving`: the folder's own calibration, if it has one. */
export const calibrationLines = (asked: Asked, refits: readonly Refit[], serving: Calibration | undefined): string[] => [
  `${asked.golden} golden questions and ${asked.made} of titles and names, each asked with all entries, then without those that answer it and their neighbours`,
  ...refits.flatMap((one) => ['', ...refitLines(one, serving)]),
];

function refitLines({ reach, samples, weight, before, fitted }: Refit, serving: Calibration | undefined): string[] {
  const from = serving?.[reach] ? `of ${serving.day}` : 'shipped';
  const title = `${NAMES[reach]}: ${kinds(samples)}; they weigh ${Math.round(weight)}`;
  if (!fitted) return [title, `  too few: with less than ${LEAST_SAMPLES} the calibrator stays (${from})`];
  return [
    title,
    `  ${''.padEnd(FIRST)}${MEASURES.map((name) => `  ${SHORT[name]}`).join('')}  golden questions answered right / wrong`,
    measureLine(`now (${from})`, before),
    measureLine('refitted (ten folds)', fitted.after),
    `  ${''.padEnd(FIRST)}  told → right, samples`,
    ...tenthLines(before, fitted),
    `  ${fitted.isBetter ? 'better' : 'no better'}: ${changes(calibratorsFor(serving)[reach], fitted)}`,
  ];
}

const FIRST = 26;

const kinds = (samples: readonly Sample[]): string =>
  (['golden', 'made'] as const)
    .map((source) => {
      const own = samples.filter((one) => one.source === source);
      return `${own.length} ${source} samples (${own.filter(({ isRight }) => isRight).length} right)`;
    })
    .join(', ');

const measureLine = (name: string, measures: Judged): string =>
  `  ${name.padEnd(FIRST)}${MEASURES.map((one) => `  ${measures[one].toFixed(4).padStart(SHORT[one].length)}`).join('')}  ${answeredOf(measures)}`;

const answeredOf = ({ answered, answeredRight }: Judged): string => `${answeredRight} / ${answered - answeredRight}`;

const tenthLines = (before: Measures, { after }: Fitted): string[] =>
  before.tenths.map((was, n) => {
    const range = `${n * 10}–${(n + 1) * 10} %`;
    return `  ${range.padStart(FIRST)}  ${tenth(was)}  |  ${tenth(after.tenths[n])}`;
  });

const tenth = (one: Tenth | undefined): string =>
  one && one.count > 0
    ? `${one.told.toFixed(2)} → ${one.right.toFixed(2)} ${String(one.count).padStart(5)}`
    : `${'–'.padStart(4)} → ${'–'.padStart(4)}     0`;

const changes = (was: Calibrator, { calibrator }: Fitted): string =>
  COEFFICIENTS.map((name) => `${name} ${was[name]} → ${calibrator[name]}`).join(', ');

/** Measures in ten-thousandths. */
export const calibrationJson = (asked: Asked, refits: readonly Refit[]) => ({
  questions: asked,
  ...Object.fromEntries(
    refits.map(({ reach, samples, weight, before, fitted }) => [
      reach,
      {
        samples: samples.length,
        right: samples.filter(({ isRight }) => isRight).length,
        golden: samples.filter(({ source }) => source === 'golden').length,
        weight: round(weight),
        now: measuresJson(before),
        ...(fitted && { refitted: measuresJson(fitted.after), coefficients: fitted.calibrator, isBetter: fitted.isBetter }),
      },
    ]),
  ),
});

const measuresJson = ({ tenths, answered, answeredRight, ...measures }: Judged) => ({
  ...Object.fromEntries(MEASURES.map((name) => [name, round(measures[name])])),
  answered,
  answeredRight,
  tenths: tenths.map(({ told, right, count }) => ({ told: round(told), right: round(right), count })),
});

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
