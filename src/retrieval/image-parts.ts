/** Sends of an index only what changed since the last one: most of it is the same after an edit, and copying it takes longer than the edit. */
import type { IndexImage } from './index-image';
import type { WordIndexImage } from './word-index';

/** Stands for what the receiver has already. */
const SAME = 'same';

type WordsPart = WordIndexImage | { readonly locale: WordIndexImage['locale']; readonly passages: Uint32Array; readonly rest: typeof SAME };

export interface ImageParts {
  readonly words: readonly WordsPart[];
  readonly glossary: IndexImage['glossary'] | typeof SAME;
  readonly latent?: { readonly embedder: NonNullable<IndexImage['latent']>['embedder'] | typeof SAME; readonly vectors: Float32Array };
  readonly fault?: string;
}

/** `sent` is the last image the receiver got, if any, whose parts are compared by identity. */
export function partsOf(image: IndexImage, sent: IndexImage | undefined): ImageParts {
  const { words, glossary, latent, fault } = image;
  const before = new Map(sent?.words.map((one) => [one.locale, one]));
  return {
    words: words.map((one) => {
      const known = before.get(one.locale);
      return known && known.stemPostings === one.stemPostings ? { locale: one.locale, passages: one.passages, rest: SAME } : one;
    }),
    glossary: glossary === sent?.glossary ? SAME : glossary,
    ...(latent && { latent: { ...latent, embedder: latent.embedder === sent?.latent?.embedder ? SAME : latent.embedder } }),
    ...(fault !== undefined && { fault }),
  };
}

/** Throws RangeError when `last` lacks what the parts take for known. */
export function imageOf({ words, glossary, latent, fault }: ImageParts, last: IndexImage | undefined): IndexImage {
  const known = new Map(last?.words.map((one) => [one.locale, one]));
  return {
    words: words.map((one) => ('rest' in one ? { ...have(known.get(one.locale)), passages: one.passages } : one)),
    glossary: glossary === SAME ? have(last?.glossary) : glossary,
    ...(latent && { latent: { ...latent, embedder: latent.embedder === SAME ? have(last?.latent?.embedder) : latent.embedder } }),
    ...(fault !== undefined && { fault }),
  };
}

function have<T>(part: T | undefined): T {
  if (part === undefined) throw new RangeError('the index lacks a part that was taken for known');
  return part;
}
