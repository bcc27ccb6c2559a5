import { hitAt1, mean, recallAt5, reciprocalRank } from './scoring';

describe('the scores of a list of entries', () => {
  it('give the first place one, the second a half, and the eleventh nothing', () => {
    expect(reciprocalRank(['a', 'b'], 'a')).toBe(1);
    expect(reciprocalRank(['b', 'a'], 'a')).toBe(0.5);
    expect(reciprocalRank([...'bcdefghijk', 'a'], 'a')).toBe(0);
    expect(reciprocalRank([], 'a')).toBe(0);
  });

  it('count a hit when the first entry is one of the right ones', () => {
    expect(hitAt1(['b', 'a'], ['a', 'b'])).toBe(1);
    expect(hitAt1(['c', 'a'], ['a', 'b'])).toBe(0);
    expect(hitAt1([], ['a'])).toBe(0);
  });

  it('measure recall by how many right entries are among the first five, of five at most', () => {
    expect(recallAt5(['x', 'a', 'y', 'z', 'b'], ['a', 'b'])).toBe(1);
    expect(recallAt5(['x', 'a', 'y', 'z', 'w', 'b'], ['a', 'b'])).toBe(0.5);
    expect(recallAt5([...'abcde'], [...'abcdefg'])).toBe(1);
  });

  it('count an entry once that was found twice', () => {
    expect(recallAt5(['a', 'a'], ['a', 'b'])).toBe(0.5);
  });

  it('have a mean', () => {
    expect(mean([0, 0.5, 1])).toBe(0.5);
  });
});
