import { confidenceOf, PLAIN, SHIPPED } from '../../src/retrieval/confidence';
import { NO_EVIDENCE } from '../../src/retrieval/evidence';

const STRONG = { coverage: 1, own: true, score: 0.8, margin: 0.6, missing: 0, whole: 1, crowd: 0.3, words: 6, placeTold: 1 };

describe('confidence', () => {
  it('is high when everything was found and nothing else comes near', () => {
    expect(confidenceOf(STRONG)).toBeGreaterThan(0.85);
  });

  it('is low without evidence', () => {
    expect(confidenceOf(NO_EVIDENCE)).toBeLessThan(0.2);
  });

  it('takes a lead for nothing when no word of the question was found', () => {
    const lost = { ...STRONG, coverage: 0, score: 0, missing: 1 };
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

  it.each(['isWider', 'isCall'] as const)('is less when it %s', (what) => {
    expect(confidenceOf(STRONG, { ...PLAIN, [what]: true })).toBeLessThan(confidenceOf(STRONG));
  });

  it('is more when several are asked for, or more is told of what is meant', () => {
    expect(confidenceOf(STRONG, { ...PLAIN, isForSeveral: true })).toBeGreaterThan(confidenceOf(STRONG));
    expect(confidenceOf(STRONG, { ...PLAIN, length: 18 })).toBeGreaterThan(confidenceOf(STRONG));
  });

  it("is the folder's own where it has a calibration, and the shipped one elsewhere", () => {
    const calibration = { day: '2026-11-22', own: { ...SHIPPED.own, base: -12, samples: 90 } };
    expect(confidenceOf(STRONG, PLAIN, calibration)).toBeLessThan(0.1);
    const across = { ...STRONG, own: false };
    expect(confidenceOf(across, PLAIN, calibration)).toBe(confidenceOf(across));
  });

  it('judges weak evidence in the own language more strictly: there, the answer would have been found', () => {
    const weak = { coverage: 0.4, score: 0.3, margin: 0.2, missing: 0.4, whole: 0.4, crowd: 0.7, words: 6, placeTold: 1 };
    expect(confidenceOf({ ...weak, own: true })).toBeLessThan(confidenceOf({ ...weak, own: false }));
  });
});
