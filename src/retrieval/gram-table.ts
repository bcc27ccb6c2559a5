/**
 * Numbers the runs of letters (grams) of an index. Grams are packed into 32 bits and kept in an open-addressing table, because a Map
 * of strings would take most of the time and memory of building an index.
 */
const BITS_A_LETTER = 8;
const LETTERS = 2 ** BITS_A_LETTER;
const FIRST_SIZE_BITS = 10;
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio; its high bits are the good ones. */
const SPREAD = 0x9e3779b1;
const MOST_FULL = 0.6;

export class GramTable {
  /** Letter (UTF-16 code) → 1…255 in order of appearance; the 256th and later share the last, which only blurs rare scripts. */
  readonly #letters = new Uint8Array(65_536);
  #lettersUsed = 0;
  #sizeBits = FIRST_SIZE_BITS;
  #keys = new Uint32Array(2 ** FIRST_SIZE_BITS);
  #ids = new Int32Array(2 ** FIRST_SIZE_BITS).fill(-1);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds to `into` the number of each gram of `length` (at most 4) letters, in order. Unknown grams get a number when `learn`, else are left out. */
  gramsOf(text: string, length: number, learn: boolean, into: number[]): void {
    const mask = length === 4 ? 0xffffffff : LETTERS ** length - 1;
    let packed = 0;
    let known = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = this.#letterOf(text.charCodeAt(at), learn);
      packed = ((packed << BITS_A_LETTER) | letter) & mask;
      known = letter === 0 ? 0 : known + 1;
      if (known < length) continue;
      const id = this.#idOf(packed >>> 0, learn);
      if (id >= 0) into.push(id);
    }
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
