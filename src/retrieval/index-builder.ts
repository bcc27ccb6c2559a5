/** Builds an index, and the next one faster: what has not changed since the last is not worked out again. */
import { createHash } from 'node:crypto';
import { LOCALES, type Locale } from '../domain/locale';
import type { Concept } from '../domain/vocabulary';
import type { Breathe } from './breathing';
import { type EmbedderImage, FolderEmbedder, trainEmbedder } from './embedder';
import { Glossary, type GlossaryImage, readGlossary } from './glossary';
import type { IndexImage, IndexInput } from './index-image';
import { shareAll, sharedFloat32 } from './shared-arrays';
import type { WordIndexImage } from './word-index';
import { type NumberedText, WordIndexBuilder } from './word-index-builder';

/** The embedder learns anew when more than this share of the entries is new to it: a tenth hardly moves the words' company. */
const NEW_TO_IT = 0.1;
/**
 * What words were ever seen in a language is forgotten now and then, lest words that are gone add up. One language every so many versions,
 * by turns: all of them at once would keep somebody's save waiting for a whole index.
 */
const VERSIONS_A_TURN = 18;
const TEXTS_A_REPORT = 256;

export type Progress = (done: number, total: number) => void;

interface ReadGlossary {
  /** Digest of the concepts. */
  readonly key: string;
  readonly image: GlossaryImage;
}

export class IndexBuilder {
  readonly #breathe: Breathe;
  readonly #builders = new Map<Locale, WordIndexBuilder>();
  #versions = 0;
  #glossary: ReadGlossary | undefined;
  #learnt: { readonly key: string; readonly image: EmbedderImage; readonly texts: ReadonlySet<string> } | undefined;
  /** By the digest of an entry's texts, of the version built last. */
  #vectors: ReadonlyMap<string, Float32Array> = new Map();

  constructor(breathe: Breathe) {
    this.#breathe = breathe;
  }

  /** Deterministic for a fresh builder. Builds must not overlap. The image lies in shared memory and never changes. */
  async build(input: IndexInput, onProgress?: Progress): Promise<IndexImage> {
    this.#forgetOne();
    const words = await this.#indexWords(input, onProgress);
    const glossary = this.#readGlossary(input.concepts);
    return { words, glossary: glossary.image, ...(await this.#tryVectors(input, glossary)) };
  }

  #forgetOne(): void {
    this.#versions += 1;
    if (this.#versions % VERSIONS_A_TURN > 0) return;
    const locale = LOCALES[(this.#versions / VERSIONS_A_TURN) % LOCALES.length];
    if (locale) this.#builders.delete(locale);
  }

  async #tryVectors(input: IndexInput, glossary: ReadGlossary): Promise<Pick<IndexImage, 'latent' | 'fault'>> {
    try {
      const latent = await this.#indexVectors(input, glossary);
      return latent ? { latent } : {};
    } catch (error) {
      this.#learnt = undefined;
      return { fault: String(error) };
    }
  }

  async #indexWords({ passages, locales = LOCALES }: IndexInput, onProgress?: Progress): Promise<WordIndexImage[]> {
    const byLocale = new Map<Locale, NumberedText[]>();
    for (const [passage, { text, locale }] of passages.entries()) {
      const texts = byLocale.get(locale) ?? [];
      byLocale.set(locale, texts);
      texts.push({ passage, text });
    }
    const images: WordIndexImage[] = [];
    let done = 0;
    for (const locale of locales) {
      const texts = byLocale.get(locale);
      if (!texts) continue;
      const builder = this.#builders.get(locale) ?? new WordIndexBuilder(locale);
      this.#builders.set(locale, builder);
      const before = done;
      const tell = (inThis: number): void => {
        if (inThis % TEXTS_A_REPORT === 0) onProgress?.(before + inThis, passages.length);
      };
      images.push(await builder.build(texts, this.#breathe, tell));
      done += texts.length;
    }
    onProgress?.(done, passages.length);
    return images;
  }

  #readGlossary(concepts: readonly Concept[]): ReadGlossary {
    const key = createHash('sha256').update(JSON.stringify(concepts)).digest('base64');
    if (this.#glossary?.key !== key) this.#glossary = { key, image: shareAll(readGlossary(concepts)) };
    return this.#glossary;
  }

  /** Undefined when there is nothing to learn from. */
  async #indexVectors({ passages, entries, isLatent }: IndexInput, { key, image }: ReadGlossary): Promise<IndexImage['latent']> {
    if (entries.length === 0 || !isLatent) return undefined;
    const glossary = new Glossary(image);
    const piecesOf = (entry: number) => (entries[entry] ?? []).flatMap((passage) => passages[passage] ?? []);
    const digests = entries.map((_, entry) => digestOf(piecesOf(entry)));
    if (this.#mustLearn(digests, key)) {
      const learnt = await trainEmbedder(entries.length, piecesOf, glossary, this.#breathe);
      this.#learnt = { key, texts: new Set(digests), image: shareAll(learnt) };
      this.#vectors = new Map();
    }
    const learnt = this.#learnt?.image;
    if (!learnt) return undefined;
    const embedder = new FolderEmbedder(learnt, glossary);
    const embed = embedder.embedMany();
    const vectors = new Map<string, Float32Array>();
    const all = sharedFloat32(entries.length * embedder.dimensions);
    for (const [entry, digest] of digests.entries()) {
      const place = all.subarray(entry * embedder.dimensions, (entry + 1) * embedder.dimensions);
      place.set(this.#vectors.get(digest) ?? embed(piecesOf(entry)));
      vectors.set(digest, place);
      await this.#breathe();
    }
    this.#vectors = vectors;
    return { embedder: learnt, vectors: all };
  }

  #mustLearn(digests: readonly string[], key: string): boolean {
    if (this.#learnt?.key !== key) return true;
    const { texts: known } = this.#learnt;
    return digests.filter((digest) => !known.has(digest)).length > NEW_TO_IT * digests.length;
  }
}

/** Of an entry's texts in their order. */
function digestOf(pieces: IndexInput['passages']): string {
  const hash = createHash('sha256');
  for (const { text, locale } of pieces) hash.update(`${locale}\0`).update(text).update('\0');
  return hash.digest('base64');
}
