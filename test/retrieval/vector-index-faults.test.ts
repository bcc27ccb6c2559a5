import { Document } from '@langchain/core/documents';
import { SyntheticEmbeddings } from '@langchain/core/utils/testing';
import { makeLog } from '../../src/log';
import { VectorIndex } from '../../src/retrieval/vector-index';

/** How the native library is called, and whether it fails. */
const mockNative = { searches: [] as unknown[][], fails: false };

jest.mock('hnswlib-node', () => {
  const { HierarchicalNSW } = jest.requireActual<typeof import('hnswlib-node')>('hnswlib-node');
  class WatchedGraph {
    readonly #graph: InstanceType<typeof HierarchicalNSW>;
    constructor(...given: ConstructorParameters<typeof HierarchicalNSW>) {
      this.#graph = new HierarchicalNSW(...given);
    }
    initIndex(most: number): void {
      this.#graph.initIndex(most);
    }
    addPoint(point: number[], label: number): void {
      this.#graph.addPoint(point, label);
    }
    setEf(ef: number): void {
      this.#graph.setEf(ef);
    }
    searchKnn(...given: Parameters<InstanceType<typeof HierarchicalNSW>['searchKnn']>) {
      mockNative.searches.push(given);
      if (mockNative.fails) throw new Error('native failure');
      return this.#graph.searchKnn(...given);
    }
  }
  return { HierarchicalNSW: WatchedGraph };
});

const lines: string[] = [];

async function filled(): Promise<VectorIndex> {
  const log = makeLog('info', { write: (line) => lines.push(line) });
  const index = new VectorIndex(new SyntheticEmbeddings({ vectorSize: 2 }), { exactBelow: 1, log });
  const documents = ['a', 'b'].map((id) => new Document({ id, pageContent: '' }));
  await index.addVectors(
    [
      [1, 0],
      [0, 1],
    ],
    documents,
  );
  return index;
}

beforeEach(() => {
  lines.length = 0;
  mockNative.searches = [];
  mockNative.fails = false;
});

it('goes on exactly, and says so once, when the graph fails', async () => {
  const index = await filled();
  mockNative.fails = true;
  const search = async () => (await index.similaritySearchVectorWithScore([1, 0], 1)).map(([document]) => document.id);
  expect([await search(), await search(), index.usesGraph]).toEqual([['a'], ['a'], false]);
  expect(mockNative.searches).toHaveLength(1);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ msg: 'degraded', part: 'hnsw', error: { code: 'INDEX_FAILED' } });
});

it('never hands a callback to native code: one that throws would kill the process', async () => {
  const index = await filled();
  await index.similaritySearchVectorWithScore([1, 0], 1, { ids: new Set(['a', 'b']) });
  await index.similaritySearchVectorWithScore([1, 0], 1);
  expect(mockNative.searches).toHaveLength(2);
  for (const given of mockNative.searches) expect(given.some((one) => typeof one === 'function')).toBe(false);
});

it('hands plain arrays to native code', async () => {
  const index = await filled();
  await index.similaritySearchVectorWithScore(Float32Array.of(1, 0) as unknown as number[], 1);
  expect(mockNative.searches.every(([query]) => Array.isArray(query))).toBe(true);
});
