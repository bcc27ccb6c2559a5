import { learnPairs } from '../../../src/staff/learn-words/word-pairs';

const piece = (ours: number[], theirs: number[]) => ({ ours, theirs });

describe('pairs of words', () => {
  it('are sure where a word always has the same counterpart, and not where it only stands beside it', () => {
    const pieces = [piece([0, 1], [0, 1]), piece([0, 2], [2, 0]), piece([0, 3], [0, 3]), piece([1, 3], [3, 1])];
    const certainty = (ours: number, theirs: number) =>
      learnPairs(pieces, 1).find((pair) => pair.ours === ours && pair.theirs === theirs)?.certainty ?? 0;
    expect(certainty(0, 0)).toBeGreaterThan(0.8);
    expect(certainty(2, 2)).toBeGreaterThan(0.5);
    expect(certainty(2, 0)).toBeLessThan(0.1);
  });

  it('are left out when they stand together in too few pieces', () => {
    const pieces = [piece([0], [0]), piece([0], [0]), piece([1], [1])];
    expect(learnPairs(pieces, 2)).toEqual([{ ours: 0, theirs: 0, certainty: expect.any(Number), pieces: 2 }]);
  });

  it('need no word on each side', () => {
    expect(learnPairs([piece([], [0]), piece([1], []), piece([0], [0])], 1).map(({ ours, theirs }) => [ours, theirs])).toEqual([[0, 0]]);
    expect(learnPairs([], 1)).toEqual([]);
  });
});
