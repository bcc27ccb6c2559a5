/** What a word stands for when texts of many languages are compared: its stem and the concepts it says. */
import { LOCALES, type Locale } from '../domain/locale';
import type { Glossary } from './glossary';
import { stem } from './stemming';
import { isStopWord } from './stop-words';
import { foldWord } from './words';

/** A map as plain data. */
export interface FeatureMapImage {
  readonly numbers: Map<string, number>;
  readonly byWord: Map<string, readonly number[]>;
}

/** Numbers stems and concepts. A stem is the same feature in every language that has it, which is how cognates meet. */
export class FeatureMap {
  readonly #glossary: Glossary;
  readonly #numbers: Map<string, number>;
  readonly #byWord: Map<string, readonly number[]>;
  readonly #byLocale = new Map<Locale, Map<string, readonly number[]>>();

  constructor(glossary: Glossary, { numbers, byWord }: FeatureMapImage = { numbers: new Map(), byWord: new Map() }) {
    this.#glossary = glossary;
    this.#numbers = numbers;
    this.#byWord = byWord;
  }

  toImage(): FeatureMapImage {
    return { numbers: this.#numbers, byWord: this.#byWord };
  }

  get size(): number {
    return this.#numbers.size;
  }

  learn(surface: string, locale: Locale): readonly number[] {
    const learnt = this.#byLocale.get(locale) ?? new Map<string, readonly number[]>();
    this.#byLocale.set(locale, learnt);
    const known = learnt.get(surface);
    if (known) return known;
    const numbers = namesOf(surface, locale, this.#glossary).map((name) => this.#numberOf(name));
    learnt.set(surface, numbers);
    const anywhere = this.#byWord.get(surface) ?? [];
    this.#byWord.set(surface, [...new Set([...anywhere, ...numbers])]);
    return numbers;
  }

  /** Of a word in whatever language: as the folder uses it, else as any language would stem it. */
  featuresOf(surface: string): readonly number[] {
    const known = this.#byWord.get(surface);
    if (known) return known;
    const names = LOCALES.flatMap((locale) => namesOf(surface, locale, this.#glossary));
    return [...new Set(names)].flatMap((name) => this.#numbers.get(name) ?? []);
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** The stem and the concepts of a word. A stop word of any language is no feature: a text does not say which language it is in. */
function namesOf(surface: string, locale: Locale, glossary: Glossary): string[] {
  const folded = foldWord(surface);
  if (LOCALES.some((one) => isStopWord(folded, one))) return [];
  const stemmed = stem(surface, locale);
  return [stemmed, ...glossary.conceptsSaid([stemmed], locale).map((concept) => `#${concept}`)];
}
