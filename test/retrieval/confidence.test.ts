import { confidenceOf, PLAIN, SHIPPED } from '../../src/retrieval/confidence';
import { NO_EVIDENCE } from '../../src/retrieval/evidence';

const STRONG = {
  ...NO_EVIDENCE,
  coverage: 1,
  score: 0.8,
  margin: 0.6,
  whole: 1,
  said: 0.8,
  likeness: 0.6,
};

describe('confidence', () => {
  it('is high when everything was found and nothing else comes near', () => {
    expect(confidenceOf(STRONG)).toBeGreaterThan(0.85);
  });

  it('is low without evidence', () => {
    expect(confidenceOf(NO_EVIDENCE)).toBeLessThan(0.2);
  });

  it('takes a lead for nothing when no word of the question was found', () => {
    const lost = { ...STRONG, coverage: 0, score: 0 };
    expect(confidenceOf(lost)).toBe(confidenceOf({ ...lost, margin: 0 }));
  });

  it.each(['coverage', 'score', 'margin'] as const)('grows with %s, in one language and across', (part) => {
    for (const own of [true, false]) {
      const less = confidenceOf({ ...STRONG, own, [part]: 0.1 });
      expect(confidenceOf({ ...STRONG, own })).toBeGreaterThan(less);
      expect(less).toBeGreaterThan(0);
    }
  });

  it('is less for an entry of all of Europe when a place was named', () => {
    expect(confidenceOf(STRONG, { ...PLAIN, isBeyond: true })).toBeLessThan(confidenceOf(STRONG));
  });

  it('is less when the entry does not hold a name that was said, or the place of which several are asked for', () => {
    expect(confidenceOf({ ...STRONG, nameTold: 0 })).toBeLessThan(confidenceOf(STRONG));
    const several = { ...PLAIN, isForSeveral: true };
    expect(confidenceOf({ ...STRONG, placeTold: 0 }, several)).toBeLessThan(confidenceOf(STRONG, several));
    expect(confidenceOf({ ...STRONG, placeTold: 0 })).toBe(confidenceOf(STRONG));
    const forHelp = { ...several, isForHelp: true };
    expect(confidenceOf({ ...STRONG, placeTold: 0 }, forHelp)).toBe(confidenceOf(STRONG, forHelp));
  });

  it.each(['said', 'likeness'] as const)('grows with %s', (part) => {
    expect(confidenceOf(STRONG)).toBeGreaterThan(confidenceOf({ ...STRONG, [part]: 0 }));
  });

  it('is more when several are asked for, or more is told of what is meant', () => {
    expect(confidenceOf(STRONG, { ...PLAIN, isForSeveral: true })).toBeGreaterThan(confidenceOf(STRONG));
    expect(confidenceOf(STRONG, { ...PLAIN, length: 18 })).toBeGreaterThan(confidenceOf(STRONG));
  });

  it("is the folder's own where it has a calibration, and the shipped one elsewhere", () => {
    const calibration = { day: '2026-11-22', own: { ...SHIPPED.own, base: -30, samples: 90 } };
    expect(confidenceOf(STRONG, PLAIN, calibration)).toBeLessThan(0.1);
    const across = { ...STRONG, own: false };
    expect(confidenceOf(across, PLAIN, calibration)).toBe(confidenceOf(across));
  });

  it('judges weak evidence in the own language more strictly: there, the answer would have been found', () => {
    const weak = { ...NO_EVIDENCE, coverage: 0.4, score: 0.3, margin: 0.2, whole: 0.4 };
    expect(confidenceOf({ ...weak, own: true })).toBeLessThan(confidenceOf({ ...weak, own: false }));
  });
});
