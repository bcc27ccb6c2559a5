/** A vector store in memory on LangChain's base class, over Ponte's own embedder trained on the same texts: vectors alone. */
import { join } from 'node:path';
import { Document, type DocumentInterface } from '@langchain/core/documents';
import { VectorStore } from '@langchain/core/vectorstores';
import { readVocabularies } from '../../../../src/knowledge/read-vocabularies';
import { FolderEmbedder, trainEmbedder } from '../../../../src/retrieval/embedder';
import { conceptsOf, Glossary, readGlossary } from '../../../../src/retrieval/glossary';
import { PROJECT } from '../../child';
import { DOCUMENTS, type Engine, firstEntries, groupBy } from '../engine';

/** As LangChain's MemoryVectorStore does it, which @langchain/core no longer has: every vector is compared, the nearest are kept. */
class CosineStore extends VectorStore {
  declare FilterType: never;
  readonly #rows: { readonly vector: readonly number[]; readonly document: DocumentInterface }[] = [];

  override _vectorstoreType(): string {
    return 'memory';
  }

  override async addVectors(vectors: number[][], documents: DocumentInterface[]): Promise<void> {
    for (const [n, document] of documents.entries()) this.#rows.push({ vector: vectors[n] ?? [], document });
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<void> {
    await this.addVectors(await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent)), documents);
  }

  /** The embedder's vectors have length 1, so that the product is the cosine. */
  override async similaritySearchVectorWithScore(query: number[], k: number): Promise<[DocumentInterface, number][]> {
    const scored = this.#rows.map(({ vector, document }): [DocumentInterface, number] => [document, product(vector, query)]);
    return scored.sort(([, a], [, b]) => b - a).slice(0, k);
  }
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += (a[n] ?? 0) * (b[n] ?? 0);
  return sum;
}

const withoutPause = async (): Promise<void> => {};

export async function makeEngine(): Promise<Engine> {
  const { vocabularies } = await readVocabularies(join(PROJECT, 'knowledge'));
  return {
    onFolder: { languages: 'all', document: 'entry' },
    build: async (texts) => {
      const glossary = new Glossary(readGlossary(conceptsOf(vocabularies)));
      const entries = [...groupBy(texts, ({ entry }) => entry).values()];
      const embedder = new FolderEmbedder(await trainEmbedder(entries.length, (n) => entries[n] ?? [], glossary, withoutPause), glossary);
      const store = new CosineStore(embedder, {});
      await store.addDocuments(texts.map(({ entry, text }) => new Document({ pageContent: text, metadata: { entry } })));
      return async (question) => {
        const found = await store.similaritySearch(question, DOCUMENTS);
        return firstEntries(found.map(({ metadata }) => String(metadata.entry)));
      };
    },
  };
}
