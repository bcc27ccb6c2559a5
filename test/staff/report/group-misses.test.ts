import type { Locale } from '../../../src/domain/locale';
import type { Miss } from '../../../src/domain/miss';
import { groupMisses } from '../../../src/staff/report/group-misses';
import { SMALL_VOCABULARIES } from '../../support/sample-entries';

const WORDS = {
  ...SMALL_VOCABULARIES,
  concepts: [
    { id: 'loan', words: { en: ['loan'], es: ['préstamo'] } },
    { id: 'energy', words: { en: ['energy'], es: ['energía'] } },
  ],
};
const asked = (question: string, locale: Locale = 'en', day = '2026-11-20'): Miss => ({ day, locale, outcome: 'no-evidence', question });

describe('Questions that found nothing, in groups', () => {
  it('puts together what is about the same, however it is put', () => {
    const groups = groupMisses(
      [
        asked('Is there a loan for an energy cooperative?', 'en', '2026-11-18'),
        asked('loans for energy cooperatives', 'en', '2026-11-21'),
        asked('Who pays for a football pitch?'),
      ],
      WORDS,
    );
    expect(groups.map(({ count, first, last }) => ({ count, first, last }))).toEqual([
      { count: 2, first: '2026-11-18', last: '2026-11-21' },
      { count: 1, first: '2026-11-20', last: '2026-11-20' },
    ]);
  });

  it('reaches across languages through the glossary', () => {
    const groups = groupMisses([asked('a loan for energy'), asked('un préstamo para energía', 'es'), asked('a football pitch')], WORDS);
    expect(groups[0]).toMatchObject({ count: 2, locales: { en: 1, es: 1 }, outcomes: { 'no-evidence': 2 } });
  });

  it('is not misled by what was masked', () => {
    expect(groupMisses([asked('[name] wants a loan'), asked('[name] plays football [number]')], WORDS)).toHaveLength(2);
  });

  it('shows three ways it was asked, the most frequent first', () => {
    const [group] = groupMisses([asked('Loan?'), asked('loans'), asked('a loan'), asked('the loan'), asked('a loan')], WORDS);
    expect(group).toMatchObject({ count: 5, examples: ['a loan', 'Loan?', 'loans'] });
  });

  it('keeps questions without any content word apart', () => {
    expect(groupMisses([asked('[number]?'), asked('the?')], WORDS).map(({ count }) => count)).toEqual([1, 1]);
  });

  it('takes twenty thousand in a few seconds, even when all share a word', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => asked(`word${n % 700} loan thing${n % 311} energy`));
    const started = performance.now();
    expect(groupMisses(many, WORDS).reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
