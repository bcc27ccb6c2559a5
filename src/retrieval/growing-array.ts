/** Typed arrays that grow by doubling: an index of millions of numbers as plain arrays would take eight times the memory. */
export class GrowingUint32 {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** A view on what was pushed so far; pushing on may leave it behind. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}
