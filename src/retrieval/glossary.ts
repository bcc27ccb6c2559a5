/** Concepts and how each is said in each language: what lets a question in one language find text in another. */
import { LOCALES, type Locale } from '../domain/locale';
import type { Concept, Vocabularies } from '../domain/vocabulary';
import { BoundedMap } from './bounded-map';
import { endsOf, listOf } from './lists';
import { stem } from './stemming';
import { isStopWord } from './stop-words';
import { StringTable, type StringTableImage } from './string-table';
import { Vocabulary, VocabularyBuilder, type VocabularyImage } from './vocabulary';
import { foldWord, tokenise } from './words';

/** Longer phrases than this are not looked for in a question. Content words. */
export const LONGEST_PHRASE = 4;

/** What the folder teaches: its terms with all the ways people say them, names of areas, and its glossary. */
export function conceptsOf({ topics, applicants, objectives, skills, areas, concepts }: Vocabularies): Concept[] {
  const terms = [topics, applicants, objectives, skills]
    .flatMap((words) => [...words.values()])
    .map(({ id, name, said }) => ({
      id,
      words: wordsByLocale((locale) => [name[locale] ?? '', ...(said[locale] ?? [])]),
    }));
  const places = [...areas.values()].map(({ code, name }) => ({
    id: code,
    words: wordsByLocale((locale) => [name[locale] ?? '']),
  }));
  return [...terms, ...places, ...concepts];
}

function wordsByLocale(wordsIn: (locale: Locale) => string[]): Concept['words'] {
  const rows = LOCALES.map((locale) => [locale, wordsIn(locale).filter(Boolean)] as const);
  return Object.fromEntries(rows.filter(([, words]) => words.length > 0));
}

/** A way to say a concept, as the stems of its content words. */
export type Phrase = readonly string[];

/** A glossary as plain data. Concepts are numbered: the folder's own first, then imported ones. */
export interface GlossaryImage {
  readonly size: number;
  readonly firstImported: number;
  /** Each phrase of each language once: the language's tag, then its stems, parted by blanks. */
  readonly phrases: StringTableImage;
  /** Concepts that phrase p says: `saidEnds[p - 1]` to `saidEnds[p]` of `said`; imported ones only where no own one says it. */
  readonly saidEnds: Uint32Array;
  readonly said: Uint32Array;
  /** Phrases of concept c in language l: number n = c × languages + l, and `waysEnds[n - 1]` to `waysEnds[n]` of `ways`. */
  readonly waysEnds: Uint32Array;
  readonly ways: Uint32Array;
  /** Single words, to be found by likeness. */
  readonly words: Readonly<Record<Locale, WordsImage>>;
}

interface WordsImage {
  readonly vocabulary: VocabularyImage;
  /** By term of the vocabulary: the phrase that is this word. */
  readonly phrases: Uint32Array;
}

/** Works out the stems of all phrases: tenths of a second for thousands of concepts. */
export function readGlossary(concepts: readonly Concept[]): GlossaryImage {
  const own = concepts.filter(({ isImported }) => !isImported);
  const imported = concepts.filter(({ isImported }) => isImported);
  const phrases = new StringTable();
  const said: number[][] = [];
  const ways: number[][] = [];
  for (const [concept, { words }] of [...own, ...imported].entries())
    for (const locale of LOCALES) {
      const numbers = new Set((words[locale] ?? []).flatMap((text) => numbersOf(text, locale, phrases)));
      ways.push([...numbers]);
      for (const phrase of numbers) said[phrase] = withConcept(said[phrase], concept, own.length);
    }
  return {
    size: concepts.length,
    firstImported: own.length,
    phrases: phrases.toImage(),
    saidEnds: endsOf(said),
    said: Uint32Array.from(said.flat()),
    waysEnds: endsOf(ways),
    ways: Uint32Array.from(ways.flat()),
    words: Object.fromEntries(LOCALES.map((locale) => [locale, wordsFor(concepts, locale, phrases)])) as GlossaryImage['words'],
  };
}

/** Of the phrase that this text is; none for one of stop words alone. */
function numbersOf(text: string, locale: Locale, phrases: StringTable): number[] {
  const stems = contentStems(text, locale);
  return stems.length > 0 ? [phrases.add(keyOf(stems, locale))] : [];
}

function withConcept(known: number[] | undefined, concept: number, firstImported: number): number[] {
  const isOverruled = concept >= firstImported && (known?.[0] ?? concept) < firstImported;
  if (!known) return [concept];
  if (!isOverruled && !known.includes(concept)) known.push(concept);
  return known;
}

/** The words of a glossary's single-word phrases. */
function wordsFor(concepts: readonly Concept[], locale: Locale, phrases: StringTable): WordsImage {
  const vocabulary = new VocabularyBuilder();
  const numbers: number[] = [];
  const known = new Set<string>();
  for (const { words } of concepts)
    for (const text of words[locale] ?? []) {
      const [word, ...more] = contentWords(text, locale);
      if (word === undefined || more.length > 0 || known.has(foldWord(word))) continue;
      known.add(foldWord(word));
      vocabulary.add(foldWord(word), numbers.length);
      numbers.push(phrases.add(keyOf([stem(word, locale)], locale)));
    }
  return {
    vocabulary: vocabulary.build().image,
    phrases: Uint32Array.from(numbers),
  };
}

const keyOf = (stems: Phrase, locale: Locale): string => `${locale} ${stems.join(' ')}`;

export interface LikeConcepts {
  readonly concepts: readonly number[];
  /** 0…1 */
  readonly likeness: number;
}

/** Words of questions whose likes are kept: about 1 MB. */
const MOST_ALIKE = 4_000;

/** Lists of phrases kept as stems, some 300 bytes each. */
const MOST_READ = 5_000;

export class Glossary {
  readonly #image: GlossaryImage;
  readonly #phrases: StringTable;
  readonly #vocabularies: ReadonlyMap<Locale, Vocabulary>;
  readonly #alike = new BoundedMap<string, LikeConcepts>(MOST_ALIKE);
  /** By concept and language, numbered as the ways are. */
  readonly #read = new BoundedMap<number, readonly Phrase[]>(MOST_READ);

  constructor(image: GlossaryImage) {
    this.#image = image;
    this.#phrases = new StringTable(image.phrases);
    this.#vocabularies = new Map(LOCALES.map((locale) => [locale, new Vocabulary(image.words[locale].vocabulary)]));
  }

  get size(): number {
    return this.#image.size;
  }

  /** Concepts that these stems say, all of them together; all of them own ones, or all imported. */
  conceptsSaid(stems: Phrase, locale: Locale): readonly number[] {
    return this.#conceptsOf(this.#phrases.find(keyOf(stems, locale)));
  }

  #conceptsOf(phrase: number): readonly number[] {
    return phrase < 0 ? [] : Array.from(listOf(this.#image.said, this.#image.saidEnds, phrase));
  }

  isImported(concept: number): boolean {
    return concept >= this.#image.firstImported;
  }

  /** Concepts of the word most like this folded one, at least so much. */
  conceptsLike(word: string, locale: Locale, least: number): LikeConcepts {
    return this.#alike.getOrMake(`${locale} ${least} ${word}`, () => {
      const [best] = this.#vocabularies.get(locale)?.like(word, least, 1) ?? [];
      const phrase = best && this.#image.words[locale].phrases[best.term];
      return {
        concepts: this.#conceptsOf(phrase ?? -1),
        likeness: best?.likeness ?? 0,
      };
    });
  }

  phrasesFor(concept: number, locale: Locale): readonly Phrase[] {
    return this.#read.getOrMake(concept * LOCALES.length + LOCALES.indexOf(locale), (number) =>
      Array.from(listOf(this.#image.ways, this.#image.waysEnds, number), (phrase) => this.#phrases.textOf(phrase).split(' ').slice(1)),
    );
  }
}

const contentWords = (text: string, locale: Locale): string[] => tokenise(text).filter((surface) => !isStopWord(foldWord(surface), locale));

/** Stems in order without stop words: "a social enterprise" → social, enterpris. */
export const contentStems = (text: string, locale: Locale): string[] => contentWords(text, locale).map((surface) => stem(surface, locale));
