import { Term, widenTerm } from '../../src/domain/vocabulary';
import { SMALL_VOCABULARIES } from '../support/sample-entries';

const termsOf = (is: Readonly<Record<string, string[]>>) =>
  new Map(Object.entries(is).map(([id, wider]) => [id, Term.parse({ id, name: { en: id }, is: wider })]));

describe('Widening a term', () => {
  it('gives the term itself and all it is, nearest first', () => {
    expect(widenTerm(SMALL_VOCABULARIES.applicants, 'cooperative')).toEqual(['cooperative', 'social-enterprise', 'company']);
    expect(widenTerm(SMALL_VOCABULARIES.applicants, 'municipality')).toEqual(['municipality']);
  });

  it('gives each once where two ways lead to it', () => {
    expect(widenTerm(termsOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }), 'a')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('ends where terms are each other', () => {
    expect(widenTerm(termsOf({ a: ['b'], b: ['a'] }), 'a')).toEqual(['a', 'b']);
    expect(widenTerm(termsOf({ a: ['a'] }), 'a')).toEqual(['a']);
  });

  it('lets an unknown term stand for itself', () => {
    expect(widenTerm(SMALL_VOCABULARIES.topics, 'art')).toEqual(['art']);
  });
});

describe('A term', () => {
  it('has an id of lower-case letters, a name in some language, and phrases that are not empty', () => {
    const good = { id: 'sme', name: { en: 'a small firm' }, said: { es: ['pyme'] } };
    expect(Term.safeParse(good).success).toBe(true);
    for (const bad of [{ id: 'SME' }, { id: '1st' }, { name: {} }, { name: { xx: 'a' } }, { said: { es: [''] } }, { also: [] }])
      expect(Term.safeParse({ ...good, ...bad }).success).toBe(false);
  });
});
