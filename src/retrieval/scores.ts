/**
 * Scores of texts by number. One is made for the whole folder and used again. In a large folder most texts share some letters with a
 * question: those too far below the best to count in a ranking have a score, and are not listed.
 */

/** Texts below this share of the best score are left out of a ranking: many in a large folder, and none of them an answer. */
const LEAST_SHARE = 0.1;

export class Scores {
  readonly #values: Float32Array;
  readonly #listed: Uint32Array;
  readonly #isListed: Uint8Array;
  #count = 0;
  #floor = 0;

  constructor(size: number) {
    this.#values = new Float32Array(size);
    this.#listed = new Uint32Array(size);
    this.#isListed = new Uint8Array(size);
  }

  /** At least all texts whose score counts in a ranking. */
  get touched(): Uint32Array {
    return this.#listed.subarray(0, this.#count);
  }

  /** 0 for a text without one. */
  of(text: number): number {
    return this.#values[text] ?? 0;
  }

  /** Some text has or will have this score: what is far below need not be listed. */
  promise(score: number): void {
    this.#floor = Math.max(this.#floor, LEAST_SHARE * score);
  }

  /** Keeps the greater of the score that is there and this one. */
  raise(text: number, score: number): void {
    if (score <= (this.#values[text] ?? 0)) return;
    this.#values[text] = score;
    if (score < this.#floor || this.#isListed[text] === 1) return;
    this.#isListed[text] = 1;
    this.#listed[this.#count] = text;
    this.#count += 1;
  }

  /** The least score that counts in a ranking. */
  floor(): number {
    return LEAST_SHARE * this.highest();
  }

  highest(): number {
    let highest = 0;
    for (let at = 0; at < this.#count; at++) highest = Math.max(highest, this.of(this.#listed[at] ?? 0));
    return highest;
  }

  clear(): void {
    this.#values.fill(0);
    for (let at = 0; at < this.#count; at++) this.#isListed[this.#listed[at] ?? 0] = 0;
    this.#count = 0;
    this.#floor = 0;
  }
}
