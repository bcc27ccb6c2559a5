/** How good told probabilities were. */
import { logLoss } from './fit-logistic';

export interface Told {
  /** 0…1 */
  readonly probability: number;
  readonly isRight: boolean;
  readonly weight: number;
}

export interface Tenth {
  /** Mean probability told, and share that was right; both 0…1, and 0 for none. */
  readonly told: number;
  readonly right: number;
  /** Samples, each as one. */
  readonly count: number;
}

/** All by weight. */
export interface Measures {
  /** Mean, in nats; ln 2 ≈ 0.693 for who knows nothing. */
  readonly logLoss: number;
  /** Mean squared error (Brier, Monthly Weather Review 1950). */
  readonly brier: number;
  /** Mean distance between told and right, in ten bins (expected calibration error; Naeini et al., AAAI 2015). */
  readonly calibration: number;
  /** Probability that a right one is told as likelier than a wrong one; 0.5 when there is only one sort. */
  readonly auc: number;
  readonly tenths: readonly Tenth[];
}

const BINS = 10;

export function measure(told: readonly Told[]): Measures {
  const all = sum(told, ({ weight }) => weight) || 1;
  const mean = (of: (one: Told) => number): number => sum(told, (one) => one.weight * of(one)) / all;
  const bins = Array.from({ length: BINS }, (_, bin) => told.filter((one) => binOf(one) === bin));
  return {
    logLoss: mean(({ probability, isRight }) => logLoss(probability, isRight)),
    brier: mean(({ probability, isRight }) => (probability - Number(isRight)) ** 2),
    calibration:
      sum(bins, (bin) => Math.abs(sum(bin, ({ weight, probability, isRight }) => weight * (probability - Number(isRight))))) / all,
    auc: areaUnderCurve(told),
    tenths: bins.map(tenthOf),
  };
}

const binOf = ({ probability }: Told): number => Math.min(BINS - 1, Math.floor(probability * BINS));
const sum = <T>(some: readonly T[], of: (one: T) => number): number => some.reduce((all, one) => all + of(one), 0);

function tenthOf(bin: readonly Told[]): Tenth {
  const weight = sum(bin, (one) => one.weight) || 1;
  return {
    told: sum(bin, (one) => one.weight * one.probability) / weight,
    right: sum(bin, (one) => one.weight * Number(one.isRight)) / weight,
    count: bin.length,
  };
}

/** Equals count half (Mann and Whitney). */
function areaUnderCurve(told: readonly Told[]): number {
  const groups = new Map<number, { right: number; wrong: number }>();
  for (const { probability, isRight, weight } of told) {
    const group = groups.get(probability) ?? { right: 0, wrong: 0 };
    group[isRight ? 'right' : 'wrong'] += weight;
    groups.set(probability, group);
  }
  let [wrongBelow, wins, rights] = [0, 0, 0];
  for (const [, { right, wrong }] of [...groups].sort(([a], [b]) => a - b)) {
    wins += right * (wrongBelow + wrong / 2);
    wrongBelow += wrong;
    rights += right;
  }
  return rights > 0 && wrongBelow > 0 ? wins / (rights * wrongBelow) : 0.5;
}
