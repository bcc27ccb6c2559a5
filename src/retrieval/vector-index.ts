/**
 * Documents found by the nearness of their vectors, behind LangChain's `VectorStore`. Exact search while the index is small or a filter
 * narrow, an HNSW graph above. Filters are sets of ids and are applied on this side: nothing of ours runs inside native code.
 */
import { Document, type DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import { PonteError } from '../errors';
import { type Log, silentLog } from '../log';
import { type Breathe, makeBreath } from './breathing';
import { FollowingGraph } from './following-graph';
import { isNearer, type Neighbour, toUnit, VectorTable } from './vector-table';

/** Below, exact search takes under 5 ms and misses nothing (measured with 10,000 of 64 dimensions: 0.6 ms). Vectors. */
const EXACT_BELOW = 20_000;
/** A filter that keeps a smaller share is searched exactly: the graph would be walked in vain. */
const NARROW = 0.1;
/** Candidates asked of the graph for each one that should pass the filter. */
const SPARE_CANDIDATES = 2;

export interface VectorFilter {
  /** Ids of the documents that may be found. */
  readonly ids: ReadonlySet<string>;
}

export interface VectorIndexOptions {
  readonly exactBelow?: number;
  readonly breathe?: Breathe;
  readonly log?: Log;
}

export class VectorIndex extends VectorStore {
  declare FilterType: VectorFilter;
  readonly #options: Required<VectorIndexOptions>;
  /** By row; absent for one that was deleted. */
  readonly #documents: (DocumentInterface | undefined)[] = [];
  readonly #rows = new Map<string, number>();
  #table: VectorTable | undefined;
  /** Made once it is needed. */
  #graph: FollowingGraph | undefined;

  constructor(embeddings: EmbeddingsInterface, options: VectorIndexOptions = {}) {
    super(embeddings, {});
    this.#options = { exactBelow: EXACT_BELOW, breathe: makeBreath(), log: silentLog, ...options };
  }

  override _vectorstoreType(): string {
    return 'ponte';
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Does the next unfiltered search walk the graph? */
  get usesGraph(): boolean {
    return this.size >= this.#options.exactBelow && this.#graph?.isComplete === true;
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<string[]> {
    return this.addVectors(await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent)), documents);
  }

  /** A document of an id that is already here replaces it. Throws EMBEDDER_FAILED, having added nothing, when a vector is unusable. */
  override async addVectors(vectors: number[][], documents: DocumentInterface[]): Promise<string[]> {
    const table = this.#table ?? new VectorTable(vectors[0]?.length ?? 0);
    if (vectors.length !== documents.length)
      throw new PonteError('EMBEDDER_FAILED', `${vectors.length} vectors for ${documents.length} texts`);
    const units = vectors.map((vector) => toUnit(vector, table.dimensions));
    if (units.length > 0 && units.every(isZero)) throw new PonteError('EMBEDDER_FAILED', 'only zeros');
    if (units.length > 0) this.#table = table;
    const ids = units.map((unit, n) => this.#put(table, unit, documents[n]));
    await this.#followUp(table);
    return ids;
  }

  #put(table: VectorTable, unit: readonly number[], document: DocumentInterface | undefined): string {
    const row = table.add(unit);
    const id = document?.id ?? `row-${row}`;
    this.#remove(id);
    this.#rows.set(id, row);
    this.#documents[row] = new Document({ pageContent: '', metadata: {}, ...document, id });
    return id;
  }

  override async delete({ ids }: { ids: readonly string[] }): Promise<void> {
    for (const id of ids) this.#remove(id);
  }

  #remove(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#rows.delete(id);
    this.#documents[row] = undefined;
    this.#graph?.remove(row);
  }

  /** Best first, with the cosine; ties by row. A vector of zeros is near nothing. Throws EMBEDDER_FAILED for an unusable `query`. */
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: VectorFilter,
  ): Promise<[DocumentInterface, number][]> {
    if (!this.#table || !(k >= 1)) return [];
    const unit = toUnit(query, this.#table.dimensions);
    if (isZero(unit)) return [];
    const nearest = this.#searchGraph(unit, Math.floor(k), filter) ?? this.#searchExactly(this.#table, unit, Math.floor(k), filter);
    return nearest.flatMap(({ row, likeness }) => {
      const document = this.#documents[row];
      return document ? [[document, likeness] as [DocumentInterface, number]] : [];
    });
  }

  #searchExactly(table: VectorTable, unit: readonly number[], k: number, filter?: VectorFilter): Neighbour[] {
    return table.nearest(unit, k, (row) => {
      const document = this.#documents[row];
      return document !== undefined && (!filter || filter.ids.has(document.id ?? ''));
    });
  }

  /** Undefined when the graph cannot answer well enough. */
  #searchGraph(unit: readonly number[], k: number, filter?: VectorFilter): Neighbour[] | undefined {
    if (!this.usesGraph) return undefined;
    const share = filter ? Math.min(1, filter.ids.size / this.size) : 1;
    if (share < NARROW) return undefined;
    const count = filter ? Math.ceil((k * SPARE_CANDIDATES) / share) : k;
    const passing = this.#graph?.nearest(unit, count)?.filter(({ row }) => !filter || filter.ids.has(this.#documents[row]?.id ?? ''));
    return passing && passing.length >= Math.min(k, this.size * share)
      ? passing.sort((a, b) => (isNearer(a, b) ? -1 : 1)).slice(0, k)
      : undefined;
  }

  async #followUp(table: VectorTable): Promise<void> {
    const { exactBelow, breathe, log } = this.#options;
    if (this.size < exactBelow) return;
    this.#graph ??= new FollowingGraph(table, log);
    await this.#graph.follow((row) => this.#documents[row] !== undefined, breathe);
  }
}

const isZero = (vector: readonly number[]): boolean => vector.every((x) => x === 0);
