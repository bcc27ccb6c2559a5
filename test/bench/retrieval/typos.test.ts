import { makeRandom } from '../../../src/retrieval/random';
import { withTypos } from './typos';

/** Gives these numbers one after the other. */
const drawing = (...numbers: readonly number[]) => {
  const left = [...numbers];
  return () => left.shift() ?? 0;
};

describe('a question with typos', () => {
  // Drawn: the word, the place in it, what happens, the other letter.
  it.each([
    ['exchanges two letters', 0, 'gratn'],
    ['loses one', 0.25, 'grat'],
    ['gets one more', 0.5, 'gramnt'],
    ['gets another one', 0.75, 'gramt'],
  ])('%s', (_, kind, misspelt) => {
    expect(withTypos('grant', 1, drawing(0, 0.99, kind, 0.47))).toBe(misspelt);
  });

  it('keeps short words, numbers, blanks and first letters', () => {
    const random = makeRandom(1);
    for (let n = 0; n < 50; n++) expect(withTypos('is  it 2024 or funding', 2, random)).toMatch(/^is {2}it 2024 or f\p{L}+$/u);
  });

  it('misspells each of so many words once, and no more than there are', () => {
    const question = 'money for young people';
    const changed = withTypos(question, 2, makeRandom(7))
      .split(' ')
      .filter((word, n) => word !== question.split(' ')[n]);
    expect(changed).toHaveLength(2);
    expect(withTypos('me', 2, makeRandom(7))).toBe('me');
  });

  it('is the same each time', () => {
    expect(withTypos('Who pays for the training?', 2, makeRandom(42))).toBe(withTypos('Who pays for the training?', 2, makeRandom(42)));
  });

  it('takes Greek letters for Greek words', () => {
    expect(withTypos('δωρεάν', 1, drawing(0, 0.5, 0.5, 0))).toBe('δωραεάν');
  });
});
