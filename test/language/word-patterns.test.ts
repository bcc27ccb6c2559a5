import { beginningLike, oneOf } from '../../src/language/word-patterns';

describe('A pattern of words', () => {
  it('takes the longest that fits', () => {
    expect(new RegExp(oneOf(['od', 'od leta']), 'u').exec('od leta 2020')?.[0]).toBe('od leta');
  });

  it('takes each word for nothing but its letters', () => {
    const pattern = new RegExp(`^${oneOf(['n.', 'a+b'])}$`, 'u');
    expect(['n.', 'a+b'].every((word) => pattern.test(word))).toBe(true);
    expect(['no', 'aab'].some((word) => pattern.test(word))).toBe(false);
  });

  it.each([
    ['χιλιάδες', true],
    ['mil', true],
    ['mil euros', true],
    ['milers', false],
    ['milé', false],
    ['χιλ', false],
  ])('of beginnings and whole words: %s', (text, is) => {
    expect(new RegExp(`^${beginningLike(['χιλιάδ-', 'mil'])}`, 'u').test(text)).toBe(is);
  });

  it.each([
    [['call-'], 'calls'],
    [['call'], 'call'],
  ])('of one sort alone: %j', (words, text) => {
    expect(new RegExp(`^${beginningLike(words)}`, 'u').test(text)).toBe(true);
  });
});
