/**
 * The words of all passages of one language: stems, runs of four letters across words, and a vocabulary to find words by likeness.
 * Measured in reference/retrieval.md 3: stems with fuzzy expansion and letters, each divided by its maximum and added, beat each
 * alone and every engine compared.
 */
import type { Locale } from '../domain/locale';
import { GramTable } from './gram-table';
import { GrowingUint32 } from './growing-array';
import { type Postings, PostingsBuilder, type WeightedTerm } from './postings';
import { framed } from './question';
import { stem } from './stemming';
import { isStopWord } from './stop-words';
import { type Vocabulary, VocabularyBuilder } from './vocabulary';
import { foldWord, tokenise } from './words';

const LETTERS_IN_A_RUN = 4;

interface KnownWord {
  readonly folded: string;
  /** Absent for a stop word: it would answer nothing and takes a third of the memory. */
  readonly term?: number;
}

/** A passage by its number, and what it scores. */
export interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
}

export class WordIndexBuilder {
  readonly #locale: Locale;
  readonly #stems = new Map<string, number>();
  readonly #known = new Map<string, KnownWord>();
  readonly #vocabulary = new VocabularyBuilder();
  readonly #inVocabulary = new Set<string>();
  readonly #grams = new GramTable();
  readonly #stemPostings = new PostingsBuilder();
  readonly #gramPostings = new PostingsBuilder();
  readonly #passages = new GrowingUint32();

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  /** Passages are added in ascending order of their numbers. */
  add(passage: number, text: string): void {
    const words = tokenise(text).map((surface) => this.#know(surface));
    const runs: number[] = [];
    this.#grams.gramsOf(framed(words.map(({ folded }) => folded)), LETTERS_IN_A_RUN, true, runs);
    this.#stemPostings.add(words.flatMap(({ term }) => term ?? []));
    this.#gramPostings.add(runs);
    this.#passages.push(passage);
  }

  build(): WordIndex {
    return new WordIndex({
      locale: this.#locale,
      passages: this.#passages.view().slice(),
      stems: this.#stems,
      stemPostings: this.#stemPostings.build(),
      grams: this.#grams,
      gramPostings: this.#gramPostings.build(),
      vocabulary: this.#vocabulary.build(),
    });
  }

  /** Each distinct word is folded and stemmed once, however often it stands in the folder. */
  #know(surface: string): KnownWord {
    const known = this.#known.get(surface);
    if (known) return known;
    const folded = foldWord(surface);
    const made = isStopWord(folded, this.#locale) ? { folded } : { folded, term: this.#termOf(stem(surface, this.#locale)) };
    this.#known.set(surface, made);
    if (made.term !== undefined && !this.#inVocabulary.has(folded)) {
      this.#inVocabulary.add(folded);
      this.#vocabulary.add(folded, made.term);
    }
    return made;
  }

  #termOf(stemmed: string): number {
    const known = this.#stems.get(stemmed);
    if (known !== undefined) return known;
    this.#stems.set(stemmed, this.#stems.size);
    return this.#stems.size - 1;
  }
}

interface WordIndexParts {
  readonly locale: Locale;
  /** Number of the passage in each row, ascending. */
  readonly passages: Uint32Array;
  readonly stems: ReadonlyMap<string, number>;
  readonly stemPostings: Postings;
  readonly grams: GramTable;
  readonly gramPostings: Postings;
  readonly vocabulary: Vocabulary;
}

export class WordIndex {
  readonly #parts: WordIndexParts;

  constructor(parts: WordIndexParts) {
    this.#parts = parts;
  }

  get locale(): Locale {
    return this.#parts.locale;
  }

  get vocabulary(): Vocabulary {
    return this.#parts.vocabulary;
  }

  get postings(): Postings {
    return this.#parts.stemPostings;
  }

  /** Number of a stem that stands in some passage. */
  findTerm(stemmed: string): number | undefined {
    return this.#parts.stems.get(stemmed);
  }

  /** Row of a passage; -1 when it is of another language. */
  rowOf(passage: number): number {
    const { passages } = this.#parts;
    let low = 0;
    let high = passages.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((passages[middle] ?? 0) < passage) low = middle + 1;
      else high = middle;
    }
    return passages[low] === passage ? low : -1;
  }

  /** BM25 of the groups over the stems. Unsorted. */
  scoreWords(groups: readonly (readonly WeightedTerm[])[], isAllowed: (passage: number) => boolean): ScoredPassage[] {
    return this.#collect(this.#parts.stemPostings, groups, isAllowed);
  }

  /** BM25 of the runs of letters of a framed text. Unsorted. */
  scoreLetters(letters: string, isAllowed: (passage: number) => boolean): ScoredPassage[] {
    const runs: number[] = [];
    this.#parts.grams.gramsOf(letters, LETTERS_IN_A_RUN, false, runs);
    const groups = [...new Set(runs)].map((term) => [{ term, weight: 1 }]);
    return this.#collect(this.#parts.gramPostings, groups, isAllowed);
  }

  #collect(
    postings: Postings,
    groups: readonly (readonly WeightedTerm[])[],
    isAllowed: (passage: number) => boolean,
  ): ScoredPassage[] {
    const { values, touched } = postings.score(groups);
    const scored: ScoredPassage[] = [];
    for (const row of touched) {
      const passage = this.#parts.passages[row] ?? -1;
      if (isAllowed(passage)) scored.push({ passage, score: values[row] ?? 0 });
    }
    postings.clear();
    return scored;
  }
}
