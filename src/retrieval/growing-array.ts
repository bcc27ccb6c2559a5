/** A typed array that grows by doubling: an index of millions of numbers as a plain array would take eight times the memory. */
type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

const FIRST_SIZE = 1024;

export class GrowingArray<T extends Numbers> {
  readonly #make: (size: number) => T;
  #values: T;
  #length: number;

  /** Begins with the numbers of `first`, which is never written to. */
  constructor(make: (size: number) => T, first?: T) {
    this.#make = make;
    this.#values = first ?? make(FIRST_SIZE);
    this.#length = first?.length ?? 0;
  }

  get length(): number {
    return this.#length;
  }

  /** What lies below, longer than what was pushed: for reading in a loop. */
  get values(): T {
    return this.#values;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = this.#make(Math.max(FIRST_SIZE, this.#length * 2));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  clear(): void {
    this.#length = 0;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** A view on what was pushed so far; pushing on may leave it behind. */
  view(): T {
    return this.#values.subarray(0, this.#length) as T;
  }
}

export const growingUint32 = (): GrowingArray<Uint32Array> => new GrowingArray((size) => new Uint32Array(size));
