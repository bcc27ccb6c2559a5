/** What every index of vectors promises, however it searches. */
import { Document } from '@langchain/core/documents';
import { VectorStore } from '@langchain/core/vectorstores';
import { makeRandom } from '../../src/retrieval/random';
import type { VectorIndex, VectorIndexOptions } from '../../src/retrieval/vector-index';

const DIMENSIONS = 8;
const COUNT = 200;

const random = makeRandom(11);
const aVector = (): number[] => Array.from({ length: DIMENSIONS }, () => random() - 0.5);
const VECTORS = Array.from({ length: COUNT }, aVector);
const DOCUMENTS = VECTORS.map((_, n) => new Document({ id: `entry-${n}`, pageContent: `text ${n}` }));

const unit = (vector: readonly number[]): number[] => {
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
};
const cosine = (a: readonly number[], b: readonly number[]): number => {
  const [x, y] = [unit(a), unit(b)];
  return x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
};

/** Ids in the order that comparing with every vector gives. */
function nearestByHand(
  query: readonly number[],
  k: number,
  ids: ReadonlySet<string> = new Set(DOCUMENTS.map(({ id }) => id ?? '')),
): string[] {
  const all = VECTORS.map((vector, n) => ({ id: `entry-${n}`, likeness: cosine(vector, query) })).filter(({ id }) => ids.has(id));
  return all
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, k)
    .map(({ id }) => id);
}

const idsIn = (found: readonly [{ id?: string | undefined }, number][]): (string | undefined)[] => found.map(([document]) => document.id);

export function describeVectorIndex(name: string, make: (options?: VectorIndexOptions) => VectorIndex, expectsGraph: boolean): void {
  const filled = async (): Promise<VectorIndex> => {
    const index = make();
    await index.addVectors(VECTORS, DOCUMENTS);
    return index;
  };

  describe(`VectorIndex, ${name}`, () => {
    it('is a LangChain vector store', async () => {
      expect(await filled()).toBeInstanceOf(VectorStore);
    });

    it('searches the way it is meant to', async () => {
      expect((await filled()).usesGraph).toBe(expectsGraph);
    });

    it('finds the nearest, best first, with their cosine', async () => {
      const index = await filled();
      for (const query of Array.from({ length: 20 }, aVector)) {
        const found = await index.similaritySearchVectorWithScore(query, 5);
        expect(idsIn(found)).toEqual(nearestByHand(query, 5));
        expect(found[0]?.[1]).toBeCloseTo(cosine(VECTORS[Number(found[0]?.[0].id?.slice(6))] ?? [], query), 5);
      }
    });

    it.each([100, 50, 2])('finds as many as there are under a filter that keeps %i', async (kept) => {
      const index = await filled();
      const ids = new Set(DOCUMENTS.slice(0, kept).map(({ id }) => id ?? ''));
      for (const query of Array.from({ length: 10 }, aVector))
        expect(idsIn(await index.similaritySearchVectorWithScore(query, 5, { ids }))).toEqual(nearestByHand(query, 5, ids));
    });

    it('finds nothing under a filter that keeps nothing', async () => {
      expect(await (await filled()).similaritySearchVectorWithScore(aVector(), 5, { ids: new Set() })).toEqual([]);
    });

    it('gives all when more are wanted than there are, and none when none are', async () => {
      const index = await filled();
      expect(await index.similaritySearchVectorWithScore(aVector(), 5000)).toHaveLength(COUNT);
      for (const k of [0, -1, Number.NaN]) expect(await index.similaritySearchVectorWithScore(aVector(), k)).toEqual([]);
    });

    it('no longer finds what was deleted; deleting twice, or what never was, is no fault', async () => {
      const index = await filled();
      const [nearest = ''] = nearestByHand(VECTORS[3] ?? [], 1);
      await index.delete({ ids: [nearest, nearest, 'never'] });
      await index.delete({ ids: [nearest] });
      expect(idsIn(await index.similaritySearchVectorWithScore(VECTORS[3] ?? [], 5))).not.toContain(nearest);
      expect(index.size).toBe(COUNT - 1);
    });

    it('replaces a document that comes again', async () => {
      const index = await filled();
      await index.addVectors([VECTORS[7] ?? []], [new Document({ id: 'entry-3', pageContent: 'new' })]);
      expect(index.size).toBe(COUNT);
      const found = await index.similaritySearchVectorWithScore(VECTORS[7] ?? [], 2);
      expect(idsIn(found)).toEqual(expect.arrayContaining(['entry-3', 'entry-7']));
    });

    it.each([
      ['of another length', [1, 2]],
      ['with NaN', [Number.NaN, ...(VECTORS[0]?.slice(1) ?? [])]],
      ['with infinity', [Number.POSITIVE_INFINITY, ...(VECTORS[0]?.slice(1) ?? [])]],
      ['of nothing but zeros', VECTORS[0]?.map(() => 0) ?? []],
    ])('refuses to add a vector %s and stays as it was', async (_, vector) => {
      const index = await filled();
      await expect(index.addVectors([vector], [new Document({ id: 'bad', pageContent: '' })])).rejects.toMatchObject({
        code: 'EMBEDDER_FAILED',
      });
      expect(index.size).toBe(COUNT);
      expect(idsIn(await index.similaritySearchVectorWithScore(VECTORS[5] ?? [], 1))).toEqual(['entry-5']);
    });

    it('refuses an unusable question instead of answering nonsense', async () => {
      const index = await filled();
      for (const query of [
        [1, 2],
        [Number.NaN, 1, 1, 1, 1, 1, 1, 1],
      ])
        await expect(index.similaritySearchVectorWithScore(query, 5)).rejects.toMatchObject({ code: 'EMBEDDER_FAILED' });
    });

    it('finds nothing near a question of zeros', async () => {
      expect(await (await filled()).similaritySearchVectorWithScore(new Array(DIMENSIONS).fill(0), 5)).toEqual([]);
    });

    it('accepts typed arrays as the arrays they stand for', async () => {
      const index = await filled();
      const typed = Float32Array.from(VECTORS[9] ?? []) as unknown as number[];
      expect(idsIn(await index.similaritySearchVectorWithScore(typed, 1))).toEqual(['entry-9']);
      await index.addVectors([typed], [new Document({ id: 'typed', pageContent: '' })]);
      expect(idsIn(await index.similaritySearchVectorWithScore(typed, 2))).toContain('typed');
    });

    it('grows beyond what was first made room for', async () => {
      const index = await filled();
      const many = Array.from({ length: 1500 }, aVector);
      await index.addVectors(
        many,
        many.map((_, n) => new Document({ id: `more-${n}`, pageContent: '' })),
      );
      expect(index.usesGraph).toBe(expectsGraph);
      expect(idsIn(await index.similaritySearchVectorWithScore(many[1400] ?? [], 1))).toEqual(['more-1400']);
    });

    it('answers while it is being filled', async () => {
      const index = make({ breathe: () => new Promise((resume) => setImmediate(resume)) });
      await index.addVectors(VECTORS, DOCUMENTS);
      const adding = index.addVectors([aVector(), aVector()], [new Document({ pageContent: 'a' }), new Document({ pageContent: 'b' })]);
      expect(idsIn(await index.similaritySearchVectorWithScore(VECTORS[1] ?? [], 1))).toEqual(['entry-1']);
      await adding;
      expect(index.size).toBe(COUNT + 2);
    });

    it('is empty before anything is added', async () => {
      const index = make();
      expect(await index.similaritySearchVectorWithScore(aVector(), 5)).toEqual([]);
      expect(await index.addVectors([], [])).toEqual([]);
      await index.delete({ ids: ['never'] });
    });
  });
}
