/**
 * The words of one language's passages, found by likeness: misspelt words within the language, cognates and names from others.
 * Likeness is Dice's coefficient over the runs of two and three letters of a word's sound.
 */
import { GramTable, type GramTableImage } from './gram-table';
import { growingUint32 } from './growing-array';
import { StringTable, type StringTableImage } from './string-table';
import { hasDigit, soundOf } from './words';

/** Sounds shorter than this are like too many. */
const SHORTEST_SOUND = 3;

export interface Likeness {
  readonly term: number;
  /** 0…1, 1 for the same sound. */
  readonly likeness: number;
}

/** A vocabulary as plain data. */
export interface VocabularyImage {
  /** Words that match only themselves, and their terms. */
  readonly exact: StringTableImage;
  readonly exactTerms: Uint32Array;
  /** Term of each other word. */
  readonly terms: Uint32Array;
  readonly grams: GramTableImage;
  /** Grams of word w: `starts[w + 1] - starts[w]`. */
  readonly starts: Uint32Array;
  /** Words by gram: those of gram g stand at `offsets[g]` to `offsets[g + 1]` of `words`. */
  readonly offsets: Uint32Array;
  readonly words: Uint32Array;
}

export class VocabularyBuilder {
  readonly #grams = new GramTable();
  readonly #starts = growingUint32();
  readonly #held = growingUint32();
  readonly #terms = growingUint32();
  readonly #exact = new StringTable();
  readonly #exactTerms = growingUint32();

  /** A folded word and the number of its stem; each word once. */
  add(word: string, term: number): void {
    const sound = soundOf(word);
    if (matchesOnlyItself(word, sound)) {
      this.#exact.add(word);
      this.#exactTerms.push(term);
      return;
    }
    this.#terms.push(term);
    this.#starts.push(this.#held.length);
    for (const gram of soundGrams(this.#grams, sound, true)) this.#held.push(gram);
  }

  /** Shares memory with the builder: copy its image before more words are added, for the next one. */
  build(): Vocabulary {
    const held = this.#held.view();
    const starts = Uint32Array.from([...this.#starts.view(), held.length]);
    const offsets = new Uint32Array(this.#grams.size + 1);
    for (const gram of held) offsets[gram + 1] = (offsets[gram + 1] ?? 0) + 1;
    for (let gram = 0; gram < this.#grams.size; gram++) offsets[gram + 1] = (offsets[gram + 1] ?? 0) + (offsets[gram] ?? 0);
    return new Vocabulary({
      exact: this.#exact.toImage(),
      exactTerms: this.#exactTerms.view(),
      terms: this.#terms.view(),
      grams: this.#grams.toImage(),
      starts,
      offsets,
      words: wordsByGram(held, starts, offsets.slice()),
    });
  }
}

export class Vocabulary {
  readonly image: VocabularyImage;
  readonly #exact: StringTable;
  readonly #exactTerms: Uint32Array;
  readonly #terms: Uint32Array;
  readonly #grams: GramTable;
  /** By word: how many grams it has. */
  readonly #held: Uint16Array;
  readonly #offsets: Uint32Array;
  readonly #words: Uint32Array;
  readonly #shared: Uint8Array;

  constructor(image: VocabularyImage) {
    this.image = image;
    this.#exact = new StringTable(image.exact);
    this.#exactTerms = image.exactTerms;
    this.#terms = image.terms;
    this.#grams = new GramTable(image.grams);
    this.#held = Uint16Array.from(image.terms, (_, word) => (image.starts[word + 1] ?? 0) - (image.starts[word] ?? 0));
    this.#offsets = image.offsets;
    this.#words = image.words;
    this.#shared = new Uint8Array(image.terms.length);
  }

  /**
   * Terms of the words most like this folded one, best first, each term once, of those that are used. Words with digits, and the
   * shortest, match only themselves.
   */
  like(word: string, least: number, most: number, isUsed: (term: number) => boolean = () => true): Likeness[] {
    const sound = soundOf(word);
    if (matchesOnlyItself(word, sound)) {
      const term = this.#exactTerms[this.#exact.find(word)];
      return term === undefined || !isUsed(term) ? [] : [{ term, likeness: 1 }];
    }
    const found = this.#alike(soundGrams(this.#grams, sound, false), gramCount(sound), least);
    found.sort((a, b) => b.likeness - a.likeness || a.word - b.word);
    const best = new Map<number, number>();
    for (const { word: at, likeness } of found) {
      const term = this.#terms[at] ?? 0;
      if (!best.has(term) && isUsed(term)) best.set(term, likeness);
      if (best.size >= most) break;
    }
    return [...best].map(([term, likeness]) => ({ term, likeness }));
  }

  /**
   * Words that share enough of these grams, of which the asked word has `asked`. One that shares `fewest` of n grams stands under one of any
   * n − fewest + 1 of them (prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006), so the longest lists, which are most of the work, are
   * only asked for the words that may still share enough.
   */
  #alike(grams: readonly number[], asked: number, least: number): { word: number; likeness: number }[] {
    const shortestFirst = [...grams].sort((a, b) => this.#listLength(a) - this.#listLength(b));
    const opening = Math.max(0, shortestFirst.length - fewestShared(asked, least) + 1);
    const longest = shortestFirst.slice(opening);
    const found: { word: number; likeness: number }[] = [];
    for (const word of this.#countShared(shortestFirst, opening, (shared) => (2 * shared) / least - asked)) {
      const both = asked + (this.#held[word] as number);
      let shared = this.#shared[word] as number;
      this.#shared[word] = 0;
      for (let n = 0; n < longest.length && (2 * (shared + longest.length - n)) / both >= least; n++)
        if (this.#isIn(longest[n] as number, word)) shared += 1;
      const likeness = (2 * shared) / both;
      if (likeness >= least) found.push({ word, likeness });
    }
    return found;
  }

  /**
   * Words that hold one of the first `opening` grams; how many each holds is left in `#shared`. `mostHeld` tells how many grams a word may hold
   * at most that shares so many: one that comes up late and holds more is passed over. Casts: every place lies within its array.
   */
  #countShared(grams: readonly number[], opening: number, mostHeld: (shared: number) => number): number[] {
    const touched: number[] = [];
    const shared = this.#shared;
    const words = this.#words;
    const held = this.#held;
    for (let n = 0; n < opening; n++) {
      const gram = grams[n] as number;
      const most = mostHeld(grams.length - n) + 1e-9;
      const end = this.#offsets[gram + 1] as number;
      for (let at = this.#offsets[gram] as number; at < end; at++) {
        const word = words[at] as number;
        const before = shared[word] as number;
        if (before === 0) {
          if ((held[word] as number) > most) continue;
          touched.push(word);
        }
        shared[word] = before + 1;
      }
    }
    return touched;
  }

  /** Does the word hold the gram? */
  #isIn(gram: number, word: number): boolean {
    const words = this.#words;
    const end = this.#offsets[gram + 1] as number;
    let low = this.#offsets[gram] as number;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((words[middle] as number) < word) low = middle + 1;
      else high = middle;
    }
    return low < end && words[low] === word;
  }

  #listLength(gram: number): number {
    return (this.#offsets[gram + 1] ?? 0) - (this.#offsets[gram] ?? 0);
  }
}

/** Grams that a word must share with one of `asked` grams to be this much like it: Dice is 2 × shared ÷ (asked + held), and held ≥ shared. */
const fewestShared = (asked: number, least: number): number => Math.max(1, Math.ceil((asked * least) / (2 - least) - 1e-9));

const matchesOnlyItself = (word: string, sound: string): boolean => hasDigit(word) || sound.length < SHORTEST_SOUND;

/** Distinct grams; unknown ones are left out unless `learn`. */
function soundGrams(table: GramTable, sound: string, learn: boolean): number[] {
  return [...new Set([...table.gramsOf(sound, 2, learn), ...table.gramsOf(sound, 3, learn)])];
}

/** How many distinct grams a sound has, known to the table or not. */
function gramCount(sound: string): number {
  const framed = `_${sound}_`;
  const grams = new Set<string>();
  for (let at = 0; at + 2 <= framed.length; at++) {
    grams.add(framed.slice(at, at + 2));
    if (at + 3 <= framed.length) grams.add(framed.slice(at, at + 3));
  }
  return grams.size;
}

function wordsByGram(held: Uint32Array, starts: Uint32Array, next: Uint32Array): Uint32Array {
  const words = new Uint32Array(held.length);
  for (let word = 0; word + 1 < starts.length; word++) {
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) {
      const gram = held[at] ?? 0;
      const place = next[gram] ?? 0;
      words[place] = word;
      next[gram] = place + 1;
    }
  }
  return words;
}
