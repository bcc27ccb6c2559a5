/**
 * Finds the words of texts and what is known of each, made once per distinct word. A table of its own over letter codes: cutting out
 * millions of strings to look them up in a Map would take most of the time of building an index.
 */
import { IN_WORD, LONGEST_WORD, lowered } from './words';

const FIRST_SIZE_BITS = 12;
const MOST_FULL = 0.5;
/** FNV-1a, 32 bits. */
const HASH_START = 0x811c9dc5;
const HASH_STEP = 0x01000193;
const SPREAD = 0x9e3779b1;

export class KnownWords<T> {
  readonly #make: (surface: string) => T;
  readonly #surfaces: string[] = [];
  readonly #known: T[] = [];
  #hashes = new Int32Array(2 ** FIRST_SIZE_BITS);
  #slots = new Int32Array(2 ** FIRST_SIZE_BITS).fill(-1);
  #sizeBits = FIRST_SIZE_BITS;

  /** `make` is asked once for each distinct word, as `tokenise` gives it. */
  constructor(make: (surface: string) => T) {
    this.#make = make;
  }

  /** Visits the words that `tokenise` finds, in order. */
  visit(text: string, visitor: (known: T) => void): void {
    const lower = lowered(text);
    // A local name: a letter looked up through the module would cost as much as the rest.
    const inWord = IN_WORD;
    let hash = HASH_START;
    let start = -1;
    for (let at = 0; at <= lower.length; at++) {
      const code = at < lower.length ? lower.charCodeAt(at) : 0;
      if (inWord[code] === 1) {
        if (start < 0) start = at;
        if (at - start < LONGEST_WORD) hash = Math.imul(hash ^ code, HASH_STEP);
      } else if (start >= 0) {
        visitor(this.#find(lower, start, Math.min(at, start + LONGEST_WORD), hash));
        start = -1;
        hash = HASH_START;
      }
    }
  }

  #find(text: string, start: number, end: number, hash: number): T {
    const last = this.#slots.length - 1;
    let slot = Math.imul(hash, SPREAD) >>> (32 - this.#sizeBits);
    for (let word = this.#slots[slot] ?? -1; word >= 0; word = this.#slots[slot] ?? -1) {
      if (this.#hashes[slot] === hash && isAt(this.#surfaces[word] ?? '', text, start, end)) return this.#known[word] as T;
      slot = (slot + 1) & last;
    }
    return this.#add(text.slice(start, end), hash, slot);
  }

  #add(surface: string, hash: number, slot: number): T {
    const made = this.#make(surface);
    this.#slots[slot] = this.#known.length;
    this.#hashes[slot] = hash;
    this.#known.push(made);
    this.#surfaces.push(surface);
    if (this.#known.length > this.#slots.length * MOST_FULL) this.#grow();
    return made;
  }

  #grow(): void {
    const slots = this.#slots;
    const hashes = this.#hashes;
    this.#sizeBits += 1;
    this.#slots = new Int32Array(2 ** this.#sizeBits).fill(-1);
    this.#hashes = new Int32Array(2 ** this.#sizeBits);
    const last = this.#slots.length - 1;
    for (let old = 0; old < slots.length; old++) {
      const word = slots[old] ?? -1;
      if (word < 0) continue;
      const hash = hashes[old] ?? 0;
      let slot = Math.imul(hash, SPREAD) >>> (32 - this.#sizeBits);
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & last;
      this.#slots[slot] = word;
      this.#hashes[slot] = hash;
    }
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
