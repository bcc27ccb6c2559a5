import { readabilityOf } from '../../src/language/readability';

const PLAIN = 'You can get help with this. We ask who you are. Then we look for money. It is free. Come by, or call us. '.repeat(4);
const HARD =
  'Notwithstanding administrative requirements, organisations submitting consolidated documentation concerning interregional cooperation activities should demonstrate compliance with procurement regulations throughout implementation. '.repeat(
    4,
  );

describe('Readability', () => {
  it('is a low LIX for plain text and a high one for officialese', () => {
    expect(readabilityOf(PLAIN, 'en')?.lix).toBeLessThan(15);
    expect(readabilityOf(HARD, 'en')?.lix).toBeGreaterThan(80);
  });

  it('allows languages their longer words', () => {
    const [english, greek] = (['en', 'el'] as const).map((locale) => readabilityOf(PLAIN, locale)?.lix ?? 0);
    expect((english ?? 0) - (greek ?? 0)).toBe(13);
  });

  it('is worked out as Björnsson did: words a sentence, plus long words in a hundred', () => {
    const sentence = 'one two three four five six seven eight nine abcdefg. ';
    expect(readabilityOf(sentence.repeat(5), 'en')).toEqual({ lix: 10 + 10, words: 50 });
  });

  it('ends a sentence at a Greek question mark, a line and a list item', () => {
    const words = 'ένα δύο τρία τέσσερα πέντε';
    expect(readabilityOf([words, words].join('; ').concat('\n').repeat(5), 'el')?.lix).toBe(5 + 20 - 13);
  });

  it('says nothing about a few words', () => {
    expect(readabilityOf('Come by, or call us.', 'en')).toBeUndefined();
  });
});
