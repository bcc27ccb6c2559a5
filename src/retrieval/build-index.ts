/** Builds everything a retriever needs from the knowledge folder, leaving the event loop room to answer meanwhile. */
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { LOCALES, type Locale } from '../domain/locale';
import type { Log } from '../log';
import { type Breathe, makeBreath } from './breathing';
import { Corpus, indexedText } from './corpus';
import { type TrainingText, trainEmbedder } from './embedder';
import { type Concept, conceptsOf, Glossary } from './glossary';
import { type Failure, Retriever } from './retriever';
import { VectorIndex } from './vector-index';
import { type WordIndex, WordIndexBuilder } from './word-index';

export interface BuildOptions {
  readonly log: Log;
  /** Called now and then with the number of passages indexed so far. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Concepts beside those of the folder's vocabularies. */
  readonly concepts?: readonly Concept[];
  /** Takes the place of the built-in embedder. */
  readonly embeddings?: EmbeddingsInterface;
}

export async function buildRetriever(knowledge: KnowledgeBase, options: BuildOptions): Promise<Retriever> {
  const breathe = makeBreath();
  const corpus = new Corpus(knowledge);
  const glossary = new Glossary([...conceptsOf(knowledge.vocabularies), ...(options.concepts ?? [])]);
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
    builder.add(number, indexedText(passage));
    if (number % 256 === 0) onProgress?.(number, total);
    await breathe();
  }
  const indexes: WordIndex[] = [];
  for (const locale of LOCALES) {
    const builder = builders.get(locale);
    if (builder) indexes.push(builder.build());
    await breathe();
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
    const texts = corpus.entries.map((_, entry) => textsOf(corpus, entry));
    const embedder = embeddings ?? (await trainEmbedder(texts, glossary, breathe));
    const vectors = new VectorIndex(embedder, { breathe, log });
    const documents = corpus.entries.map((id, entry) => new Document({ id, pageContent: (texts[entry] ?? []).map(({ text }) => text).join('\n') }));
    for (let from = 0; from < documents.length; from += 32) {
      await vectors.addDocuments(documents.slice(from, from + 32));
      await breathe();
    }
    return { vectors, failures: [] };
  } catch (cause) {
    log.degraded({ part: 'vectors', error: cause });
    return { failures: [{ part: 'vectors', cause }] };
  }
}

const textsOf = (corpus: Corpus, entry: number): TrainingText =>
  corpus.passagesOf(entry).flatMap((number) => {
    const passage = corpus.passages[number];
    return passage ? [{ text: indexedText(passage), locale: passage.locale }] : [];
  });
