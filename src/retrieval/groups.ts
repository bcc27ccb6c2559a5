/**
 * A question as weighted groups of an index's terms: each group holds what would answer one word, or one phrase, of the question.
 * In the question's own language that is the stem, or when no passage has it the words most like it; in another language it is the
 * glossary's translations and the cognates.
 */
import type { Locale } from '../domain/locale';
import { splitCompound } from './compounds';
import { type Glossary, LONGEST_PHRASE, type Phrase } from './glossary';
import type { WeightedTerm } from './postings';
import type { AnalysedQuestion, QuestionWord } from './question';
import { stem } from './stemming';
import { WEIGHTS, type Weights } from './weights';
import type { WordIndex } from './word-index';

/** Likeness is of runs of letters (Dice); chosen on XQuAD. */
const MISSPELT = { least: 0.55, most: 3 };
/** Forms that the stemmer did not bring together: XQuAD Greek 0.956 → 0.963, mean of four 0.960 → 0.963. */
const OTHER_FORM = { least: 0.6, most: 4 };
const OTHER_FORM_WEIGHT = 0.5;
const COGNATE = { least: 0.45, most: 4 };
/** A word that has a translation needs a surer cognate. */
const COGNATE_BESIDE_TRANSLATION = { least: 0.7, most: 4 };
/** A likeness this often multiplied is the weight: the cube beats the square across languages (XQuAD 0.602 → 0.610). */
const LIKENESS_POWER = 3;
const TRANSLATION_LIFT = 1.5;
/**
 * What others wrote counts less than what staff wrote. With one half of our glossary as if it were imported XQuAD across languages is 0.692
 * without that half, 0.766 at 0.6, 0.771 at 1, 0.783 as our own; lists of others are less choice than that half.
 */
const IMPORTED = 0.6;
/**
 * A word the glossary lacks, misspelt or in a form that the stemmer does not know, says what the word of it says that is so much like it:
 * XQuAD across languages 0.766 → 0.778, with two typos a question 0.689 → 0.722; 0.7 gains two thirds of that.
 */
const LIKE_A_CONCEPT = 0.6;
/** Shorter words are not taken for misspelt. */
const SHORTEST_MISSPELT = 4;

export interface QuestionGroup {
  readonly terms: readonly WeightedTerm[];
  /** First word of the question it answers, and how many. */
  readonly at: number;
  readonly length: number;
}

/** A stretch of the question that says these concepts, or one word that says none. */
interface Said {
  readonly at: number;
  readonly length: number;
  readonly concepts: readonly SaidConcept[];
  /** Our own glossary has the words, or words that sound the same. */
  readonly isCertain: boolean;
}

interface SaidConcept {
  readonly concept: number;
  /** 0…1 */
  readonly weight: number;
}

type GroupWeights = Pick<Weights, 'alike' | 'synonyms' | 'translations' | 'cognates'>;

export function groupsFor(
  question: AnalysedQuestion,
  index: WordIndex,
  glossary: Glossary,
  weights: GroupWeights = WEIGHTS,
): QuestionGroup[] {
  const said = conceptsIn(question, glossary);
  const groups = question.locale === index.locale ? ownGroups : crossGroups;
  return groups(question, index, glossary, said, weights);
}

/** A question is put to the index of each language, and says the same concepts to all of them. */
const lastSaid = new WeakMap<AnalysedQuestion, { readonly glossary: Glossary; readonly said: readonly Said[] }>();

/** The longest phrases the glossary knows, left to right, and the words between them. */
export function conceptsIn(question: AnalysedQuestion, glossary: Glossary): readonly Said[] {
  const last = lastSaid.get(question);
  if (last?.glossary === glossary) return last.said;
  const said = findConcepts(question, glossary);
  lastSaid.set(question, { glossary, said });
  return said;
}

function findConcepts(question: AnalysedQuestion, glossary: Glossary): Said[] {
  const stems = question.words.map((word) => word.stem);
  const said: Said[] = [];
  for (let at = 0; at < stems.length; ) {
    const known = longestAt(stems, at, question.locale, glossary);
    said.push(...(known ? [known] : guessesAt(question, at, glossary)));
    at += known?.length ?? 1;
  }
  return said;
}

function longestAt(stems: readonly string[], at: number, locale: Locale, glossary: Glossary): Said | undefined {
  for (let length = Math.min(LONGEST_PHRASE, stems.length - at); length > 0; length--) {
    const phrase = stems.slice(at, at + length);
    const concepts = glossary.conceptsSaid(phrase, locale);
    const isCertain = concepts.every((concept) => !glossary.isImported(concept));
    // A phrase of somebody else's list only where our own glossary does not know each of its words.
    if (concepts.length > 0 && (isCertain || length === 1 || !phrase.every((one) => isOwn(one, locale, glossary))))
      return { at, length, concepts: weighed(concepts, glossary), isCertain };
  }
  return undefined;
}

const isOwn = (word: string, locale: Locale, glossary: Glossary): boolean =>
  glossary.conceptsSaid([word], locale).some((concept) => !glossary.isImported(concept));

const weighed = (concepts: readonly number[], glossary: Glossary, weight = 1): SaidConcept[] =>
  concepts.map((concept) => ({ concept, weight: glossary.isImported(concept) ? weight * IMPORTED : weight }));

/** What a word may say that the glossary does not know: what its pieces say, or else what the word most like it says. */
function guessesAt({ words, locale }: AnalysedQuestion, at: number, glossary: Glossary): Said[] {
  const word = words[at]?.word ?? '';
  const saidBy = (part: string) => glossary.conceptsSaid([stem(part, locale)], locale);
  const parts = partsOf(word, locale, (part) => saidBy(part).length > 0);
  const guessed = (concepts: readonly number[], weight: number, isCertain = false): Said => ({
    at,
    length: 1,
    concepts: weighed(concepts, glossary, weight),
    isCertain,
  });
  if (parts.length > 0) return parts.map((part) => guessed(saidBy(part), 1 / Math.sqrt(parts.length)));
  const { concepts, likeness } = glossary.conceptsLike(word, locale, LIKE_A_CONCEPT);
  return [guessed(word.length < SHORTEST_MISSPELT ? [] : concepts, likeness ** LIKENESS_POWER, likeness === 1)];
}

/** Pieces of a compound that are each known; none when it is no such word. */
const partsOf = (word: string, locale: Locale, isKnown: (part: string) => boolean): readonly string[] =>
  (locale === 'de' && splitCompound(word, isKnown)) || [];

function ownGroups(
  question: AnalysedQuestion,
  index: WordIndex,
  glossary: Glossary,
  said: readonly Said[],
  { alike: alikeWeight, synonyms: synonym }: GroupWeights,
): QuestionGroup[] {
  const synonyms = new Map(said.filter(({ isCertain }) => isCertain).map((one) => [one.at, phrasesOf(one, index, glossary)]));
  return question.words.flatMap((word, at) => {
    const terms = new TermWeights(ownTerms(word, index, alikeWeight));
    for (const { phrase } of synonyms.get(at) ?? []) terms.addPhrase(phrase, synonym, index);
    return [{ terms: terms.all(word.weight), at, length: 1 }, ...pieceGroups(word, at, index)];
  });
}

/** A compound that no text holds is looked for by its pieces too: XQuAD German 0.961 → 0.963. */
function pieceGroups({ word, stem: stemmed }: QuestionWord, at: number, index: WordIndex): QuestionGroup[] {
  const termOf = (part: string) => index.findTerm(stem(part, index.locale));
  const parts = index.findTerm(stemmed) === undefined ? partsOf(word, index.locale, (part) => termOf(part) !== undefined) : [];
  const weight = 1 / Math.sqrt(parts.length);
  return parts.map((part) => ({ terms: [termOf(part)].flatMap((term) => (term === undefined ? [] : [{ term, weight }])), at, length: 1 }));
}

function ownTerms({ word, stem: stemmed }: QuestionWord, index: WordIndex, weight: number): WeightedTerm[] {
  const term = index.findTerm(stemmed);
  const isLong = word.length >= SHORTEST_MISSPELT;
  if (term === undefined) return isLong ? alike(word, index, MISSPELT, weight) : [];
  const others = isLong ? alike(word, index, OTHER_FORM, weight).filter((other) => other.term !== term) : [];
  return [{ term, weight: 1 }, ...others.map((other) => ({ ...other, weight: other.weight * OTHER_FORM_WEIGHT }))];
}

function crossGroups(
  question: AnalysedQuestion,
  index: WordIndex,
  glossary: Glossary,
  said: readonly Said[],
  { translations, cognates }: GroupWeights,
): QuestionGroup[] {
  return said.map((one) => {
    const { at, length, isCertain } = one;
    const phrases = phrasesOf(one, index, glossary);
    const terms = new TermWeights([]);
    for (const { phrase, weight } of phrases)
      terms.addPhrase(phrase, translations * weight * Math.min(1, TRANSLATION_LIFT / phrases.length), index);
    const word = question.words[at]?.word;
    if (length === 1 && word !== undefined)
      for (const { term, weight } of alike(word, index, isCertain && phrases.length > 0 ? COGNATE_BESIDE_TRANSLATION : COGNATE, cognates))
        terms.add(term, weight);
    return { terms: terms.all(Math.min(...question.words.slice(at, at + length).map((one) => one.weight))), at, length };
  });
}

const alike = (word: string, index: WordIndex, { least, most }: { least: number; most: number }, weight: number): WeightedTerm[] =>
  index.termsLike(word, least, most).map(({ term, likeness }) => ({ term, weight: weight * likeness ** LIKENESS_POWER }));

interface WeightedPhrase {
  readonly phrase: Phrase;
  readonly weight: number;
}

/**
 * Ways to say what a stretch of so many words says. A longer phrase than was said is taken only when there is no other: its parts
 * ("social" of "social cooperative") stand for much else.
 */
function phrasesOf({ concepts, length }: Said, index: WordIndex, glossary: Glossary): WeightedPhrase[] {
  return concepts.flatMap(({ concept, weight }) => {
    const phrases = glossary.phrasesFor(concept, index.locale);
    const longest = Math.max(length, Math.min(...phrases.map((phrase) => phrase.length)));
    return phrases.filter((phrase) => phrase.length <= longest).map((phrase) => ({ phrase, weight }));
  });
}

/** Keeps the greatest weight of each term. */
class TermWeights {
  readonly #weights = new Map<number, number>();

  constructor(terms: readonly WeightedTerm[]) {
    for (const { term, weight } of terms) this.add(term, weight);
  }

  add(term: number, weight: number): void {
    this.#weights.set(term, Math.max(weight, this.#weights.get(term) ?? 0));
  }

  /** A phrase of several words gives each less, so that one of them alone is not taken for the whole. */
  addPhrase(phrase: Phrase, weight: number, index: WordIndex): void {
    for (const stem of phrase) {
      const term = index.findTerm(stem);
      if (term !== undefined) this.add(term, weight / Math.sqrt(phrase.length));
    }
  }

  /** Each weight multiplied by `by`. */
  all(by = 1): WeightedTerm[] {
    return [...this.#weights].map(([term, weight]) => ({ term, weight: by * weight }));
  }
}
