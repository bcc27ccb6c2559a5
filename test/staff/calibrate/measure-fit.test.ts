import { measure, type Told } from '../../../src/staff/calibrate/measure-fit';

const told = (probability: number, isRight: boolean, weight = 1): Told => ({ probability, isRight, weight });

describe('Measures of told probabilities', () => {
  it('are perfect for who knows everything', () => {
    const { logLoss, brier, calibration, auc } = measure([told(1, true), told(0, false)]);
    expect([logLoss, brier, calibration, auc]).toEqual([0, 0, 0, 1].map((value) => expect.closeTo(value, 6)));
  });

  it('are those of a coin for who knows nothing', () => {
    const { logLoss, brier, calibration, auc } = measure([told(0.5, true), told(0.5, false)]);
    expect([logLoss, brier, calibration, auc]).toEqual([Math.LN2, 0.25, 0, 0.5].map((value) => expect.closeTo(value, 6)));
  });

  it('count by weight: one of weight two is two', () => {
    const one = measure([told(0.8, false, 2), told(0.3, true), told(0.9, true)]);
    const two = measure([told(0.8, false), told(0.8, false), told(0.3, true), told(0.9, true)]);
    for (const name of ['logLoss', 'brier', 'calibration', 'auc'] as const) expect(one[name]).toBeCloseTo(two[name], 10);
    expect(one.auc).toBeCloseTo(0.5, 10);
  });

  it('tell in tenths how often what was told was so; certainty belongs to the last', () => {
    const { tenths, calibration } = measure([told(0.91, true), told(1, false), told(0.05, false)]);
    expect(tenths).toHaveLength(10);
    expect(tenths[9]).toEqual({ told: expect.closeTo(0.955, 6), right: 0.5, count: 2 });
    expect(tenths[4]).toEqual({ told: 0, right: 0, count: 0 });
    expect(calibration).toBeCloseTo((0.91 + 0.05) / 3, 6);
  });

  it('say nothing of an order where all are right, and nothing at all of none', () => {
    expect(measure([told(0.4, true), told(0.9, true)]).auc).toBe(0.5);
    expect(measure([])).toMatchObject({ logLoss: 0, brier: 0, calibration: 0, auc: 0.5 });
  });

  it('stay finite for a certainty that was wrong', () => {
    expect(measure([told(1, false)]).logLoss).toBeLessThan(25);
  });
});
