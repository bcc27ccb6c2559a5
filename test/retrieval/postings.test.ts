import type { Postings } from '../../src/retrieval/postings';
import { PostingsBuilder } from '../../src/retrieval/postings-builder';
import { withoutPause } from './small-folder';

const [A, B, C, D] = [0, 1, 2, 3];

async function postingsOf(rows: readonly (readonly number[])[], mostRows?: number): Promise<Postings> {
  const builder = new PostingsBuilder();
  for (const row of rows) builder.add(row);
  return builder.build(withoutPause, mostRows);
}

function scoresOf(postings: Postings, ...groups: { term: number; weight: number }[][]): number[] {
  const { values } = postings.score(groups);
  const scores = [...values];
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

  it('leave out terms that too many rows hold', async () => {
    const postings = await postingsOf(
      [
        [A, B],
        [A, C],
        [A, D],
      ],
      2,
    );
    expect(scoresOf(postings, one(A))).toEqual([0, 0, 0]);
    expect(scoresOf(postings, one(C))[1]).toBeGreaterThan(0);
  });

  it('of no rows score nothing', async () => {
    expect(scoresOf(await postingsOf([]), one(A))).toEqual([]);
    expect(scoresOf(await postingsOf([[]]), one(A))).toEqual([0]);
  });
});
