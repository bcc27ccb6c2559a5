import { askedFacts } from '../../src/answering/asked-facts';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import type { AskedAbout } from '../../src/language/asking';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';
import { languages } from '../support/small-answerer';

describe('Facts that are asked for', () => {
  const vocabularies = {
    ...SMALL_VOCABULARIES,
    applicants: new Map([['cooperative', { id: 'cooperative', name: { en: 'a cooperative' }, is: [], said: {} }]]),
  };
  const call = callEntry({ id: 'a-call', audience: ['cooperative'] });
  const guide = guideEntry({ id: 'a-guide', audience: ['cooperative'] });
  const knowledge = makeKnowledgeBase([call, guide], vocabularies, 'a digest');
  const told = (entry: typeof call | typeof guide, ...asked: AskedAbout[]) =>
    askedFacts(new Set(asked), entry, languages.speechIn('en'), knowledge, new Date('2026-11-21T12:00:00Z')).map(({ value }) => value);

  it('are told from a call: who may apply', () => expect(told(call, 'applicant')).toEqual(['a cooperative']));

  it('are not whom a guide is written for, which is nobody who may apply', () => expect(told(guide, 'applicant')).toEqual([]));

  it('are none when none is asked for', () => expect(told(call)).toEqual([]));
});
