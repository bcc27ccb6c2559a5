/**
 * The words of all passages of one language: stems, runs of four letters across words, and a vocabulary to find words by likeness.
 * Measured on XQuAD (`npm run bench -- retrieval`): stems with fuzzy expansion and letters, each divided by its maximum and added, beat each
 * alone and every engine compared.
 */
import type { Locale } from '../domain/locale';
import { BoundedMap } from './bounded-map';
import type { Gate } from './gate';
import { GramTable, type GramTableImage } from './gram-table';
import { Postings, type PostingsImage, type WeightedTerm } from './postings';
import { RunPostings, type RunPostingsImage } from './run-postings';
import type { Lift, Scores } from './scores';
import { StringTable, type StringTableImage } from './string-table';
import { type Likeness, Vocabulary, type VocabularyImage } from './vocabulary';
import type { Weights } from './weights';

export const LETTERS_IN_A_RUN = 4;
/** Words whose likes are kept, a language: about 1 MB. */
const MOST_ALIKE = 4_000;

const AS_IT_IS: Lift = { share: 1, foreign: 1 };

type TermGroup = readonly WeightedTerm[];

/** A word index as plain data: what a worker sends, and what is kept for the next start. */
export interface WordIndexImage {
  readonly locale: Locale;
  /** Number of the passage in each row, ascending. */
  readonly passages: Uint32Array;
  readonly stems: StringTableImage;
  readonly stemPostings: PostingsImage;
  readonly grams: GramTableImage;
  readonly gramPostings: RunPostingsImage;
  readonly vocabulary: VocabularyImage;
}

export class WordIndex {
  readonly #image: WordIndexImage;
  readonly #stems: StringTable;
  readonly #stemPostings: Postings;
  readonly #gramPostings: RunPostings;
  readonly #grams: GramTable;
  readonly #vocabulary: Vocabulary;
  /** People ask with the same words again and again. */
  readonly #alike = new BoundedMap<string, readonly Likeness[]>(MOST_ALIKE);

  constructor(image: WordIndexImage) {
    this.#image = image;
    this.#stems = new StringTable(image.stems);
    this.#stemPostings = new Postings(image.stemPostings);
    this.#gramPostings = new RunPostings(image.gramPostings);
    this.#grams = new GramTable(image.grams);
    this.#vocabulary = new Vocabulary(image.vocabulary);
  }

  get locale(): Locale {
    return this.#image.locale;
  }

  get postings(): Postings {
    return this.#stemPostings;
  }

  /** Number of a stem that stands in some passage. */
  findTerm(stemmed: string): number | undefined {
    const term = this.#stems.find(stemmed);
    // A stem may outlive the last passage that had it.
    return term < 0 || this.#stemPostings.documentFrequency(term) === 0 ? undefined : term;
  }

  /** Stems of the words most like this folded one, best first. */
  termsLike(word: string, least: number, most: number): readonly Likeness[] {
    return this.#alike.getOrMake(`${least} ${most} ${word}`, () =>
      this.#vocabulary.like(word, least, most, (term) => this.#stemPostings.documentFrequency(term) > 0),
    );
  }

  /** Row of a passage; -1 when it is of another language. */
  rowOf(passage: number): number {
    const { passages } = this.#image;
    let low = 0;
    let high = passages.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((passages[middle] ?? 0) < passage) low = middle + 1;
      else high = middle;
    }
    return passages[low] === passage ? low : -1;
  }

  /**
   * For a question in this language: BM25 of the groups over the stems and of the runs of letters over all words, each divided by
   * its maximum and added; the sum goes back to the scale of the stems. `lettersShare` weighs the letters against the words.
   */
  scoreOwn(groups: readonly TermGroup[], letters: readonly string[], lettersShare: number, gate: Gate, into: Scores): void {
    const words = this.#stemPostings.score(groups);
    const runs = this.#gramPostings.score(this.#runsOf(letters));
    const [bestByWords, bestByRuns] = [this.#bestRow(words, gate), this.#bestRow(runs, gate)];
    const bestRuns = runs[bestByRuns] ?? 0;
    const perRun = bestRuns > 0 ? (lettersShare * (words[bestByWords] || bestRuns)) / bestRuns : 0;
    const scale = 1 / (1 + lettersShare);
    addRows(words, runs, perRun, scale);
    into.raise(this.#image.passages, words, AS_IT_IS, gate);
    this.#stemPostings.clear();
    this.#gramPostings.clear();
  }

  /** For a question in another language: BM25 of the groups over the stems. */
  scoreAcross(groups: readonly TermGroup[], { across, foreign }: Pick<Weights, 'across' | 'foreign'>, gate: Gate, into: Scores): void {
    const words = this.#stemPostings.score(groups);
    into.raise(this.#image.passages, words, { share: across, foreign }, gate);
    this.#stemPostings.clear();
  }

  #runsOf(letters: readonly string[]): Set<number> {
    const grams = this.#grams;
    const runs = letters.flatMap((word) => grams.gramsOf(word, LETTERS_IN_A_RUN, false));
    const edges = letters.map((word) => grams.edgesOf(word, false));
    for (const [n, right] of edges.entries()) if (n > 0) grams.jointsOf(edges[n - 1] ?? 0, right, false, runs);
    return new Set(runs);
  }

  /** Of those a question may find; −1 when none has a score. */
  #bestRow(scores: Float32Array, gate: Gate): number {
    const { passages } = this.#image;
    let best = -1;
    let highest = 0;
    for (let row = 0; row < scores.length; row++) {
      const score = scores[row] as number;
      if (score <= highest || !gate.isOpen(passages[row] as number)) continue;
      highest = score;
      best = row;
    }
    return best;
  }
}

/** `scale` times the words and `perRun` of the runs, by row, in place of the words. A function of its own, as `raiseRows` is. */
function addRows(words: Float32Array, runs: Float32Array, perRun: number, scale: number): void {
  for (let row = 0; row < words.length; row++) words[row] = scale * ((words[row] as number) + perRun * (runs[row] as number));
}
