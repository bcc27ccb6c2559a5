import type { VerdictState } from '../../src/domain/criterion';
import type { CallEntry } from '../../src/domain/entry';
import type { Profile } from '../../src/domain/profile';
import { criteriaOf, judge } from '../../src/eligibility/judge';
import { callEntry, criterion, SMALL_VOCABULARIES } from '../support/sample-entries';

/** Verdict of each criterion by its id. */
function verdicts(entry: CallEntry, profile: Profile): Record<string, VerdictState> {
  return Object.fromEntries(judge(entry, profile, SMALL_VOCABULARIES).map(({ criterion: { id }, state }) => [id, state]));
}

const callWith = (given: Parameters<typeof criterion>[0], more: Parameters<typeof callEntry>[0] = {}) =>
  callEntry({ ...more, call: { criteria: [criterion({ id: 'it', ...given })] } });

describe('The criteria of a call', () => {
  it('are those written, after area and audience of the entry where none is written about them', () => {
    const entry = callWith({ about: 'registration' }, { areas: ['ES'], audience: ['cooperative'] });
    expect(criteriaOf(entry)).toMatchObject([
      { id: 'entry-area', operator: 'one-of', value: ['ES'], quote: '' },
      { id: 'entry-audience', operator: 'one-of', value: ['cooperative'], quote: '' },
      { id: 'it' },
    ]);
  });

  it('are only those written where they are about area and applicant', () => {
    const entry = callEntry({
      areas: ['ES'],
      audience: ['company'],
      call: {
        criteria: [
          criterion({ id: 'where', about: 'area', operator: 'one-of', value: ['ES523'] }),
          criterion({ id: 'who', about: 'applicant', operator: 'none-of', value: ['municipality'] }),
        ],
      },
    });
    expect(criteriaOf(entry).map(({ id }) => id)).toEqual(['where', 'who']);
  });

  it('still hold the entry’s own area when the one written needs a person', () => {
    expect(criteriaOf(callWith({ about: 'area' }, { areas: ['ES'] })).map(({ id }) => id)).toEqual(['entry-area', 'it']);
  });

  it('say nothing about who may apply when the call is for everybody', () => {
    expect(criteriaOf(callEntry()).map(({ id }) => id)).toEqual(['entry-area']);
  });
});

describe('A criterion about the area', () => {
  const inValencia = callWith({ about: 'area', operator: 'one-of', value: ['ES523'] });
  const notInSpain = callWith({ about: 'area', operator: 'none-of', value: ['ES'] });

  it.each<[string, Profile, VerdictState, VerdictState]>([
    ['not told', {}, 'unknown', 'unknown'],
    ['told to be nobody’s business', { area: null }, 'unknown', 'unknown'],
    ['the very area', { area: 'ES523' }, 'met', 'not-met'],
    ['another country', { area: 'EL514' }, 'not-met', 'met'],
    ['the country around it', { area: 'ES' }, 'unknown', 'not-met'],
    ['the whole Union', { area: 'EU' }, 'unknown', 'unknown'],
  ])('for a profile whose area is %s', (_, profile, oneOf, noneOf) => {
    expect([verdicts(inValencia, profile).it, verdicts(notInSpain, profile).it]).toEqual([oneOf, noneOf]);
  });

  it('is met everywhere in the Union by a call for all of it', () => {
    expect(verdicts(callEntry({ areas: ['EU'] }), { area: 'EL514' })).toEqual({ 'entry-area': 'met' });
  });

  it('needs a person outside of the Union, unless the call names the country', () => {
    const inAlbania = (areas: string[]) => verdicts(callEntry({ areas }), { area: 'AL022' });
    expect(inAlbania(['EU'])).toEqual({ 'entry-area': 'needs-a-person' });
    expect(inAlbania(['EU', 'AL'])).toEqual({ 'entry-area': 'met' });
  });
});

describe('A criterion about the applicant', () => {
  const forSocial = callWith({ about: 'applicant', operator: 'one-of', value: ['social-enterprise'] });
  const notForCompanies = callWith({ about: 'applicant', operator: 'none-of', value: ['company'] });

  it.each<[Profile['applicant'], VerdictState, VerdictState]>([
    [undefined, 'unknown', 'unknown'],
    [null, 'unknown', 'unknown'],
    ['social-enterprise', 'met', 'not-met'],
    // A cooperative is a social enterprise; a company may or may not be one.
    ['cooperative', 'met', 'not-met'],
    ['company', 'unknown', 'not-met'],
    ['municipality', 'not-met', 'met'],
    ['something-new', 'not-met', 'met'],
  ])('for %s', (applicant, oneOf, noneOf) => {
    const profile: Profile = applicant === undefined ? {} : { applicant };
    expect([verdicts(forSocial, profile).it, verdicts(notForCompanies, profile).it]).toEqual([oneOf, noneOf]);
  });
});

describe('A criterion about the topic', () => {
  it('follows wider topics as well', () => {
    const entry = callWith({ about: 'topic', operator: 'one-of', value: ['employment'] });
    const states = ['employment', 'youth-employment', 'care'].map((topic) => verdicts(entry, { topic }).it);
    expect(states).toEqual(['met', 'met', 'not-met']);
  });
});

describe('What a machine cannot check', () => {
  it('needs a person, whatever was told', () => {
    const entry = callWith({ about: 'registration' });
    expect(verdicts(entry, { area: 'ES', applicant: 'company', topic: 'care' }).it).toBe('needs-a-person');
  });

  it('stays unknown when it is a number nobody asks for yet', () => {
    for (const operator of ['at-least', 'at-most'] as const)
      expect(verdicts(callWith({ about: 'age', operator, value: 18 }), { area: 'ES' }).it).toBe('unknown');
  });

  it('stays unknown when it lists what a profile does not hold', () => {
    expect(verdicts(callWith({ about: 'partners', operator: 'one-of', value: ['university'] }), { applicant: 'company' }).it).toBe(
      'unknown',
    );
  });
});
