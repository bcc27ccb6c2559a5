/** Builds an index, and the next one faster: what has not changed since the last is not worked out again. */
import { LOCALES, type Locale } from '../domain/locale';
import type { Concept } from '../domain/vocabulary';
import type { Breathe } from './breathing';
import { type EmbedderImage, FolderEmbedder, trainEmbedder } from './embedder';
import { Glossary, type GlossaryImage, readGlossary } from './glossary';
import type { IndexImage, IndexInput } from './index-image';
import type { WordIndexImage } from './word-index';
import { type NumberedText, WordIndexBuilder } from './word-index-builder';

/** The embedder learns anew when more than this share of the entries is new to it: a tenth hardly moves the words' company. */
const NEW_TO_IT = 0.1;
/** What words were ever seen is forgotten after so many versions, lest words that are gone add up. */
const MOST_VERSIONS = 200;
const TEXTS_A_REPORT = 256;

export type Progress = (done: number, total: number) => void;

interface ReadGlossary {
  /** The concepts themselves, in one string. */
  readonly key: string;
  readonly image: GlossaryImage;
}

export class IndexBuilder {
  readonly #breathe: Breathe;
  #builders = new Map<Locale, WordIndexBuilder>();
  #versions = 0;
  #glossary: ReadGlossary | undefined;
  #learnt: { readonly key: string; readonly image: EmbedderImage; readonly texts: ReadonlySet<string> } | undefined;
  /** By an entry's whole text, of the version built last. */
  #vectors = new Map<string, Float32Array>();

  constructor(breathe: Breathe) {
    this.#breathe = breathe;
  }

  /** Deterministic for a fresh builder. Builds must not overlap. The image shares memory with the builder: send or copy it. */
  async build(input: IndexInput, onProgress?: Progress): Promise<IndexImage> {
    if (this.#versions++ % MOST_VERSIONS === 0) this.#builders = new Map();
    const words = await this.#indexWords(input, onProgress);
    const glossary = this.#readGlossary(input.concepts);
    return { words, glossary: glossary.image, ...(await this.#tryVectors(input, glossary)) };
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

  async #indexWords({ passages }: IndexInput, onProgress?: Progress): Promise<WordIndexImage[]> {
    const byLocale = new Map<Locale, NumberedText[]>();
    for (const [passage, { text, locale }] of passages.entries()) {
      const texts = byLocale.get(locale) ?? [];
      byLocale.set(locale, texts);
      texts.push({ passage, text });
    }
    const images: WordIndexImage[] = [];
    let done = 0;
    for (const locale of LOCALES) {
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
    const key = JSON.stringify(concepts);
    if (this.#glossary?.key !== key) this.#glossary = { key, image: readGlossary(concepts) };
    return this.#glossary;
  }

  /** Undefined when there is nothing to learn from. */
  async #indexVectors({ passages, entries, isLatent }: IndexInput, { key, image }: ReadGlossary): Promise<IndexImage['latent']> {
    if (entries.length === 0 || !isLatent) return undefined;
    const glossary = new Glossary(image);
    const piecesOf = (entry: number) => (entries[entry] ?? []).flatMap((passage) => passages[passage] ?? []);
    const texts = entries.map((_, entry) => textOf(piecesOf(entry)));
    if (this.#mustLearn(texts, key)) {
      this.#learnt = { key, texts: new Set(texts), image: await trainEmbedder(entries.length, piecesOf, glossary, this.#breathe) };
      this.#vectors = new Map();
    }
    const learnt = this.#learnt?.image;
    if (!learnt) return undefined;
    const embedder = new FolderEmbedder(learnt, glossary);
    const vectors = new Map<string, Float32Array>();
    const all = new Float32Array(entries.length * embedder.dimensions);
    for (const [entry, text] of texts.entries()) {
      const vector = this.#vectors.get(text) ?? Float32Array.from(embedder.embed(text));
      vectors.set(text, vector);
      all.set(vector, entry * embedder.dimensions);
      await this.#breathe();
    }
    this.#vectors = vectors;
    return { embedder: learnt, vectors: all };
  }

  #mustLearn(texts: readonly string[], key: string): boolean {
    if (this.#learnt?.key !== key) return true;
    const { texts: known } = this.#learnt;
    return texts.filter((text) => !known.has(text)).length > NEW_TO_IT * texts.length;
  }
}

const textOf = (pieces: readonly { readonly text: string }[]): string => pieces.map(({ text }) => text).join('\n');
