/** What a word stands for when texts of many languages are compared: its stem and the concepts it says. */
import { LOCALES, type Locale } from '../domain/locale';
import type { Glossary } from './glossary';
import { endsOf, listOf } from './lists';
import { stem } from './stemming';
import { isStopWord } from './stop-words';
import { StringTable, type StringTableImage } from './string-table';
import { foldWord } from './words';

/** A map as plain data. */
export interface FeatureMapImage {
  /** Stems and concepts, by number. */
  readonly names: StringTableImage;
  readonly words: StringTableImage;
  /** Features of word w: `featureEnds[w - 1]` to `featureEnds[w]` of `features`. */
  readonly featureEnds: Uint32Array;
  readonly features: Uint32Array;
}

/** Numbers stems and concepts. A stem is the same feature in every language that has it, which is how cognates meet. */
export class FeatureLearner {
  readonly #glossary: Glossary;
  readonly #names = new StringTable();
  readonly #words = new StringTable();
  /** By word. */
  readonly #features: number[][] = [];

  constructor(glossary: Glossary) {
    this.#glossary = glossary;
  }

  /** How many features there are. */
  get size(): number {
    return this.#names.size;
  }

  /** A word as it stands in a text of this language. */
  learn(surface: string, locale: Locale): readonly number[] {
    const numbers = isEmptyWord(surface) ? [] : namesOf(surface, locale, this.#glossary).map((name) => this.#names.add(name));
    const word = this.#words.add(surface);
    this.#features[word] = [...new Set([...(this.#features[word] ?? []), ...numbers])];
    return numbers;
  }

  /** With these features alone, numbered anew in this order. */
  toImage(kept: readonly number[]): FeatureMapImage {
    const names = new StringTable();
    const numbers = new Map(kept.map((feature) => [feature, names.add(this.#names.textOf(feature))]));
    const features = this.#features.map((list) => list.flatMap((feature) => numbers.get(feature) ?? []));
    return {
      names: names.toImage(),
      words: this.#words.toImage(),
      featureEnds: endsOf(features),
      features: Uint32Array.from(features.flat()),
    };
  }
}

export class FeatureMap {
  readonly #glossary: Glossary;
  readonly #image: FeatureMapImage;
  readonly #names: StringTable;
  readonly #words: StringTable;

  constructor(image: FeatureMapImage, glossary: Glossary) {
    this.#glossary = glossary;
    this.#image = image;
    this.#names = new StringTable(image.names);
    this.#words = new StringTable(image.words);
  }

  /** Of a word as the folder uses it in whatever language; of one it does not know, as these languages would stem it. */
  featuresOf(surface: string, locales: readonly Locale[]): ArrayLike<number> {
    const word = this.#words.find(surface);
    if (word >= 0) return listOf(this.#image.features, this.#image.featureEnds, word);
    if (isEmptyWord(surface)) return [];
    const names = new Set(locales.flatMap((locale) => namesOf(surface, locale, this.#glossary)));
    return [...names].map((name) => this.#names.find(name)).filter((feature) => feature >= 0);
  }
}

/** A stop word of any language is no feature: a text does not say which language it is in. */
function isEmptyWord(surface: string): boolean {
  const folded = foldWord(surface);
  return LOCALES.some((one) => isStopWord(folded, one));
}

/** The stem and the concepts of a word; those of imported lists would be too many. */
function namesOf(surface: string, locale: Locale, glossary: Glossary): string[] {
  const stemmed = stem(surface, locale);
  const concepts = glossary.conceptsSaid([stemmed], locale).filter((concept) => !glossary.isImported(concept));
  return [stemmed, ...concepts.map((concept) => `#${concept}`)];
}
