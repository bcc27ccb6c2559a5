/** Builds everything a retriever needs from the knowledge folder, leaving the event loop room to answer meanwhile. */
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { LOCALES, type Locale } from '../domain/locale';
import type { Log } from '../log';
import { type Breathe, makeBreath } from './breathing';
import { Corpus } from './corpus';
import { type TrainingText, trainEmbedder } from './embedder';
import { conceptsOf, Glossary } from './glossary';
import { type Failure, Retriever } from './retriever';
import { VectorIndex } from './vector-index';
import type { WordIndex } from './word-index';
import { WordIndexBuilder } from './word-index-builder';

const ENTRIES_AT_ONCE = 16;

export interface BuildOptions {
  readonly log: Log;
  /** Called now and then with the number of passages indexed so far. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Takes the place of the built-in embedder. */
  readonly embeddings?: EmbeddingsInterface;
}

export async function buildRetriever(knowledge: KnowledgeBase, options: BuildOptions): Promise<Retriever> {
  const breathe = makeBreath();
  const corpus = new Corpus(knowledge);
  const glossary = new Glossary(conceptsOf(knowledge.vocabularies));
  const indexes = await indexWords(corpus, breathe, options);
  const { vectors, failures } = await indexVectors(corpus, glossary, breathe, options);
  return new Retriever({ corpus, indexes, glossary, failures, log: options.log, ...(vectors && { vectors }) });
}

async function indexWords(corpus: Corpus, breathe: Breathe, { onProgress }: BuildOptions): Promise<WordIndex[]> {
  const builders = new Map<Locale, WordIndexBuilder>();
  const total = corpus.passages.length;
  for (const [number, passage] of corpus.passages.entries()) {
    const builder = builders.get(passage.locale) ?? new WordIndexBuilder(passage.locale);
    builders.set(passage.locale, builder);
    builder.add(number, corpus.textOf(number));
    if (number % 256 === 0) onProgress?.(number, total);
    await breathe();
  }
  const indexes: WordIndex[] = [];
  for (const locale of LOCALES) {
    const builder = builders.get(locale);
    if (builder) indexes.push(await builder.build(breathe));
    // What was counted while building is a few hundred megabytes in a large folder.
    builders.delete(locale);
  }
  onProgress?.(total, total);
  return indexes;
}

async function indexVectors(
  corpus: Corpus,
  glossary: Glossary,
  breathe: Breathe,
  { log, embeddings }: BuildOptions,
): Promise<{ vectors?: VectorIndex; failures: readonly Failure[] }> {
  try {
    const embedder = embeddings ?? (await trainEmbedder(corpus.entries.length, (entry) => piecesOf(corpus, entry), glossary, breathe));
    const vectors = new VectorIndex(embedder, { breathe, log });
    for (let from = 0; from < corpus.entries.length; from += ENTRIES_AT_ONCE) {
      const ids = corpus.entries.slice(from, from + ENTRIES_AT_ONCE);
      const texts = ids.map((_, n) =>
        piecesOf(corpus, from + n)
          .map(({ text }) => text)
          .join('\n'),
      );
      // The texts themselves are kept once, in the corpus.
      const documents = ids.map((id) => new Document({ id, pageContent: '' }));
      await vectors.addVectors(await embedder.embedDocuments(texts), documents);
      await breathe();
    }
    return { vectors, failures: [] };
  } catch (cause) {
    log.degraded({ part: 'vectors', error: cause });
    return { failures: [{ part: 'vectors', cause }] };
  }
}

const piecesOf = (corpus: Corpus, entry: number): TrainingText =>
  corpus.passagesOf(entry).flatMap((number) => {
    const passage = corpus.passages[number];
    return passage ? [{ text: corpus.textOf(number), locale: passage.locale }] : [];
  });
