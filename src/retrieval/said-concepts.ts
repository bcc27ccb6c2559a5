/** Which concepts of the glossary a question says: in its words, in words much like them, in the pieces of a compound. */
import type { Locale } from '../domain/locale';
import { splitCompound } from './compounds';
import { type Glossary, LONGEST_PHRASE } from './glossary';
import type { AnalysedQuestion } from './question';
import { stem } from './stemming';

/** A likeness this often multiplied is the weight: the cube beats the square across languages (XQuAD 0.602 → 0.610). */
export const LIKENESS_POWER = 3;
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
export const SHORTEST_MISSPELT = 4;

/** A stretch of the question that says these concepts, or one word that says none. */
export interface Said {
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
export const partsOf = (word: string, locale: Locale, isKnown: (part: string) => boolean): readonly string[] =>
  (locale === 'de' && splitCompound(word, isKnown)) || [];
