/** What each entry is worth to one question, in typed arrays: in a large folder most entries share some letters with it. */

export class Standings {
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  /** Of the first: translations of one section count as one. */
  readonly #section: Int32Array;
  /** Added to the sections. */
  readonly #added: Float64Array;
  /** Those that are worth something. */
  readonly #entries: number[] = [];
  readonly #isIn: Uint8Array;
  #secondShare = 0;

  /** For so many entries. */
  constructor(size: number) {
    this.#first = new Float64Array(size);
    this.#second = new Float64Array(size);
    this.#section = new Int32Array(size);
    this.#added = new Float64Array(size);
    this.#isIn = new Uint8Array(size);
  }

  /** Ready for the next question. `secondShare` is what the second-best section counts. */
  clear(secondShare: number): void {
    for (const entry of this.#entries) {
      this.#first[entry] = 0;
      this.#second[entry] = 0;
      this.#added[entry] = 0;
      this.#isIn[entry] = 0;
    }
    this.#entries.length = 0;
    this.#secondShare = secondShare;
  }

  get entries(): readonly number[] {
    return this.#entries;
  }

  /** A section of this entry has this score. */
  raise(entry: number, score: number, section: number): void {
    this.#takeIn(entry);
    const first = this.#first[entry] ?? 0;
    const isSame = first > 0 && section === this.#section[entry];
    if (score > first) {
      if (!isSame) this.#second[entry] = first;
      this.#first[entry] = score;
      this.#section[entry] = section;
    } else if (!isSame && score > (this.#second[entry] ?? 0)) this.#second[entry] = score;
  }

  add(entry: number, score: number): void {
    this.#takeIn(entry);
    this.#added[entry] = (this.#added[entry] ?? 0) + score;
  }

  /** The score of its best section. */
  firstOf(entry: number): number {
    return this.#first[entry] ?? 0;
  }

  worthOf(entry: number): number {
    return (this.#first[entry] ?? 0) + this.#secondShare * (this.#second[entry] ?? 0) + (this.#added[entry] ?? 0);
  }

  /** How many entries are worth at least so much. */
  countOf(least: number): number {
    let count = 0;
    for (const entry of this.#entries) if (this.worthOf(entry) >= least) count += 1;
    return count;
  }

  highest(): number {
    let highest = 0;
    for (const entry of this.#entries) highest = Math.max(highest, this.worthOf(entry));
    return highest;
  }

  #takeIn(entry: number): void {
    if (this.#isIn[entry] === 1) return;
    this.#isIn[entry] = 1;
    this.#entries.push(entry);
  }
}
