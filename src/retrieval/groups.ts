/**
 * A question as weighted groups of an index's terms: each group holds what would answer one word, or one phrase, of the question.
 * In the question's own language that is the stem, or when no passage has it the words most like it; in another language it is the
 * glossary's translations and the cognates.
 */
import type { Locale } from '../domain/locale';
import { type Glossary, LONGEST_PHRASE, type Phrase } from './glossary';
import type { WeightedTerm } from './postings';
import type { AnalysedQuestion, QuestionWord } from './question';
import type { WordIndex } from './word-index';

/** Constants of reference/retrieval.md 3 and its prototype. */
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
/** Another way to say the same in the same language counts, but less than the word that was said. */
const SYNONYM = 0.1;
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
  readonly concepts: readonly number[];
}

export function groupsFor(question: AnalysedQuestion, index: WordIndex, glossary: Glossary): QuestionGroup[] {
  const said = conceptsIn(question, glossary);
  return question.locale === index.locale ? ownGroups(question, index, glossary, said) : crossGroups(question, index, glossary, said);
}

/** The longest phrases the glossary knows, left to right, and the words between them. */
export function conceptsIn(question: AnalysedQuestion, glossary: Glossary): Said[] {
  const stems = question.words.map((word) => word.stem);
  const said: Said[] = [];
  for (let at = 0; at < stems.length; ) {
    const next = longestAt(stems, at, question.locale, glossary);
    said.push(next);
    at += next.length;
  }
  return said;
}

function longestAt(stems: readonly string[], at: number, locale: Locale, glossary: Glossary): Said {
  for (let length = Math.min(LONGEST_PHRASE, stems.length - at); length > 0; length--) {
    const concepts = glossary.conceptsSaid(stems.slice(at, at + length), locale);
    if (concepts.length > 0) return { at, length, concepts };
  }
  return { at, length: 1, concepts: [] };
}

function ownGroups(question: AnalysedQuestion, index: WordIndex, glossary: Glossary, said: readonly Said[]): QuestionGroup[] {
  const synonyms = new Map(said.map((one) => [one.at, phrasesOf(one, index, glossary)]));
  return question.words.map((word, at) => {
    const terms = new TermWeights(ownTerms(word, index));
    for (const phrase of synonyms.get(at) ?? []) terms.addPhrase(phrase, SYNONYM, index);
    return { terms: terms.all(), at, length: 1 };
  });
}

function ownTerms({ word, stem }: QuestionWord, index: WordIndex): WeightedTerm[] {
  const term = index.findTerm(stem);
  const isLong = word.length >= SHORTEST_MISSPELT;
  if (term === undefined) return isLong ? alike(word, index, MISSPELT) : [];
  const others = isLong ? alike(word, index, OTHER_FORM).filter((other) => other.term !== term) : [];
  return [{ term, weight: 1 }, ...others.map((other) => ({ ...other, weight: other.weight * OTHER_FORM_WEIGHT }))];
}

function crossGroups(question: AnalysedQuestion, index: WordIndex, glossary: Glossary, said: readonly Said[]): QuestionGroup[] {
  return said.map((one) => {
    const { at, length } = one;
    const phrases = phrasesOf(one, index, glossary);
    const terms = new TermWeights([]);
    for (const phrase of phrases) terms.addPhrase(phrase, Math.min(1, TRANSLATION_LIFT / phrases.length), index);
    const word = question.words[at]?.word;
    if (length === 1 && word !== undefined)
      for (const { term, weight } of alike(word, index, phrases.length > 0 ? COGNATE_BESIDE_TRANSLATION : COGNATE)) terms.add(term, weight);
    return { terms: terms.all(), at, length };
  });
}

const alike = (word: string, index: WordIndex, { least, most }: { least: number; most: number }): WeightedTerm[] =>
  index.termsLike(word, least, most).map(({ term, likeness }) => ({ term, weight: likeness ** LIKENESS_POWER }));

/**
 * Ways to say what a stretch of so many words says. A longer phrase than was said is taken only when there is no other: its parts
 * ("social" of "social cooperative") stand for much else.
 */
function phrasesOf({ concepts, length }: Said, index: WordIndex, glossary: Glossary): Phrase[] {
  return concepts.flatMap((concept) => {
    const phrases = glossary.phrasesFor(concept, index.locale);
    const longest = Math.max(length, Math.min(...phrases.map((phrase) => phrase.length)));
    return phrases.filter((phrase) => phrase.length <= longest);
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

  all(): WeightedTerm[] {
    return [...this.#weights].map(([term, weight]) => ({ term, weight }));
  }
}
