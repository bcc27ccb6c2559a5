/** Scores of passages by number. One is made for the whole folder and used again: a question touches few of many. */
export class Scores {
  readonly #values: Float32Array;
  readonly #touched: number[] = [];

  constructor(size: number) {
    this.#values = new Float32Array(size);
  }

  /** Passages with a score. */
  get touched(): readonly number[] {
    return this.#touched;
  }

  /** 0 for a passage without one. */
  of(passage: number): number {
    return this.#values[passage] ?? 0;
  }

  /** Keeps the greater of the score that is there and this one. */
  raise(passage: number, score: number): void {
    const before = this.#values[passage] ?? 0;
    if (score <= before) return;
    if (before === 0) this.#touched.push(passage);
    this.#values[passage] = score;
  }

  highest(): number {
    let highest = 0;
    for (const passage of this.#touched) highest = Math.max(highest, this.of(passage));
    return highest;
  }

  clear(): void {
    for (const passage of this.#touched) this.#values[passage] = 0;
    this.#touched.length = 0;
  }
}
