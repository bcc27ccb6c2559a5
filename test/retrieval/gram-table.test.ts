import { GramTable } from '../../src/retrieval/gram-table';

describe('GramTable', () => {
  it('gives a gram the same number wherever it stands', () => {
    const table = new GramTable();
    const first = table.gramsOf('social', 4, true);
    expect(first).toHaveLength('_social_'.length - 3);
    expect(table.gramsOf('asocial', 4, true).slice(-4)).toEqual(first.slice(-4));
    expect(table.gramsOf('social', 4, false)).toEqual(first);
  });

  it('leaves out what it never learnt', () => {
    const table = new GramTable();
    table.gramsOf('social', 4, true);
    expect(table.gramsOf('europa', 4, false)).toEqual([]);
    expect(table.gramsOf('ξένος', 3, false)).toEqual([]);
    expect(table.size).toBe('_social_'.length - 3);
  });

  it('does not mistake a gram with an unknown letter for a shorter one', () => {
    const table = new GramTable();
    table.gramsOf('ab', 2, true);
    expect(table.gramsOf('zab', 3, false)).toEqual([]);
  });

  it('joins neighbouring words by the two letters on either side', () => {
    const table = new GramTable();
    const joints: number[] = [];
    table.jointsOf(table.edgesOf('open', true), table.edgesOf('data', true), true, joints);
    const again: number[] = [];
    table.jointsOf(table.edgesOf('en', false), table.edgesOf('dative', false), false, again);
    expect(joints).toHaveLength(2);
    expect(again).toEqual(joints);
    const other: number[] = [];
    table.jointsOf(table.edgesOf('data', false), table.edgesOf('open', false), false, other);
    expect(other).toEqual([]);
  });

  it('keeps every number while it grows', () => {
    const table = new GramTable();
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const words = Array.from({ length: 4000 }, (_, n) => [0, 1, 2, 3].map((k) => letters[Math.floor(n / 26 ** (3 - k)) % 26]).join(''));
    const first = words.map((word) => table.gramsOf(word, 4, true));
    expect(words.map((word) => table.gramsOf(word, 4, false))).toEqual(first);
    expect(new Set(first.flat()).size).toBe(table.size);
  });
});
