/** The knowledge folder → a retriever, through an index that is built here, in a thread beside, or was kept from an earlier start. */
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Log } from '../log';
import { makeBreath } from './breathing';
import { Corpus } from './corpus';
import { FolderEmbedder } from './embedder';
import { conceptsOf, Glossary } from './glossary';
import { IndexBuilder, type Progress } from './index-builder';
import type { IndexImage, IndexInput } from './index-image';
import { type Failure, Retriever } from './retriever';
import { VectorIndex } from './vector-index';
import type { Weights } from './weights';
import { WordIndex } from './word-index';

const ENTRIES_AT_ONCE = 16;
const TEXTS_A_BREATH = 32;

/** Whoever turns texts into an index. Throws INDEX_FAILED when it cannot. */
export interface Indexer {
  build(input: IndexInput, onProgress?: Progress): Promise<IndexImage>;
}

export interface BuildOptions {
  readonly log: Log;
  /** Called now and then with the number of passages indexed so far. */
  readonly onProgress?: Progress;
  /** Absent: a builder on this thread that lets the event loop turn meanwhile. */
  readonly indexer?: Indexer;
  /** Takes the place of the built-in embedder. */
  readonly embeddings?: EmbeddingsInterface;
  readonly weights?: Weights;
}

export async function buildRetriever(knowledge: KnowledgeBase, options: BuildOptions): Promise<Retriever> {
  const corpus = new Corpus(knowledge);
  const indexer = options.indexer ?? new IndexBuilder(makeBreath());
  const input = await inputOf(corpus, knowledge, options.embeddings === undefined);
  return openRetriever(corpus, await indexer.build(input, options.onProgress), options);
}

/** What an index of this folder is made from; the numbers are those of the corpus. Questions are answered meanwhile. */
async function inputOf(corpus: Corpus, { vocabularies }: KnowledgeBase, isLatent: boolean): Promise<IndexInput> {
  const breathe = makeBreath();
  const passages: IndexInput['passages'][number][] = [];
  for (let number = 0; number < corpus.size; number++) {
    passages.push({
      text: corpus.textOf(number),
      locale: corpus.localeOf(number) ?? 'en',
    });
    if (number % TEXTS_A_BREATH === 0) await breathe();
  }
  const entries = corpus.entries.map((_, entry) => corpus.passagesOf(entry));
  return { passages, entries, concepts: conceptsOf(vocabularies), isLatent };
}

async function openRetriever(corpus: Corpus, image: IndexImage, options: BuildOptions): Promise<Retriever> {
  const glossary = new Glossary(image.glossary);
  const indexes = image.words.map((words) => new WordIndex(words));
  const { vectors, failures } = await openVectors(corpus, image, glossary, options);
  return new Retriever({
    corpus,
    indexes,
    glossary,
    failures,
    log: options.log,
    ...(vectors && { vectors }),
    ...(options.weights && { weights: options.weights }),
  });
}

async function openVectors(
  corpus: Corpus,
  image: IndexImage,
  glossary: Glossary,
  { log, embeddings }: BuildOptions,
): Promise<{ vectors?: VectorIndex; failures: readonly Failure[] }> {
  try {
    const embedder = embeddings ?? builtInEmbedder(image, glossary);
    if (!embedder) return { failures: [] };
    const vectors = new VectorIndex(embedder, { breathe: makeBreath(), log });
    for (let from = 0; from < corpus.entries.length; from += ENTRIES_AT_ONCE) {
      const ids = corpus.entries.slice(from, from + ENTRIES_AT_ONCE);
      const rows = embeddings
        ? await embeddings.embedDocuments(ids.map((_, n) => wholeText(corpus, from + n)))
        : ids.map((_, n) => vectorAt(image, from + n));
      // The texts themselves are kept once, in the corpus.
      await vectors.addVectors(
        rows,
        ids.map((id) => new Document({ id, pageContent: '' })),
      );
    }
    return { vectors, failures: [] };
  } catch (cause) {
    log.degraded({ part: 'vectors', error: cause });
    return { failures: [{ part: 'vectors', cause }] };
  }
}

/** Undefined for an empty folder. Throws what kept it from learning. */
function builtInEmbedder({ latent, fault }: IndexImage, glossary: Glossary): FolderEmbedder | undefined {
  if (fault !== undefined) throw new Error(fault);
  return latent && new FolderEmbedder(latent.embedder, glossary);
}

function vectorAt({ latent }: IndexImage, entry: number): number[] {
  const dimensions = latent?.embedder.space.dimensions ?? 0;
  return Array.from(latent?.vectors.subarray(entry * dimensions, (entry + 1) * dimensions) ?? []);
}

const wholeText = (corpus: Corpus, entry: number): string =>
  corpus
    .passagesOf(entry)
    .map((number) => corpus.textOf(number))
    .join('\n');
