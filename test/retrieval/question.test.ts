import { analyseQuestion } from '../../src/retrieval/question';

const weights = (text: string, places: readonly string[]) =>
  analyseQuestion(text, 'en', { places: new Set(places) }).words.map(({ word, weight }) => [word, weight]);

describe('A question taken apart', () => {
  it('gives the name of a place less weight than what is asked for, and does not look for its letters', () => {
    expect(weights('grants for cooperatives in Tirana', ['tirana'])).toEqual([
      ['grants', 1],
      ['cooperatives', 1],
      ['tirana', 0.5],
    ]);
    expect(analyseQuestion('grants in Tirana', 'en', { places: new Set(['tirana']) }).letters).toEqual(['grants', 'in']);
  });

  it('looks for a place in full when nothing else is said', () => {
    expect(weights('and in Tirana?', ['tirana'])).toEqual([['tirana', 1]]);
    expect(analyseQuestion('Tirana', 'en', { places: new Set(['tirana']) }).letters).toEqual(['tirana']);
  });
});
