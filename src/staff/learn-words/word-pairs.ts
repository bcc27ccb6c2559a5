/**
 * Which word of one language stands for which of the other, learned from parallel pieces: IBM Model 1 in both directions (Brown, Della
 * Pietra, Della Pietra, Mercer: The Mathematics of Statistical Machine Translation, Computational Linguistics 19, 1993), by expectation
 * maximisation. Each piece counts as a set of words: who says a word twice does not mean it twice as much.
 */
import { endsOf } from '../../retrieval/lists';

/** Rounds of expectation and maximisation. Brown et al. saw little change after a few; each costs a twentieth of a second a language here. */
const ROUNDS = 6;

/** A piece as the numbers of its words, each once. */
export interface NumberedPiece {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export interface WordPair {
  readonly ours: number;
  readonly theirs: number;
  /** 0…1: how likely each is the word for the other, one probability times the other. */
  readonly certainty: number;
  /** Pieces in which both stand. */
  readonly pieces: number;
}

/** Pairs that stand together in so many pieces at least, in the order in which they are met first. */
export function learnPairs(pieces: readonly NumberedPiece[], leastPieces: number): WordPair[] {
  const { ours, theirs, together, ofTheirs, ofOurs } = tabulate(pieces);
  const forth = train(ofTheirs, ours, theirs);
  const back = train(ofOurs, theirs, ours);
  return ours.flatMap((one, pair) => {
    const count = together[pair] ?? 0;
    if (count < leastPieces) return [];
    return [{ ours: one, theirs: theirs[pair] ?? 0, certainty: (forth[pair] ?? 0) * (back[pair] ?? 0), pieces: count }];
  });
}

/** All pairs of words that stand in one piece, numbered. */
interface PairTable {
  /** Words of pair p. */
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** Pieces that have both. */
  readonly together: readonly number[];
  /** Of each word of theirs in each piece its pairs, and the same of ours. */
  readonly ofTheirs: Lists;
  readonly ofOurs: Lists;
}

interface Lists {
  readonly pairs: Uint32Array;
  readonly ends: Uint32Array;
}

function tabulate(pieces: readonly NumberedPiece[]): PairTable {
  const pairs = new PairNumbers();
  const ofOurs = listsOf(pieces.flatMap((piece) => piece.ours.map((one) => piece.theirs.map((two) => pairs.add(one, two)))));
  const ofTheirs = listsOf(pieces.flatMap((piece) => piece.theirs.map((two) => piece.ours.map((one) => pairs.numberOf(one, two)))));
  return { ...pairs, ofOurs, ofTheirs };
}

const listsOf = (lists: readonly (readonly number[])[]): Lists => ({ pairs: Uint32Array.from(lists.flat()), ends: endsOf(lists) });

class PairNumbers {
  readonly ours: number[] = [];
  readonly theirs: number[] = [];
  readonly together: number[] = [];
  readonly #rows: Map<number, number>[] = [];

  add(one: number, two: number): number {
    const pair = this.numberOf(one, two);
    this.together[pair] = (this.together[pair] ?? 0) + 1;
    return pair;
  }

  numberOf(one: number, two: number): number {
    const row = this.#rows[one] ?? new Map<number, number>();
    this.#rows[one] = row;
    const known = row.get(two);
    if (known !== undefined) return known;
    row.set(two, this.ours.length);
    this.theirs.push(two);
    return this.ours.push(one) - 1;
  }
}

/** By pair: how likely the word `to` is what `from` becomes. One more word that is nowhere written stands for what has no counterpart. */
function train({ pairs, ends }: Lists, from: readonly number[], to: readonly number[]): Float64Array {
  const likely = new Float64Array(from.length).fill(1);
  let unwritten = new Float64Array(largest(to) + 1).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(from.length);
    const uncounted = new Float64Array(unwritten.length);
    for (let n = 0, start = 0; n < ends.length; start = ends[n] ?? 0, n++) {
      const word = to[pairs[start] ?? 0] ?? 0;
      if (start < (ends[n] ?? 0)) addTo(uncounted, word, share(pairs.subarray(start, ends[n]), likely, unwritten[word] ?? 0, counts));
    }
    maximise(counts, from, likely);
    unwritten = toOne(uncounted);
  }
  return likely;
}

/** Shares one word among the words of its piece that may have become it, and gives what is left for the unwritten one. */
function share(pairs: Uint32Array, likely: Float64Array, unwritten: number, counts: Float64Array): number {
  const sum = pairs.reduce((so, pair) => so + (likely[pair] ?? 0), unwritten);
  if (sum === 0) return 0;
  for (const pair of pairs) addTo(counts, pair, (likely[pair] ?? 0) / sum);
  return unwritten / sum;
}

/** Makes of counts probabilities: of each word they come to one. */
function maximise(counts: Float64Array, from: readonly number[], likely: Float64Array): void {
  const sums = new Float64Array(largest(from) + 1);
  for (const [pair, word] of from.entries()) addTo(sums, word, counts[pair] ?? 0);
  for (const [pair, word] of from.entries()) likely[pair] = (counts[pair] ?? 0) / (sums[word] || 1);
}

function toOne(counts: Float64Array): Float64Array<ArrayBuffer> {
  const all = counts.reduce((sum, one) => sum + one, 0);
  return Float64Array.from(counts, (count) => count / (all || 1));
}

const addTo = (sums: Float64Array, at: number, more: number): void => {
  sums[at] = (sums[at] ?? 0) + more;
};

const largest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), -1);
