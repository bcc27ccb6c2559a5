import { Document } from '@langchain/core/documents';
import { SyntheticEmbeddings } from '@langchain/core/utils/testing';
import { HnswGraph } from '../../src/retrieval/hnsw-graph';
import { VectorIndex } from '../../src/retrieval/vector-index';
import { describeVectorIndex } from './vector-index.contract';

const embeddings = new SyntheticEmbeddings({ vectorSize: 8 });

describeVectorIndex('searched exactly', (options) => new VectorIndex(embeddings, options), false);
describeVectorIndex('searched by its graph', (options) => new VectorIndex(embeddings, { exactBelow: 10, ...options }), true);

describe('VectorIndex', () => {
  it('embeds documents and questions by its embedder', async () => {
    const index = new VectorIndex(embeddings);
    await index.addDocuments(['one text', 'another'].map((text) => new Document({ id: text, pageContent: text })));
    const [best] = await index.similaritySearchWithScore('another', 1);
    expect(best?.[0]).toMatchObject({ id: 'another', pageContent: 'another' });
    expect(best?.[1]).toBeCloseTo(1, 5);
  });

  it('gives documents without an id one', async () => {
    const index = new VectorIndex(embeddings);
    expect(
      await index.addVectors(
        [
          [1, 0],
          [0, 1],
        ],
        [new Document({ pageContent: 'a' }), new Document({ pageContent: 'b' })],
      ),
    ).toEqual(['row-0', 'row-1']);
  });

  it('refuses more vectors than documents', async () => {
    await expect(new VectorIndex(embeddings).addVectors([[1, 0]], [])).rejects.toMatchObject({ code: 'EMBEDDER_FAILED' });
  });

  it('starts the graph when it has grown large enough, and leaves it when it has shrunk', async () => {
    const index = new VectorIndex(embeddings, { exactBelow: 3 });
    const add = (id: string, vector: number[]) => index.addVectors([vector], [new Document({ id, pageContent: '' })]);
    await add('a', [1, 0]);
    await add('b', [0, 1]);
    expect(index.usesGraph).toBe(false);
    await add('c', [1, 1]);
    expect(index.usesGraph).toBe(true);
    await index.delete({ ids: ['c'] });
    expect(index.usesGraph).toBe(false);
    const found = await index.similaritySearchVectorWithScore([1, 0.9], 3);
    expect(found.map(([document]) => document.id)).toEqual(['a', 'b']);
  });
});

describe('HnswGraph', () => {
  it('turns every native fault into one code', () => {
    const graph = new HnswGraph(2);
    expect(() => graph.add([1, 0, 0], 0)).toThrow(expect.objectContaining({ code: 'INDEX_FAILED' }));
    graph.add([1, 0], 0);
    expect(() => graph.nearest([1], 1)).toThrow(expect.objectContaining({ code: 'INDEX_FAILED' }));
  });

  it('is found empty without asking the library', () => {
    expect(new HnswGraph(2).nearest([1, 0], 3)).toEqual([]);
  });

  it('takes removing a row twice, or one that never was, as done', () => {
    const graph = new HnswGraph(2);
    graph.add([1, 0], 0);
    for (const row of [0, 0, 5, -1]) graph.remove(row);
    expect(graph.nearest([1, 0], 3)).toEqual([]);
  });
});
