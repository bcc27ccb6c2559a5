import { preferServed } from '../../src/answering/prefer-served';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import type { AskedAbout } from '../../src/language/asking';
import { callEntry, callFacts, criterion, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

const TERMS = [
  { id: 'person', name: { en: 'a person' }, is: [], said: {} },
  { id: 'jobseeker', name: { en: 'somebody without work' }, is: ['person'], said: {} },
  { id: 'employer', name: { en: 'an employer' }, is: [], said: {} },
];

describe('What is for those it is asked for', () => {
  const entries = [
    guideEntry({ id: 'young', ages: { from: 18, to: 29 } }),
    callEntry({
      id: 'middle-aged',
      call: callFacts({
        criteria: [
          criterion({ id: 'from', about: 'age', operator: 'at-least', value: 30 }),
          criterion({ id: 'to', about: 'age', operator: 'at-most', value: 55 }),
        ],
      }),
    }),
    guideEntry({ id: 'everybody' }),
    guideEntry({ id: 'jobless', audience: ['jobseeker'] }),
    callEntry({ id: 'bosses', audience: ['employer'] }),
    callEntry({
      id: 'bodies',
      call: callFacts({ criteria: [criterion({ about: 'applicant', operator: 'none-of', value: ['person'] })] }),
    }),
    guideEntry({ id: 'hiring', events: ['hiring-young-people'] }),
  ];
  const vocabularies = {
    ...SMALL_VOCABULARIES,
    applicants: new Map([...SMALL_VOCABULARIES.applicants, ...TERMS.map((term) => [term.id, term] as const)]),
  };
  const knowledge = makeKnowledgeBase(entries, vocabularies, 'a digest');
  /** Entries of equal score that are put first, and those that are put last. */
  const preferred = (asked: readonly AskedAbout[], age?: number) => {
    const hits = entries.map(({ id }) => ({ entry: id, score: 10, passages: [], likeness: 0 }));
    const served = preferServed(hits, knowledge, { asked: new Set(asked), age });
    const ids = (is: (score: number) => boolean) => served.filter(({ score }) => is(score)).map(({ entry }) => entry);
    return { first: ids((score) => score > 10), last: ids((score) => score < 10) };
  };

  it('is of their age, where the entry says one', () => {
    expect(preferred([], 52)).toEqual({ first: ['middle-aged'], last: ['young'] });
    expect(preferred([], 29)).toEqual({ first: ['young'], last: ['middle-aged'] });
    expect(preferred([])).toEqual({ first: [], last: [] });
  });

  it('is for who hires, not for who looks for work', () => {
    expect(preferred(['hiring'])).toEqual({ first: ['hiring'], last: ['jobless'] });
  });

  it('is no call for organisations and no aid to employers when somebody asks for themselves', () => {
    expect(preferred(['oneself'])).toEqual({ first: [], last: ['hiring', 'bosses', 'bodies'] });
    expect(preferred(['oneself', 'hiring']).last).toEqual(['jobless']);
  });
});
