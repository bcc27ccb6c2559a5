import { Postings } from '../../src/retrieval/postings';
import { PostingsBuilder } from '../../src/retrieval/postings-builder';
import { buildRunPostings, RunPostings } from '../../src/retrieval/run-postings';
import { withoutPause } from './small-folder';

const [A, B, C, D] = [0, 1, 2, 3];

function told(rows: readonly (readonly number[])[]): PostingsBuilder {
  const builder = new PostingsBuilder();
  for (const row of rows) builder.add(row);
  return builder;
}

const postingsOf = async (rows: readonly (readonly number[])[]): Promise<Postings> => new Postings(await told(rows).build(withoutPause));

function scoresOf(postings: Postings, ...groups: { term: number; weight: number }[][]): number[] {
  const scores = [...postings.score(groups)];
  postings.clear();
  return scores;
}

const one = (term: number) => [{ term, weight: 1 }];

describe('Postings', () => {
  it('score by the formula of BM25', async () => {
    const postings = await postingsOf([[A, A, B], [B, C], [C]]);
    const idf = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5));
    const norm = 1.2 * (1 - 0.75 + (0.75 * 3) / 2);
    expect(scoresOf(postings, one(A))[0]).toBeCloseTo((idf * 2.2 * 2) / (2 + norm), 5);
  });

  it('prefer a rare term, a repeated one, and a short row', async () => {
    const [often, rare] = scoresOf(
      await postingsOf([
        [A, D],
        [B, D],
        [A, C],
        [A, C],
      ]),
      one(A),
      one(B),
    );
    expect(rare).toBeGreaterThan(often ?? 0);
    const [repeated, once] = scoresOf(
      await postingsOf([
        [A, A, B],
        [A, B, B],
      ]),
      one(A),
    );
    expect(repeated).toBeGreaterThan(once ?? 0);
    const [short, long] = scoresOf(await postingsOf([[A], [A, B, B, B]]), one(A));
    expect(short).toBeGreaterThan(long ?? 0);
  });

  it('count the members of a group as one term', async () => {
    const postings = await postingsOf([[A, B], [A, D], [C], [C]]);
    const [both, either] = scoresOf(postings, [...one(A), ...one(B)]);
    const [apart] = scoresOf(postings, one(A), one(B));
    expect(both).toBeGreaterThan(either ?? 0);
    expect(both).toBeLessThan(apart ?? 0);
  });

  it('give less for a term of less weight', async () => {
    const postings = await postingsOf([[A], [B], [C], [D]]);
    const [first, second] = scoresOf(postings, [
      { term: A, weight: 1 },
      { term: B, weight: 0.3 },
    ]);
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThan(first ?? 0);
  });

  it('are clean for the next question', async () => {
    const postings = await postingsOf([[A], [B]]);
    scoresOf(postings, one(A));
    expect(scoresOf(postings, one(B))[0]).toBe(0);
  });

  it('know which row holds which term, and take unknown terms for absent', async () => {
    const postings = await postingsOf([[A, B], [C], [B]]);
    expect([postings.holds(B, 0), postings.holds(B, 1), postings.holds(B, 2), postings.holds(99, 0)]).toEqual([true, false, true, false]);
    expect(postings.documentFrequency(B)).toBe(2);
    expect(scoresOf(postings, one(99))).toEqual([0, 0, 0]);
  });

  it('of no rows score nothing', async () => {
    expect(scoresOf(await postingsOf([]), one(A))).toEqual([]);
    expect(scoresOf(await postingsOf([[]]), one(A))).toEqual([0]);
  });
});

describe('RunPostings', () => {
  const runsOf = async (rows: readonly (readonly number[])[], mostRows = Number.POSITIVE_INFINITY): Promise<RunPostings> =>
    new RunPostings(await buildRunPostings(told(rows), mostRows, withoutPause));

  it('score as the postings of words do, however far apart rows are and however often a run stands in them', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => {
      const once = row % 2 === 0 ? [A] : [B];
      if (row === 3 || row === 20_000 || row === 39_999) return [...once, C, ...Array(row === 3 ? 300 : 2).fill(D)];
      return once;
    });
    const runs = await runsOf(rows);
    const scores = runs.score([A, C, D]);
    const expected = scoresOf(await postingsOf(rows), one(A), one(C), one(D));
    for (const row of [0, 1, 2, 3, 4, 19_999, 20_000, 39_998, 39_999]) expect(scores[row]).toBeCloseTo(expected[row] ?? Number.NaN, 5);
  });

  it('leave out runs that too many rows hold', async () => {
    const runs = await runsOf(
      [
        [A, B],
        [A, C],
        [A, D],
      ],
      2,
    );
    expect([...runs.score([A])]).toEqual([0, 0, 0]);
    expect(runs.score([C])[1]).toBeGreaterThan(0);
  });

  it('are clean for the next question, and take unknown runs for absent', async () => {
    const runs = await runsOf([[A], [B]]);
    runs.score([A]);
    runs.clear();
    expect([...runs.score([B, 99])][0]).toBe(0);
  });
});
