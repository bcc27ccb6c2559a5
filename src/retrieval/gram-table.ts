/**
 * Numbers the runs of letters (grams) of an index. Grams are packed into 32 bits and kept in an open-addressing table, because a Map
 * of strings would take most of the time and memory of building an index.
 */
const BITS_A_LETTER = 8;
const LETTERS = 2 ** BITS_A_LETTER;
const LETTER = LETTERS - 1;
/** Stands before, between and after words. */
const FRAME = 1;
const FIRST_SIZE_BITS = 10;
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio; its high bits are the good ones. */
const SPREAD = 0x9e3779b1;
const MOST_FULL = 0.6;

/** A table as plain data. */
export interface GramTableImage {
  readonly letters: Uint8Array;
  readonly lettersUsed: number;
  readonly sizeBits: number;
  readonly keys: Uint32Array;
  readonly ids: Int32Array;
  readonly size: number;
}

export class GramTable {
  /** Letter (UTF-16 code) → 2…255 in order of appearance; what comes after shares the last, which only blurs rare scripts. */
  readonly #letters: Uint8Array;
  #lettersUsed: number;
  #sizeBits: number;
  #keys: Uint32Array;
  #ids: Int32Array;
  #size: number;

  /** Takes the arrays of `image` as its own. */
  constructor(image: GramTableImage = emptyImage()) {
    this.#letters = image.letters;
    this.#lettersUsed = image.lettersUsed;
    this.#sizeBits = image.sizeBits;
    this.#keys = image.keys;
    this.#ids = image.ids;
    this.#size = image.size;
  }

  /** The arrays are the table's own: copy or send them before it learns on. */
  toImage(): GramTableImage {
    return {
      letters: this.#letters,
      lettersUsed: this.#lettersUsed,
      sizeBits: this.#sizeBits,
      keys: this.#keys,
      ids: this.#ids,
      size: this.#size,
    };
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Numbers of the grams of `length` (at most 4) letters of a word between its frames, in order. Unknown grams get a number when `learn`,
   * else are left out.
   */
  gramsOf(word: string, length: number, learn: boolean): number[] {
    const mask = length === 4 ? -1 : LETTERS ** length - 1;
    const grams: number[] = [];
    let packed = FRAME;
    let known = 1;
    for (let at = 0; at <= word.length; at++) {
      const letter = at === word.length ? FRAME : this.#letterOf(word.charCodeAt(at), learn);
      packed = ((packed << BITS_A_LETTER) | letter) & mask;
      known = letter === 0 ? 0 : known + 1;
      const id = known < length ? -1 : this.#idOf(packed >>> 0, learn);
      if (id >= 0) grams.push(id);
    }
    return grams;
  }

  /**
   * The edges of a word, for `jointsOf`: its first two and last two letters packed into 32 bits, frames included, 0 for a letter the table
   * does not know.
   */
  edgesOf(word: string, learn: boolean): number {
    const first = this.#letterOf(word.charCodeAt(0), learn);
    const last = this.#letterOf(word.charCodeAt(word.length - 1), learn);
    const second = word.length > 1 ? this.#letterOf(word.charCodeAt(1), learn) : FRAME;
    const beforeLast = word.length > 1 ? this.#letterOf(word.charCodeAt(word.length - 2), learn) : FRAME;
    return ((first << (3 * BITS_A_LETTER)) | (second << (2 * BITS_A_LETTER)) | (beforeLast << BITS_A_LETTER) | last) >>> 0;
  }

  /** Adds to `into` the two grams of four letters that join neighbouring words of these edges: `ab_c` and `b_cd`. */
  jointsOf(left: number, right: number, learn: boolean, into: number[]): void {
    const last = left & LETTER;
    const first = right >>> (3 * BITS_A_LETTER);
    if (last === 0 || first === 0) return;
    const middle = (last << (2 * BITS_A_LETTER)) | (FRAME << BITS_A_LETTER) | first;
    const beforeLast = (left >>> BITS_A_LETTER) & LETTER;
    const second = (right >>> (2 * BITS_A_LETTER)) & LETTER;
    const before = this.#idOf(((beforeLast << (3 * BITS_A_LETTER)) | middle) >>> 0, learn);
    const after = this.#idOf(((middle << BITS_A_LETTER) | second) >>> 0, learn);
    if (before >= 0) into.push(before);
    if (after >= 0) into.push(after);
  }

  #letterOf(code: number, learn: boolean): number {
    const known = this.#letters[code] ?? 0;
    if (known > 0 || !learn) return known;
    this.#lettersUsed = Math.min(this.#lettersUsed + 1, LETTERS - 1);
    this.#letters[code] = this.#lettersUsed;
    return this.#lettersUsed;
  }

  #idOf(packed: number, learn: boolean): number {
    const slot = this.#slotOf(packed);
    const known = this.#ids[slot] ?? -1;
    if (known >= 0 || !learn) return known;
    this.#keys[slot] = packed;
    this.#ids[slot] = this.#size;
    this.#size += 1;
    if (this.#size > this.#ids.length * MOST_FULL) this.#grow();
    return this.#size - 1;
  }

  /** Where this gram is, or the free slot where it belongs. */
  #slotOf(packed: number): number {
    const last = this.#ids.length - 1;
    let slot = Math.imul(packed, SPREAD) >>> (32 - this.#sizeBits);
    while ((this.#ids[slot] ?? -1) >= 0 && this.#keys[slot] !== packed) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const ids = this.#ids;
    this.#sizeBits += 1;
    this.#keys = new Uint32Array(2 ** this.#sizeBits);
    this.#ids = new Int32Array(2 ** this.#sizeBits).fill(-1);
    for (let old = 0; old < ids.length; old++) {
      const id = ids[old] ?? -1;
      if (id < 0) continue;
      const key = keys[old] ?? 0;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#ids[slot] = id;
    }
  }
}

function emptyImage(): GramTableImage {
  const size = 2 ** FIRST_SIZE_BITS;
  return {
    letters: new Uint8Array(65_536),
    lettersUsed: FRAME,
    sizeBits: FIRST_SIZE_BITS,
    keys: new Uint32Array(size),
    ids: new Int32Array(size).fill(-1),
    size: 0,
  };
}
