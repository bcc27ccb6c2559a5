/** A typed array that grows by doubling: an index of millions of numbers as a plain array would take eight times the memory. */
export class GrowingArray<T extends Uint8Array | Uint32Array> {
  readonly #make: (size: number) => T;
  #values: T;
  #length = 0;

  constructor(make: (size: number) => T) {
    this.#make = make;
    this.#values = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = this.#make(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** A view on what was pushed so far; pushing on may leave it behind. */
  view(): T {
    return this.#values.subarray(0, this.#length) as T;
  }
}

export const growingUint32 = (): GrowingArray<Uint32Array> => new GrowingArray((size) => new Uint32Array(size));
export const growingUint8 = (): GrowingArray<Uint8Array> => new GrowingArray((size) => new Uint8Array(size));
