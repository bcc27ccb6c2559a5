import { calibratorOf } from '../../../src/domain/calibration';
import { type Features, probabilityOf } from '../../../src/retrieval/confidence';
import { type Example, fitLogistic } from '../../../src/staff/calibrate/fit-logistic';

const PRIOR = calibratorOf((name) => ({ base: -3.2, coverage: 2.85, score: 1.6, strange: -1.5, beyond: -1.3 })[String(name)] ?? 0);
const TRUTH = { ...PRIOR, base: -1, coverage: 1, strange: -3 };

/** Steps of the golden ratio: evenly spread, and the same each time. */
const spread = (n: number, of: number): number => (n * of) % 1;

const featuresAt = (n: number): Features =>
  calibratorOf((name) => ({ base: 1, coverage: spread(n, 0.618), score: spread(n, 0.414), strange: spread(n, 0.732) })[String(name)] ?? 0);

/** Each twice, right and wrong, weighed as `TRUTH` has it, `times` over. */
const examples = (count: number, times = 1): Example[] =>
  Array.from({ length: count }, (_, n) => {
    const features = featuresAt(n + 1);
    const probability = probabilityOf(features, TRUTH);
    return [
      { features, isRight: true, weight: times * probability },
      { features, isRight: false, weight: times * (1 - probability) },
    ];
  }).flat();

describe('A logistic regression', () => {
  it('finds the coefficients behind many examples', () => {
    const { base, coverage, strange } = fitLogistic(examples(1_000, 1_000), PRIOR);
    expect(base).toBeCloseTo(TRUTH.base, 1);
    expect(coverage).toBeCloseTo(TRUTH.coverage, 1);
    expect(strange).toBeCloseTo(TRUTH.strange, 1);
  });

  it('moves little for few examples, and further for more', () => {
    const way = (count: number) => Math.abs(fitLogistic(examples(count), PRIOR).coverage - PRIOR.coverage);
    expect(way(5)).toBeLessThan(0.2);
    expect(way(100)).toBeGreaterThan(way(5));
    expect(way(1_000)).toBeGreaterThan(way(100));
  });

  it('stays where it is for no examples, and where no example tells of a coefficient', () => {
    expect(fitLogistic([], PRIOR)).toEqual(PRIOR);
    expect(fitLogistic(examples(500), PRIOR).beyond).toBeCloseTo(PRIOR.beyond, 10);
  });

  it('does not depend on the order of the examples', () => {
    const some = examples(200);
    const [one, other] = [fitLogistic(some, PRIOR), fitLogistic([...some].reverse(), PRIOR)];
    for (const [name, value] of Object.entries(one)) expect(other[name as keyof typeof other]).toBeCloseTo(value, 6);
  });

  it('stays finite where all are right, or a line parts right from wrong', () => {
    const parted = Array.from({ length: 300 }, (_, n) => ({ features: featuresAt(n + 1), weight: 1 })).map((one) => ({
      ...one,
      isRight: one.features.coverage > 0.5,
    }));
    for (const some of [parted, parted.map((one) => ({ ...one, isRight: true }))])
      for (const value of Object.values(fitLogistic(some, PRIOR))) expect(Math.abs(value)).toBeLessThan(50);
  });

  it('comes down from a start that is certain of the wrong thing', () => {
    const { base } = fitLogistic(examples(500, 100), { ...PRIOR, base: 40 });
    expect(base).toBeLessThan(5);
  });
});
