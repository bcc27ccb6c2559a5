import { IndexBuilder } from '../../src/retrieval/index-builder';
import type { IndexInput } from '../../src/retrieval/index-image';
import { PairedIndexer } from '../../src/retrieval/paired-indexer';

describe('An index made by two', () => {
  const builderBeside = () => {
    const builder = new IndexBuilder(async () => {});
    return { build: async (input: IndexInput) => structuredClone(await builder.build(input)) };
  };
  const inputWith = (...texts: string[]): IndexInput => ({
    passages: texts.flatMap((text) => [
      { text, locale: 'en' as const },
      { text: `${text} otra vez`, locale: 'es' as const },
    ]),
    entries: texts.map((_, n) => [2 * n, 2 * n + 1]),
    concepts: [{ id: 'grant', words: { en: ['grant'], es: ['ayuda'] } }],
    isLatent: true,
  });

  it('is the one that one makes alone, for each version of a folder', async () => {
    const [paired, alone] = [new PairedIndexer(builderBeside()), builderBeside()];
    for (const input of [inputWith('a grant for orchards', 'a loan for ships'), inputWith('a grant for orchards', 'a grant for ships')])
      expect(structuredClone(await paired.build(input))).toEqual(await alone.build(input));
  });

  it('fails when the one beside fails', async () => {
    const beside = { build: async () => Promise.reject(new Error('no thread')) };
    await expect(new PairedIndexer(beside).build(inputWith('a grant'))).rejects.toThrow('no thread');
  });
});
