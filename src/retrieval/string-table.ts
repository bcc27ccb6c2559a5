/**
 * Numbers distinct strings in order of appearance. An open-addressing table in typed arrays: a Map of strings would take five times the
 * memory, and would be copied string by string on its way from the thread that builds an index.
 */
import { GrowingArray } from './growing-array';

const FIRST_SIZE_BITS = 8;
const MOST_FULL = 0.5;
/** FNV-1a, 32 bits. */
export const HASH_START = 0x811c9dc5;
export const HASH_STEP = 0x01000193;
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio; its high bits are the good ones. */
const SPREAD = 0x9e3779b1;
const FREE = -1;

/** A table as plain data. */
export interface StringTableImage {
  /** UTF-16 units of all strings, one after the other. */
  readonly letters: Uint16Array;
  /** By string: where it ends among the letters. */
  readonly ends: Uint32Array;
  /** Two by slot: the number of a string, −1 when free, and its hash. As many slots as a power of two. */
  readonly slots: Int32Array;
}

export class StringTable {
  readonly #letters: GrowingArray<Uint16Array>;
  readonly #ends: GrowingArray<Uint32Array>;
  #slots: Int32Array;
  #sizeBits: number;

  /** Reads `image` where it lies; what is learnt afterwards goes elsewhere, save the slots: give a copy to a table that is to learn. */
  constructor(image?: StringTableImage) {
    this.#letters = new GrowingArray((size) => new Uint16Array(size), image?.letters);
    this.#ends = new GrowingArray((size) => new Uint32Array(size), image?.ends);
    this.#slots = image?.slots ?? new Int32Array(2 ** (FIRST_SIZE_BITS + 1)).fill(FREE);
    this.#sizeBits = Math.log2(this.#slots.length) - 1;
  }

  /** The arrays are the table's own: copy or send them before it learns on. */
  toImage(): StringTableImage {
    return { letters: this.#letters.view(), ends: this.#ends.view(), slots: this.#slots };
  }

  get size(): number {
    return this.#ends.length;
  }

  /** −1 when it is not here. */
  find(text: string): number {
    return this.#slots[this.#slotOf(text, 0, text.length, hashOf(text))] ?? FREE;
  }

  /** The number it has, or gets now. */
  add(text: string): number {
    return this.addPart(text, 0, text.length, hashOf(text));
  }

  /** The same for a part of a text whose hash was worked out on the way: FNV-1a over its UTF-16 units. */
  addPart(text: string, start: number, end: number, hash: number): number {
    const slot = this.#slotOf(text, start, end, hash);
    const known = this.#slots[slot] ?? FREE;
    if (known >= 0) return known;
    const number = this.size;
    for (let at = start; at < end; at++) this.#letters.push(text.charCodeAt(at));
    this.#ends.push(this.#letters.length);
    this.#slots[slot] = number;
    this.#slots[slot + 1] = hash;
    if (this.size > 2 ** this.#sizeBits * MOST_FULL) this.#grow();
    return number;
  }

  textOf(number: number): string {
    const letters = this.#letters.view();
    return String.fromCharCode(...letters.subarray(this.#startOf(number), this.#ends.at(number)));
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : this.#ends.at(number - 1);
  }

  /** Where this string is, or the free slot where it belongs. */
  #slotOf(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (Math.imul(hash, SPREAD) >>> (32 - this.#sizeBits)) << 1;
    for (let number = slots[slot] ?? FREE; number >= 0; number = slots[slot] ?? FREE) {
      if (slots[slot + 1] === hash && this.#isHere(number, text, start, end)) return slot;
      slot = (slot + 2) & last;
    }
    return slot;
  }

  #isHere(number: number, text: string, start: number, end: number): boolean {
    const from = this.#startOf(number);
    if (this.#ends.at(number) - from !== end - start) return false;
    const letters = this.#letters.values;
    for (let at = start; at < end; at++) if (letters[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#sizeBits += 1;
    const slots = new Int32Array(old.length * 2).fill(FREE);
    const last = slots.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === FREE) continue;
      const hash = old[at + 1] ?? 0;
      let slot = (Math.imul(hash, SPREAD) >>> (32 - this.#sizeBits)) << 1;
      while ((slots[slot] ?? FREE) >= 0) slot = (slot + 2) & last;
      slots[slot] = old[at] ?? FREE;
      slots[slot + 1] = hash;
    }
    this.#slots = slots;
  }
}

function hashOf(text: string): number {
  let hash = HASH_START | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_STEP);
  return hash;
}
