import { learnedList } from '../../../src/staff/learn-words/list-text';

describe('the list of learned words', () => {
  const learned = (['wax', 'honey', 'bee'] as const).map((pivot, n) => ({
    pivot,
    locale: 'es' as const,
    word: `${pivot}-es`,
    certainty: 0.9 - n / 10,
    pieces: 3,
  }));

  it('leaves out the least sure where the folder may hold no more, and counts them', () => {
    const { text, rows, leftOut } = learnedList(learned, '2026-11-22', 2);
    expect(text.split('\n').slice(3)).toEqual(['en\tes', 'honey\thoney-es', 'wax\twax-es', '']);
    expect({ rows, leftOut }).toEqual({ rows: 2, leftOut: 1 });
  });
});
