/**
 * The retriever as LangChain's `BaseRetriever`, for chains and tools that expect one.
 *
 * LangChain sends every run to LangSmith when LANGSMITH_TRACING (or three older names) is "true", and prints it when LANGCHAIN_VERBOSE
 * is: what enquirers say would leave the house because of a variable that somebody set for another program. Both start where `invoke`
 * configures its callback manager, so this class answers `invoke` itself and never makes one. A chain built around it makes its own:
 * whoever builds one has to see to that.
 */
import { Document, type DocumentInterface } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { Locale } from '../domain/locale';
import type { Hit } from '../domain/passage';
import type { Question, Retriever } from './retriever';

export interface PassageMetadata extends Record<string, unknown> {
  readonly entry: string;
  readonly locale: Locale;
  readonly heading: string;
  readonly score: number;
}

/** Everything of a question but its words. */
export type Asked = Omit<Question, 'text'>;

export class LangChainRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['ponte', 'retrieval'];
  readonly #retriever: Retriever;
  readonly #asked: Asked;

  constructor(retriever: Retriever, asked: Asked) {
    super();
    this.#retriever = retriever;
    this.#asked = asked;
  }

  /** Best first. Callbacks and tracers that a caller passes are not told. */
  override async invoke(text: string): Promise<DocumentInterface<PassageMetadata>[]> {
    return this._getRelevantDocuments(text);
  }

  override async _getRelevantDocuments(text: string): Promise<DocumentInterface<PassageMetadata>[]> {
    const { hits } = await this.#retriever.search({ ...this.#asked, text });
    return hits.map(documentOf);
  }
}

function documentOf({ passage, score }: Hit): Document<PassageMetadata> {
  const { id, text, entry, locale, heading } = passage;
  return new Document({ id, pageContent: text, metadata: { entry, locale, heading, score } });
}
