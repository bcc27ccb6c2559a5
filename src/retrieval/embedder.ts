/**
 * The embedder that is always there: it learns from the folder which words and glossary concepts keep company, in all languages at
 * once, because an entry tells the same in several. Offline, deterministic, no model. Behind LangChain's `Embeddings`, so that a real
 * model can take its place.
 */
import { Embeddings } from '@langchain/core/embeddings';
import { LOCALES, type Locale } from '../domain/locale';
import type { Breathe } from './breathing';
import type { Glossary } from './glossary';
import { findLatentSpace, type LatentSpace, type SparseRow } from './latent-space';
import { stem } from './stemming';
import { isStopWord } from './stop-words';
import { foldWord, tokenise } from './words';

/** Enough for similar entries and the grouping of questions; more made nothing better on XQuAD and costs time to the square. */
const DIMENSIONS = 64;
/** More texts than this teach nothing new, and the server should answer soon. */
const MOST_TEXTS = 1_500;
const MOST_FEATURES = 20_000;
/** A feature that so many texts hold tells none of them apart. */
const MOST_OFTEN = 0.5;

/** All that one entry says, each piece with its language. */
export type TrainingText = readonly { readonly text: string; readonly locale: Locale }[];

export class FolderEmbedder extends Embeddings {
  readonly #features: FeatureMap;
  readonly #worth: Float32Array;
  readonly #space: LatentSpace;

  /** Use `trainEmbedder`. */
  constructor(features: FeatureMap, worth: Float32Array, space: LatentSpace) {
    super({});
    this.#features = features;
    this.#worth = worth;
    this.#space = space;
  }

  get dimensions(): number {
    return this.#space.dimensions;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => this.#embed(text));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.#embed(text);
  }

  /** Of length 1; all zeros for a text without a known word. */
  #embed(text: string): number[] {
    const counts = countAll(tokenise(text).flatMap((word) => this.#features.featuresOf(word)));
    const { features, weights } = weigh(counts, this.#worth);
    const { dimensions, axes } = this.#space;
    const vector = new Array<number>(dimensions).fill(0);
    for (const [n, feature] of features.entries())
      for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] ?? 0) + (weights[n] ?? 0) * (axes[feature * dimensions + i] ?? 0);
    return scaleToOne(vector);
  }
}

/** Learns from the folder. The same texts in the same order give the same embedder. */
export async function trainEmbedder(texts: readonly TrainingText[], glossary: Glossary, breathe: Breathe): Promise<FolderEmbedder> {
  const step = Math.max(1, texts.length / MOST_TEXTS);
  const sample = Array.from({ length: Math.min(texts.length, MOST_TEXTS) }, (_, n) => texts[Math.floor(n * step)] ?? []);
  const features = new FeatureMap(glossary);
  const counts: Map<number, number>[] = [];
  for (const pieces of sample) {
    counts.push(countAll(pieces.flatMap(({ text, locale }) => tokenise(text).flatMap((word) => features.learn(word, locale)))));
    await breathe();
  }
  const worth = worthOf(counts, features.size);
  const rows = counts.map((row) => weigh(row, worth));
  return new FolderEmbedder(features, worth, await findLatentSpace(rows, features.size, DIMENSIONS, breathe));
}

/** Numbers stems and concepts. A stem is the same feature in every language that has it, which is how cognates meet. */
class FeatureMap {
  readonly #glossary: Glossary;
  readonly #numbers = new Map<string, number>();
  readonly #byWord = new Map<string, readonly number[]>();

  constructor(glossary: Glossary) {
    this.#glossary = glossary;
  }

  get size(): number {
    return this.#numbers.size;
  }

  learn(surface: string, locale: Locale): readonly number[] {
    const key = `${locale} ${surface}`;
    const known = this.#byWord.get(key);
    if (known) return known;
    const numbers = namesOf(surface, locale, this.#glossary).map((name) => this.#numberOf(name));
    this.#byWord.set(key, numbers);
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

function countAll(features: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Inverse document frequency; 0 for features too rare to relate texts, too common to part them, or beyond the limit. */
function worthOf(rows: readonly ReadonlyMap<number, number>[], size: number): Float32Array {
  const frequencies = new Uint32Array(size);
  for (const row of rows) for (const feature of row.keys()) frequencies[feature] = (frequencies[feature] ?? 0) + 1;
  const often = Math.max(2, rows.length * MOST_OFTEN);
  const useful = [...frequencies.keys()].filter((feature) => (frequencies[feature] ?? 0) <= often);
  useful.sort((a, b) => (frequencies[b] ?? 0) - (frequencies[a] ?? 0) || a - b);
  const worth = new Float32Array(size);
  for (const feature of useful.slice(0, MOST_FEATURES)) worth[feature] = Math.log(1 + rows.length / (frequencies[feature] || 1));
  return worth;
}

function weigh(counts: ReadonlyMap<number, number>, worth: Float32Array): SparseRow {
  const kept = [...counts].filter(([feature]) => (worth[feature] ?? 0) > 0);
  const weights = kept.map(([feature, count]) => (1 + Math.log(count)) * (worth[feature] ?? 0));
  return { features: kept.map(([feature]) => feature), weights: scaleToOne(weights) };
}

function scaleToOne(vector: number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? vector.map((x) => x / length) : vector;
}
