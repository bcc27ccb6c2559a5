/**
 * The embedder that is always there: it learns from the folder which words and glossary concepts keep company, in all languages at
 * once, because an entry tells the same in several. Offline, deterministic, no model. Behind LangChain's `Embeddings`, so that a real
 * model can take its place.
 */
import { Embeddings } from '@langchain/core/embeddings';
import type { Locale } from '../domain/locale';
import type { Breathe } from './breathing';
import { FeatureMap, type FeatureMapImage } from './feature-map';
import type { Glossary } from './glossary';
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

  /** `image` is what `trainEmbedder` learnt with this glossary. */
  constructor(image: EmbedderImage, glossary: Glossary) {
    super({});
    this.#features = new FeatureMap(glossary, image.features);
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
    const counts = new Map<number, number>();
    for (const word of tokenise(text)) addCounts(counts, this.#features.featuresOf(word));
    const { features, weights } = weigh(counts, this.#worth);
    const { dimensions, axes } = this.#space;
    const vector = new Float64Array(dimensions);
    for (let n = 0; n < features.length; n++) {
      const weight = weights[n] ?? 0;
      const start = (features[n] ?? 0) * dimensions;
      for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] ?? 0) + weight * (axes[start + i] ?? 0);
    }
    return scaleToOne(Array.from(vector));
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
  const features = new FeatureMap(glossary);
  const counts: Map<number, number>[] = [];
  for (let n = 0; n < Math.min(count, MOST_TEXTS); n++) {
    const row = new Map<number, number>();
    for (const { text, locale } of textOf(Math.floor(n * step)))
      for (const word of tokenise(text)) addCounts(row, features.learn(word, locale));
    counts.push(row);
    await breathe();
  }
  const worth = worthOf(counts, features.size);
  const rows = counts.map((row) => weigh(row, worth));
  return { features: features.toImage(), worth, space: await findLatentSpace(rows, features.size, DIMENSIONS, breathe) };
}

function addCounts(counts: Map<number, number>, features: readonly number[]): void {
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
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
  const features: number[] = [];
  const weights: number[] = [];
  for (const [feature, count] of counts) {
    const one = worth[feature] ?? 0;
    if (one === 0) continue;
    features.push(feature);
    weights.push((1 + Math.log(count)) * one);
  }
  return { features, weights: scaleToOne(weights) };
}

function scaleToOne(vector: number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return length > 0 ? vector.map((x) => x / length) : vector;
}
