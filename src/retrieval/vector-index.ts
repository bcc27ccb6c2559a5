/**
 * Documents found by the nearness of their vectors, behind LangChain's `VectorStore`. Exact search while the index is small or a filter
 * narrow, an HNSW graph above. Filters are sets of ids and are applied on this side: nothing of ours runs inside native code.
 */
import type { DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import { PonteError } from '../errors';
import { type Log, silentLog } from '../log';
import { type Breathe, makeBreath } from './breathing';
import { HnswGraph, type Neighbour } from './hnsw-graph';
import { toUnit, VectorTable } from './vector-table';

/** Below, exact search takes under 5 ms and misses nothing (reference/retrieval.md 5). Vectors. */
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
  readonly #documents = new Map<number, DocumentInterface>();
  readonly #rows = new Map<string, number>();
  #table: VectorTable | undefined;
  #graph: HnswGraph | undefined;
  /** The graph failed once: exact search serves from then on. */
  #graphFailed = false;
  /** Rows of the table that the graph has been shown. */
  #graphed = 0;

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
    return this.#graph !== undefined && this.size >= this.#options.exactBelow && this.#graphed === this.#table?.rowCount;
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<string[]> {
    return this.addVectors(await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent)), documents);
  }

  /** A document of an id that is already here replaces it. Throws EMBEDDER_FAILED, having added nothing, when a vector is unusable. */
  override async addVectors(vectors: number[][], documents: DocumentInterface[]): Promise<string[]> {
    const table = this.#table ?? new VectorTable(vectors[0]?.length ?? 0);
    if (vectors.length !== documents.length) throw new PonteError('EMBEDDER_FAILED', `${vectors.length} vectors for ${documents.length} texts`);
    const units = vectors.map((vector) => toUnit(vector, table.dimensions));
    if (units.length > 0 && units.every(isZero)) throw new PonteError('EMBEDDER_FAILED', 'only zeros');
    if (units.length > 0) this.#table = table;
    const ids = units.map((unit, n) => this.#put(table, unit, documents[n]));
    await this.#catchUp();
    return ids;
  }

  #put(table: VectorTable, unit: readonly number[], document: DocumentInterface | undefined): string {
    const row = table.add(unit);
    const id = document?.id ?? `row-${row}`;
    this.#remove(id);
    this.#rows.set(id, row);
    if (document) this.#documents.set(row, document);
    return id;
  }

  override async delete({ ids }: { ids: readonly string[] }): Promise<void> {
    for (const id of ids) this.#remove(id);
  }

  #remove(id: string): void {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#rows.delete(id);
    this.#documents.delete(row);
    this.#tryGraph((graph) => graph.remove(row));
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
      const document = this.#documents.get(row);
      return document ? [[document, likeness] as [DocumentInterface, number]] : [];
    });
  }

  #searchExactly(table: VectorTable, unit: readonly number[], k: number, filter?: VectorFilter): Neighbour[] {
    const scored: Neighbour[] = [];
    for (const [id, row] of this.#rows) if (!filter || filter.ids.has(id)) scored.push({ row, likeness: table.likeness(row, unit) });
    return scored.sort(bestFirst).slice(0, k);
  }

  /** Undefined when the graph cannot answer well enough. */
  #searchGraph(unit: readonly number[], k: number, filter?: VectorFilter): Neighbour[] | undefined {
    if (!this.usesGraph) return undefined;
    const share = filter ? Math.min(1, filter.ids.size / this.size) : 1;
    if (share < NARROW) return undefined;
    const count = filter ? Math.ceil((k * SPARE_CANDIDATES) / share) : k;
    const found = this.#tryGraph((graph) => graph.nearest(unit, count));
    const passing = found?.filter(({ row }) => !filter || filter.ids.has(this.#idAt(row)));
    return passing && passing.length >= Math.min(k, this.size * share) ? passing.sort(bestFirst).slice(0, k) : undefined;
  }

  #idAt(row: number): string {
    return this.#documents.get(row)?.id ?? `row-${row}`;
  }

  /** Shows the graph the rows it has not seen, once there are enough to need it. */
  async #catchUp(): Promise<void> {
    const table = this.#table;
    if (!table || this.#graphFailed || this.size < this.#options.exactBelow) return;
    this.#graph ??= this.#makeGraph(table.dimensions);
    while (this.#graph && this.#graphed < table.rowCount) {
      const row = this.#graphed;
      this.#graphed += 1;
      if (this.#documents.has(row)) this.#tryGraph((graph) => graph.add(table.rowAt(row), row));
      await this.#options.breathe();
    }
  }

  #makeGraph(dimensions: number): HnswGraph | undefined {
    try {
      return new HnswGraph(dimensions);
    } catch (error) {
      this.#dropGraph(error);
      return undefined;
    }
  }

  #tryGraph<T>(use: (graph: HnswGraph) => T): T | undefined {
    if (!this.#graph) return undefined;
    try {
      return use(this.#graph);
    } catch (error) {
      this.#dropGraph(error);
      return undefined;
    }
  }

  #dropGraph(error: unknown): void {
    this.#graph = undefined;
    this.#graphFailed = true;
    this.#options.log.degraded({ part: 'hnsw', error });
  }
}

const isZero = (vector: readonly number[]): boolean => vector.every((x) => x === 0);
const bestFirst = (a: Neighbour, b: Neighbour): number => b.likeness - a.likeness || a.row - b.row;
