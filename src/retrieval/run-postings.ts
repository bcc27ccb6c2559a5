/**
 * Postings of runs of letters: which rows hold a run, and how often. They are nine tenths of an index. Most runs stand once in a row, so
 * those rows stand apart and need no count; and a row is told in two bytes where there are not too many.
 */
import type { Breathe } from './breathing';
import { inverseFrequency, K1, normsOf } from './postings';
import type { PostingsBuilder } from './postings-builder';
import { type Rows, sharedRows, sharedUint8, sharedUint32 } from './shared-arrays';

/** Postings of runs as plain data. */
export interface RunPostingsImage {
  /** Rows that hold run r once: `onceEnds[r - 1]` to `onceEnds[r]` of `onceRows`, ascending. */
  readonly onceEnds: Uint32Array;
  readonly onceRows: Rows;
  /** The same for rows that hold it more often, with how often. */
  readonly oftenEnds: Uint32Array;
  readonly oftenRows: Rows;
  readonly oftenCounts: Uint8Array;
  /** Runs by row. */
  readonly lengths: Uint32Array;
}

/** Runs in more than `mostRows` rows are left out, as if nobody had said them. */
export async function buildRunPostings(told: PostingsBuilder, mostRows: number, breathe: Breathe): Promise<RunPostingsImage> {
  const lengths = told.lengths();
  const { once, often } = frequenciesOf(told, mostRows);
  const rowsFor = (length: number): Rows => sharedRows(lengths.length, length);
  const [onceEnds, oftenEnds] = [endsOf(once), endsOf(often)];
  const [onceRows, oftenRows] = [rowsFor(onceEnds.at(-1) ?? 0), rowsFor(oftenEnds.at(-1) ?? 0)];
  const oftenCounts = sharedUint8(oftenRows.length);
  const isKept = Uint8Array.from(once, (frequency, run) => (frequency + (often[run] ?? 0) > 0 ? 1 : 0));
  const [nextOnce, nextOften] = [startsOf(onceEnds), startsOf(oftenEnds)];
  await told.visit(breathe, (run, row, count) => {
    if (isKept[run] === 0) return;
    const next = count === 1 ? nextOnce : nextOften;
    const place = next[run] as number;
    next[run] = place + 1;
    if (count === 1) onceRows[place] = row;
    else {
      oftenRows[place] = row;
      oftenCounts[place] = count;
    }
  });
  return { onceEnds, onceRows, oftenEnds, oftenRows, oftenCounts, lengths };
}

/** In how many rows each run stands once and more often; 0 for those in too many. */
function frequenciesOf(told: PostingsBuilder, mostRows: number): { once: Uint32Array; often: Uint32Array } {
  const once = told.frequencies((count) => count === 1);
  const often = told.frequencies((count) => count > 1);
  for (const [run, frequency] of once.entries())
    if (frequency + (often[run] ?? 0) > mostRows) {
      once[run] = 0;
      often[run] = 0;
    }
  return { once, often };
}

function endsOf(frequencies: Uint32Array): Uint32Array {
  const ends = sharedUint32(frequencies.length);
  let end = 0;
  for (const [run, frequency] of frequencies.entries()) {
    end += frequency;
    ends[run] = end;
  }
  return ends;
}

const startsOf = (ends: Uint32Array): Uint32Array => Uint32Array.from(ends, (_, run) => ends[run - 1] ?? 0);

export class RunPostings {
  readonly #image: RunPostingsImage;
  readonly #norms: Float32Array;
  /** What one run is worth in a row, as a share of the most it could be. */
  readonly #once: Float32Array;
  readonly #scores: Float32Array;

  constructor(image: RunPostingsImage) {
    this.#image = image;
    this.#norms = normsOf(image.lengths);
    this.#once = this.#norms.map((norm) => 1 / (1 + norm));
    this.#scores = new Float32Array(image.lengths.length);
  }

  /** BM25 by row. The result is on loan: read it, then `clear` it before the next question. */
  score(runs: Iterable<number>): Float32Array {
    const { onceEnds, oftenEnds, lengths } = this.#image;
    for (const run of runs) {
      const [onceStart, onceEnd] = [onceEnds[run - 1] ?? 0, onceEnds[run] ?? 0];
      const [oftenStart, oftenEnd] = [oftenEnds[run - 1] ?? 0, oftenEnds[run] ?? 0];
      const frequency = onceEnd - onceStart + oftenEnd - oftenStart;
      if (frequency <= 0) continue;
      const worth = inverseFrequency(lengths.length, frequency) * (K1 + 1);
      this.#addOnce(onceStart, onceEnd, worth);
      this.#addOften(oftenStart, oftenEnd, worth);
    }
    return this.#scores;
  }

  clear(): void {
    this.#scores.fill(0);
  }

  /**
   * The hottest loop of a search: a hundred thousand turns a question in a large folder. Casts, because looking for undefined would take as
   * long as the rest; every place lies within its array, as `buildRunPostings` made them.
   */
  #addOnce(start: number, end: number, worth: number): void {
    const rows = this.#image.onceRows;
    const scores = this.#scores;
    const once = this.#once;
    for (let at = start; at < end; at++) {
      const row = rows[at] as number;
      scores[row] = (scores[row] as number) + worth * (once[row] as number);
    }
  }

  #addOften(start: number, end: number, worth: number): void {
    const { oftenRows, oftenCounts } = this.#image;
    const scores = this.#scores;
    const norms = this.#norms;
    for (let at = start; at < end; at++) {
      const row = oftenRows[at] as number;
      const count = oftenCounts[at] as number;
      scores[row] = (scores[row] as number) + (worth * count) / (count + (norms[row] as number));
    }
  }
}
