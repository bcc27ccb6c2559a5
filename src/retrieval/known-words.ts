/**
 * Finds the words of texts and what is known of each, made once per distinct word: cutting out millions of strings to look them up in a
 * Map would take most of the time of building an index.
 */
import { HASH_START, HASH_STEP, StringTable } from './string-table';
import { IN_WORD, LONGEST_WORD, lowered } from './words';

export class KnownWords<T> {
  readonly #make: (surface: string) => T;
  readonly #surfaces = new StringTable();
  readonly #known: T[] = [];

  /** `make` is asked once for each distinct word, as `tokenise` gives it. */
  constructor(make: (surface: string) => T) {
    this.#make = make;
  }

  /** Visits the words that `tokenise` finds, in order. */
  visit(text: string, visitor: (known: T) => void): void {
    const lower = lowered(text);
    // A local name: a letter looked up through the module would cost as much as the rest.
    const inWord = IN_WORD;
    let hash = HASH_START | 0;
    let start = -1;
    for (let at = 0; at <= lower.length; at++) {
      const code = at < lower.length ? lower.charCodeAt(at) : 0;
      if (inWord[code] === 1) {
        if (start < 0) start = at;
        if (at - start < LONGEST_WORD) hash = Math.imul(hash ^ code, HASH_STEP);
      } else if (start >= 0) {
        visitor(this.#find(lower, start, Math.min(at, start + LONGEST_WORD), hash));
        start = -1;
        hash = HASH_START | 0;
      }
    }
  }

  #find(text: string, start: number, end: number, hash: number): T {
    const number = this.#surfaces.addPart(text, start, end, hash);
    if (number === this.#known.length) this.#known.push(this.#make(text.slice(start, end)));
    return this.#known[number] as T;
  }
}
