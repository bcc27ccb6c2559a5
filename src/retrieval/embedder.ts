/**
 * The embedder that is always there: it learns from the folder which words and glossary concepts keep company, in all languages at
 * once, because an entry tells the same in several. Offline, deterministic, no model. Behind LangChain's `Embeddings`, so that a real
 * model can take its place.
 */
import { Embeddings } from '@langchain/core/embeddings';
import { LOCALES, type Locale } from '../domain/locale';
import type { Breathe } from './breathing';
import { FeatureCounter, type FeatureCounts } from './feature-counts';
import { FeatureLearner, FeatureMap, type FeatureMapImage } from './feature-map';
import type { Glossary } from './glossary';
import { KnownWords } from './known-words';
import { findLatentSpace, type LatentSpace, type SparseRow } from './latent-space';
import { tokenise } from './words';

/** Enough for similar entries and the grouping of questions; more made nothing better on XQuAD and costs time to the square. */
const DIMENSIONS = 64;
/** More texts than this teach nothing new, and the server should answer soon. */
const MOST_TEXTS = 1_000;
const MOST_FEATURES = 20_000;
/** A feature that so many texts hold tells none of them apart. */
const MOST_OFTEN = 0.5;

/** All that one entry says, each piece with its language. */
export type TrainingText = readonly { readonly text: string; readonly locale: Locale }[];

/** What was learnt, as plain data. */
export interface EmbedderImage {
  readonly features: FeatureMapImage;
  /** By feature. */
  readonly worth: Float32Array;
  readonly space: LatentSpace;
}

export class FolderEmbedder extends Embeddings {
  readonly #features: FeatureMap;
  readonly #worth: Float32Array;
  readonly #space: LatentSpace;
  /** For one text after the other: a new one would grow anew to the size of the folder's features. */
  readonly #counter = new FeatureCounter();

  /** `image` is what `trainEmbedder` learnt with this glossary. */
  constructor(image: EmbedderImage, glossary: Glossary) {
    super({});
    this.#features = new FeatureMap(image.features, glossary);
    this.#worth = image.worth;
    this.#space = image.space;
  }

  get dimensions(): number {
    return this.#space.dimensions;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => this.embed(text));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.embed(text);
  }

  /** Of length 1; all zeros for a text without a known word. */
  embed(text: string): number[] {
    for (const word of tokenise(text)) this.#counter.add(this.#features.featuresOf(word, LOCALES));
    return Array.from(this.#vectorOf(this.#counter.take()));
  }

  /** For many texts of known language, told piece by piece: remembers every word it meets. */
  embedMany(): (pieces: TrainingText) => Float32Array {
    const words = wordsByLocale((surface, locale) => this.#features.featuresOf(surface, [locale]));
    const counter = new FeatureCounter();
    return (pieces) => {
      for (const { text, locale } of pieces) words[locale].visit(text, (features) => counter.add(features));
      return Float32Array.from(this.#vectorOf(counter.take()));
    };
  }

  #vectorOf(counts: FeatureCounts): Float64Array {
    const { features, weights } = weigh(counts, this.#worth);
    const { dimensions, axes } = this.#space;
    const vector = new Float64Array(dimensions);
    for (let n = 0; n < features.length; n++) {
      const weight = weights[n] ?? 0;
      const start = (features[n] ?? 0) * dimensions;
      for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] as number) + weight * (axes[start + i] as number);
    }
    return scaleToOne(vector);
  }
}

/** Learns from `count` entries, told one by one. The same entries in the same order teach the same. */
export async function trainEmbedder(
  count: number,
  textOf: (entry: number) => TrainingText,
  glossary: Glossary,
  breathe: Breathe,
): Promise<EmbedderImage> {
  const step = Math.max(1, count / MOST_TEXTS);
  const learner = new FeatureLearner(glossary);
  const words = wordsByLocale((surface, locale) => learner.learn(surface, locale));
  const counter = new FeatureCounter();
  const counts: FeatureCounts[] = [];
  for (let n = 0; n < Math.min(count, MOST_TEXTS); n++) {
    for (const { text, locale } of textOf(Math.floor(n * step))) words[locale].visit(text, (features) => counter.add(features));
    counts.push(counter.take());
    await breathe();
  }
  const { kept, worth } = worthOf(counts, learner.size);
  const rows = numberAnew(counts, kept, learner.size).map((row) => weigh(row, worth));
  const space = await findLatentSpace(rows, kept.length, DIMENSIONS, breathe, kept);
  return { features: learner.toImage(kept), worth, space };
}

type WordsByLocale = Readonly<Record<Locale, KnownWords<ArrayLike<number>>>>;

const wordsByLocale = (featuresOf: (surface: string, locale: Locale) => ArrayLike<number>): WordsByLocale =>
  Object.fromEntries(LOCALES.map((locale) => [locale, new KnownWords((surface) => featuresOf(surface, locale))])) as WordsByLocale;

/**
 * The features that are worth something, and what: their inverse document frequency. Those too rare to relate texts, too common to part
 * them, or beyond the limit are worth nothing.
 */
function worthOf(rows: readonly FeatureCounts[], size: number): { kept: number[]; worth: Float32Array } {
  const frequencies = new Uint32Array(size);
  for (const { features } of rows) for (const feature of features) frequencies[feature] = (frequencies[feature] ?? 0) + 1;
  const often = Math.max(2, rows.length * MOST_OFTEN);
  const useful = [...frequencies.keys()].filter((feature) => (frequencies[feature] ?? 0) <= often);
  useful.sort((a, b) => (frequencies[b] ?? 0) - (frequencies[a] ?? 0) || a - b);
  const kept = useful.slice(0, MOST_FEATURES).sort((a, b) => a - b);
  return { kept, worth: Float32Array.from(kept, (feature) => Math.log(1 + rows.length / (frequencies[feature] || 1))) };
}

function numberAnew(rows: readonly FeatureCounts[], kept: readonly number[], size: number): FeatureCounts[] {
  const numbers = new Int32Array(size).fill(-1);
  for (const [number, feature] of kept.entries()) numbers[feature] = number;
  const isKept = (feature: number | undefined): boolean => (numbers[feature ?? -1] ?? -1) >= 0;
  return rows.map(({ features, counts }) => ({
    features: features.filter(isKept).map((feature) => numbers[feature] ?? 0),
    counts: counts.filter((_, n) => isKept(features[n])),
  }));
}

function weigh({ features, counts }: FeatureCounts, worth: Float32Array): SparseRow {
  const weights = Float64Array.from(features, (feature, n) => (1 + Math.log(counts[n] ?? 1)) * (worth[feature] ?? 0));
  return { features, weights: scaleToOne(weights) };
}

function scaleToOne(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? vector.map((x) => x / length) : vector;
}
