import { layOut, sentencesOf } from '../../src/answering/sentences';

describe('Sentences', () => {
  it('keep the mark that ends a quotation', () => {
    expect(sentencesOf('« Quelle autorité ? » La page de la Commission répond.', 'fr')).toEqual([
      '« Quelle autorité ? »',
      'La page de la Commission répond.',
    ]);
    expect(sentencesOf('»Kdo pomaga?« Točka SPOT pomaga vsem.', 'sl').join(' ')).toBe('»Kdo pomaga?« Točka SPOT pomaga vsem.');
  });

  it('of a list quoted as one stand in lines of their own', () => {
    const text = 'imprese sociali di qualsiasi forma; - cooperative sociali; - associazioni';
    expect(layOut([{ text, locale: 'it', entry: 'one' }])).toBe(
      'imprese sociali di qualsiasi forma;\n• cooperative sociali;\n• associazioni',
    );
  });
});
