/** Concepts and how each is said in each language: what lets a question in one language find text in another. */
import { LOCALES, type Locale } from '../domain/locale';
import type { Concept, Vocabularies } from '../domain/vocabulary';
import { stem } from './stemming';
import { isStopWord } from './stop-words';
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
  const places = [...areas.values()].map(({ code, name }) => ({ id: code, words: wordsByLocale((locale) => [name[locale] ?? '']) }));
  return [...terms, ...places, ...concepts];
}

function wordsByLocale(wordsIn: (locale: Locale) => string[]): Concept['words'] {
  const rows = LOCALES.map((locale) => [locale, wordsIn(locale).filter(Boolean)] as const);
  return Object.fromEntries(rows.filter(([, words]) => words.length > 0));
}

/** A way to say a concept, as the stems of its content words. */
export type Phrase = readonly string[];

/** A glossary as plain data. */
export interface GlossaryImage {
  /** Phrases of concept n by language. */
  readonly phrases: readonly ReadonlyMap<Locale, readonly Phrase[]>[];
  /** Concepts by language and phrase. */
  readonly concepts: ReadonlyMap<string, readonly number[]>;
}

/** Works out the stems of all phrases: tenths of a second for thousands of concepts. */
export function readGlossary(concepts: readonly Concept[]): GlossaryImage {
  const phrases = concepts.map(({ words }) => phrasesOf(words));
  const byPhrase = new Map<string, number[]>();
  for (const [concept, byLocale] of phrases.entries())
    for (const [locale, ways] of byLocale)
      for (const phrase of ways) {
        const key = keyOf(phrase, locale);
        const known = byPhrase.get(key);
        if (!known) byPhrase.set(key, [concept]);
        else if (!known.includes(concept)) known.push(concept);
      }
  return { phrases, concepts: byPhrase };
}

export class Glossary {
  readonly #image: GlossaryImage;

  constructor(image: GlossaryImage) {
    this.#image = image;
  }

  get size(): number {
    return this.#image.phrases.length;
  }

  /** Concepts that these stems say, all of them together. */
  conceptsSaid(stems: Phrase, locale: Locale): readonly number[] {
    return this.#image.concepts.get(keyOf(stems, locale)) ?? [];
  }

  phrasesFor(concept: number, locale: Locale): readonly Phrase[] {
    return this.#image.phrases[concept]?.get(locale) ?? [];
  }
}

const keyOf = (stems: Phrase, locale: Locale): string => `${locale} ${stems.join(' ')}`;

function phrasesOf(words: Concept['words']): Map<Locale, Phrase[]> {
  const byLocale = new Map<Locale, Phrase[]>();
  for (const locale of LOCALES) {
    const phrases = (words[locale] ?? []).map((text) => contentStems(text, locale)).filter(({ length }) => length > 0);
    const distinct = new Map(phrases.map((phrase) => [phrase.join(' '), phrase]));
    if (distinct.size > 0) byLocale.set(locale, [...distinct.values()]);
  }
  return byLocale;
}

/** Stems in order without stop words: "a social enterprise" → social, enterpris. */
export function contentStems(text: string, locale: Locale): string[] {
  return tokenise(text)
    .filter((surface) => !isStopWord(foldWord(surface), locale))
    .map((surface) => stem(surface, locale));
}
