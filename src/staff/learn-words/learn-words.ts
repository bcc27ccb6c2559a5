/** The folder's texts → words of the other languages for each English word, where both directions agree and the glossary lacks them. */
import type { KnowledgeBase } from '../../domain/knowledge-base';
import { LOCALES, type Locale } from '../../domain/locale';
import type { Concept } from '../../domain/vocabulary';
import { conceptsOf, contentStems } from '../../retrieval/glossary';
import { hasDigit, soundOf } from '../../retrieval/words';
import { NumberedWords } from './numbered-words';
import { type Piece, piecesOf } from './parallel-pieces';
import { learnPairs, type NumberedPiece } from './word-pairs';

/** Nearly every text of the folder stands in English too, whatever language it was written in. */
export const PIVOT: Locale = 'en';

/**
 * Of two draws of a hundred pairs of the shipped folder 94 and 93 were right from here on; from 0.2 to 0.3 one in five was wrong. XQuAD
 * across languages (every eighth question): 0.8065 without a list, 0.8075 from 0.4 on, 0.8088 from 0.3, 0.8073 from 0.2.
 */
const LEAST_CERTAINTY = 0.3;
/** Of one language, each word of a piece with each of the other: some hundred megabytes and ten seconds. The shipped folder has a tenth. */
const MOST_CELLS = 4_000_000;
/** Twice may be chance. */
const LEAST_PIECES = 3;
/** Words of one language for one English word: the glossary takes as many. */
const MOST_WORDS = 3;

/** An English word and one of another language, in the form that the folder uses most. */
export interface Learned {
  readonly pivot: string;
  readonly locale: Locale;
  readonly word: string;
  /** 0…1 */
  readonly certainty: number;
  /** Parallel pieces in which both stand. */
  readonly pieces: number;
}

export interface Learning {
  /** The surest first; of equals in the order of the alphabet. */
  readonly learned: readonly Learned[];
  /** Parallel pieces by language; a language without any is not there. */
  readonly pieces: ReadonlyMap<Locale, number>;
  /** Languages with more of them than are learned from. */
  readonly partly: readonly Locale[];
}

/** Seconds for a folder of hundreds of entries. `onLanguage` hears after each language how many are done. */
export function learnWords(knowledge: KnowledgeBase, onLanguage: (done: number, all: number) => void = () => undefined): Learning {
  const own = conceptsOf(knowledge.vocabularies).filter(({ isImported }) => !isImported);
  const ours = new NumberedWords(PIVOT, knownStems(own, PIVOT));
  const others = LOCALES.filter((locale) => locale !== PIVOT);
  const pieces = new Map<Locale, number>();
  const partly: Locale[] = [];
  const sure: Sure[] = [];
  for (const [n, locale] of others.entries()) {
    const found = piecesOf(knowledge.entries, PIVOT, locale);
    const read = learnLanguage(found, ours, new NumberedWords(locale, knownStems(own, locale)), sure);
    if (read > 0) pieces.set(locale, read);
    if (read < found.length) partly.push(locale);
    onLanguage(n + 1, others.length);
  }
  // Only now are all texts counted that tell which form of an English word is used most.
  const learned = sure.map(({ pivot, ...how }) => ({ pivot: ours.formOf(pivot), ...how }));
  return { learned: learned.sort(bySurest), pieces, partly };
}

/** Stems of the single words that these concepts have. */
const knownStems = (concepts: readonly Concept[], locale: Locale): ReadonlySet<string> =>
  new Set(
    concepts
      .flatMap(({ words }) => words[locale] ?? [])
      .map((text) => contentStems(text, locale))
      .flatMap(([stem, ...more]) => (stem === undefined || more.length > 0 ? [] : [stem])),
  );

/** With the English word by its number. */
type Sure = Omit<Learned, 'pivot'> & { readonly pivot: number };

/** Adds what is sure to `sure`, and gives the number of pieces that it learned from. */
function learnLanguage(pieces: readonly Piece[], ours: NumberedWords, theirs: NumberedWords, sure: Sure[]): number {
  const numbered = withinBounds(pieces.map(([one, two]) => ({ ours: ours.numbersOf(one), theirs: theirs.numbersOf(two) })));
  const kept = learnPairs(numbered, LEAST_PIECES)
    .filter(({ ours: one, theirs: two }) => !(ours.isKnown(one) && theirs.isKnown(two)))
    .filter(({ certainty, ours: one, theirs: two }) => certainty >= LEAST_CERTAINTY && isTranslation(ours.formOf(one), theirs.formOf(two)))
    .map(({ ours: one, theirs: two, ...how }) => ({ pivot: one, locale: theirs.locale, word: theirs.formOf(two), ...how }));
  sure.push(...best(kept));
  return numbered.length;
}

function withinBounds(pieces: readonly NumberedPiece[]): readonly NumberedPiece[] {
  let cells = 0;
  const tooMany = pieces.findIndex(({ ours, theirs }) => {
    cells += ours.length * theirs.length;
    return cells > MOST_CELLS;
  });
  return tooMany < 0 ? pieces : pieces.slice(0, tooMany);
}

/** Numbers and names that are the same on both sides find each other without a list. */
const isTranslation = (one: string, two: string): boolean => !hasDigit(one) && !hasDigit(two) && soundOf(one) !== soundOf(two);

function best(sure: readonly Sure[]): Sure[] {
  const kept = new Map<number, number>();
  return [...sure]
    .sort((a, b) => b.certainty - a.certainty || compare(a.word, b.word))
    .filter(({ pivot }) => {
      const before = kept.get(pivot) ?? 0;
      kept.set(pivot, before + 1);
      return before < MOST_WORDS;
    });
}

const bySurest = (a: Learned, b: Learned): number =>
  b.certainty - a.certainty ||
  compare(a.pivot, b.pivot) ||
  LOCALES.indexOf(a.locale) - LOCALES.indexOf(b.locale) ||
  compare(a.word, b.word);

/** By code, so that no setting of the machine changes the order. */
export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
