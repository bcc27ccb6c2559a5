/** A cache that cannot grow without end: full, it starts again. Cheap, and what is asked often is soon back. */
export class BoundedMap<K, V> {
  readonly #limit: number;
  readonly #values = new Map<K, V>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#values.size;
  }

  clear(): void {
    this.#values.clear();
  }

  /** The kept value, or the one `make` gives, which is kept from now on. */
  getOrMake(key: K, make: (key: K) => V): V {
    const kept = this.#values.get(key);
    if (kept !== undefined) return kept;
    const made = make(key);
    if (this.#values.size >= this.#limit) this.#values.clear();
    this.#values.set(key, made);
    return made;
  }
}
