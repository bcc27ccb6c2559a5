/** A graph that follows a table of vectors. It may fail at any time: then it is gone, that is logged once, and the table answers alone. */
import type { Log } from '../log';
import type { Breathe } from './breathing';
import { HnswGraph } from './hnsw-graph';
import type { Neighbour, VectorTable } from './vector-table';

export class FollowingGraph {
  readonly #table: VectorTable;
  readonly #log: Log;
  #graph: HnswGraph | undefined;
  /** Rows of the table that were shown to the graph. */
  #shown = 0;

  constructor(table: VectorTable, log: Log) {
    this.#table = table;
    this.#log = log;
    try {
      this.#graph = new HnswGraph(table.dimensions);
    } catch (error) {
      this.#drop(error);
    }
  }

  /** Does it work, and know every row of the table? */
  get isComplete(): boolean {
    return this.#graph !== undefined && this.#shown === this.#table.rowCount;
  }

  /** Takes in the rows it has not seen; those that are not live are passed over. */
  async follow(isLive: (row: number) => boolean, breathe: Breathe): Promise<void> {
    while (this.#graph && this.#shown < this.#table.rowCount) {
      const row = this.#shown;
      this.#shown += 1;
      if (isLive(row)) this.#attempt((graph) => graph.add(this.#table.rowAt(row), row));
      await breathe();
    }
  }

  remove(row: number): void {
    this.#attempt((graph) => graph.remove(row));
  }

  /** Undefined when the graph failed. */
  nearest(unit: readonly number[], count: number): Neighbour[] | undefined {
    return this.#attempt((graph) => graph.nearest(unit, count));
  }

  #attempt<T>(use: (graph: HnswGraph) => T): T | undefined {
    if (!this.#graph) return undefined;
    try {
      return use(this.#graph);
    } catch (error) {
      this.#drop(error);
      return undefined;
    }
  }

  #drop(error: unknown): void {
    this.#graph = undefined;
    this.#log.degraded({ part: 'hnsw', error });
  }
}
