/** Scores of texts by number. One is made for the whole folder and used again: in a large one most texts share some letters with a question. */
import { FOREIGN, type Gate } from './gate';

/** Texts below this share of the best score are left out of a ranking: many in a large folder, and none of them an answer. */
const LEAST_SHARE = 0.1;

/** What the scores of one index are multiplied by. */
export interface Lift {
  readonly share: number;
  /** Instead, where an entry says nothing in the languages asked. */
  readonly foreign: number;
}

export class Scores {
  readonly #values: Float32Array;
  /** Room for what `atLeast` finds. */
  readonly #found: Uint32Array;
  #highest = 0;

  constructor(size: number) {
    this.#values = new Float32Array(size);
    this.#found = new Uint32Array(size);
  }

  /** 0 for a text without one. */
  of(text: number): number {
    return this.#values[text] ?? 0;
  }

  get highest(): number {
    return this.#highest;
  }

  /** The least score that counts in a ranking. */
  get floor(): number {
    return LEAST_SHARE * this.#highest;
  }

  /** Of each text `gate` lets through keeps the greater of the score that is there and this one; `scores` by row, `texts` the text in each row. */
  raise(texts: Uint32Array, scores: Float32Array, lift: Lift, gate: Gate): void {
    this.#highest = raiseRows(this.#values, this.#highest, texts, scores, lift, gate.masks);
  }

  /** The texts with such a score, ascending; `least` is above 0. On loan until the next call. */
  atLeast(least: number): Uint32Array {
    const values = this.#values;
    const found = this.#found;
    let count = 0;
    for (let text = 0; text < values.length; text++) if ((values[text] as number) >= least) found[count++] = text;
    return found.subarray(0, count);
  }

  clear(): void {
    this.#values.fill(0);
    this.#highest = 0;
  }
}

/**
 * → the highest score now. Casts, and a name for all that is read: this runs once for every row of a folder. A function that is only its loop:
 * V8 compiles a loop while it runs, and would throw that away at each end of a function that has something left to do.
 */
function raiseRows(
  values: Float32Array,
  highestBefore: number,
  texts: Uint32Array,
  scores: Float32Array,
  { share, foreign }: Lift,
  { passages: masks, entries }: Gate['masks'],
): number {
  let highest = highestBefore;
  for (let row = 0; row < scores.length; row++) {
    const unlifted = scores[row] as number;
    if (unlifted === 0) continue;
    const text = texts[row] as number;
    const mask = masks[text] as number;
    if (mask === 0 || (entries && entries.open[entries.of[text] as number] !== 1)) continue;
    const score = unlifted * (mask === FOREIGN ? foreign : share);
    if (score <= (values[text] as number)) continue;
    values[text] = score;
    if (score > highest) highest = values[text] as number;
  }
  return highest;
}
