/**
 * A question as weighted groups of an index's terms: each group holds what would answer one word, or one phrase, of the question.
 * In the question's own language that is the stem, or when no passage has it the words most like it; in another language it is the
 * glossary's translations and the cognates.
 */
import type { Glossary, Phrase } from './glossary';
import type { WeightedTerm } from './postings';
import type { AnalysedQuestion, QuestionWord } from './question';
import { conceptsIn, LIKENESS_POWER, partsOf, type Said, SHORTEST_MISSPELT } from './said-concepts';
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
const TRANSLATION_LIFT = 1.5;
export interface QuestionGroup {
  readonly terms: readonly WeightedTerm[];
  /** First word of the question it answers, and how many. */
  readonly at: number;
  readonly length: number;
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
