/** Everything that is worked out from the folder for searching it, as plain data: it crosses from a worker, and waits on disk. */
import type { Locale } from '../domain/locale';
import type { Concept } from '../domain/vocabulary';
import type { EmbedderImage } from './embedder';
import type { GlossaryImage } from './glossary';
import type { WordIndexImage } from './word-index';

/** What an index is made from. */
export interface IndexInput {
  /** Numbered from 0, in the order of the corpus. */
  readonly passages: readonly { readonly text: string; readonly locale: Locale }[];
  /** By entry, in the order of the corpus: the numbers of its passages. */
  readonly entries: readonly (readonly number[])[];
  readonly concepts: readonly Concept[];
  /** Is the built-in embedder wanted? */
  readonly isLatent: boolean;
  /** Languages whose words are wanted; absent: all. */
  readonly locales?: readonly Locale[];
}

export interface IndexImage {
  readonly words: readonly WordIndexImage[];
  readonly glossary: GlossaryImage;
  /** The built-in embedder and, by entry, its vectors one after the other. Absent when not wanted, or nothing is there to learn from. */
  readonly latent?: { readonly embedder: EmbedderImage; readonly vectors: Float32Array };
  /** What kept the embedder from learning: the words serve alone then. */
  readonly fault?: string;
}
