import type { CallEntry, Entry } from '../../src/domain/entry';
import type { Profile } from '../../src/domain/profile';
import { matchCalls } from '../../src/eligibility/match-calls';
import { callEntry, criterion, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

const NOW = new Date('2026-11-21T12:00:00Z');
const OPEN = { opens: '2026-11-01', closes: '2027-03-01' };

const match = (entries: readonly Entry[], profile: Profile, atMost = 10) => matchCalls(entries, profile, SMALL_VOCABULARIES, NOW, atMost);
const idsOf = (entries: readonly Entry[], profile: Profile = {}, atMost = 10) =>
  match(entries, profile, atMost).map(({ entry }) => entry.id);
const call = (id: string, given: Parameters<typeof callEntry>[0] = {}): CallEntry => callEntry({ id, call: OPEN, ...given });

describe('Matching calls', () => {
  it('leaves out what is no call', () => {
    expect(idsOf([guideEntry(), call('a-call')])).toEqual(['a-call']);
  });

  it('leaves out what a criterion rules out, and keeps what is not known', () => {
    const calls = [
      call('of-greece', { areas: ['EL514'] }),
      call('of-valencia', { areas: ['ES523'] }),
      call('of-europe', { areas: ['EU'] }),
    ];
    expect(idsOf(calls, { area: 'ES' }).sort()).toEqual(['of-europe', 'of-valencia']);
    expect(idsOf(calls)).toHaveLength(3);
  });

  it('leaves out calls of another topic; a wider topic is the same', () => {
    const calls = [call('of-jobs', { topics: ['employment'] }), call('of-care', { topics: ['care'] })];
    expect(idsOf(calls, { topic: 'youth-employment' })).toEqual(['of-jobs']);
    expect(idsOf(calls, { topic: null })).toHaveLength(2);
  });

  it('puts first what can still be applied for, then what may still be, and last what was long ago', () => {
    const calls = [
      call('closed', { call: { closes: '2026-01-01' } }),
      call('unknown', { call: { opens: '2026-02-01' } }),
      call('undated', { call: {} }),
      call('until-the-money-is-spent', { call: { opens: '2022-10' } }),
      call('long-closed', { call: { closes: '2018-01-01' } }),
      call('long-unknown', { call: { opens: '2017' } }),
      call('forthcoming', { call: { opens: '2027-01-01', closes: '2027-02-01' } }),
      call('open'),
      call('closing-soon', { call: { closes: '2026-11-30' } }),
    ];
    const matches = match(calls, {});
    const order = [
      ['closing-soon', 'closing-soon'],
      ['open', 'open'],
      ['forthcoming', 'forthcoming'],
      ['unknown', 'unknown'],
      ['until-the-money-is-spent', 'unknown'],
      ['undated', 'unknown'],
      ['closed', 'closed'],
      ['long-unknown', 'unknown'],
      ['long-closed', 'closed'],
    ];
    expect(matches.map(({ entry, state }) => [entry.id, state])).toEqual(order);
  });

  it('puts the newest first among the closed ones of a place, and those of the place before those of the whole Union', () => {
    const calls = [
      call('europe-2026', { areas: ['EU'], call: { closes: '2026-06-01' } }),
      call('greece-2025', { areas: ['EL'], call: { closes: '2025-06-01' } }),
      call('greece-2026', { areas: ['EL'], call: { closes: '2026-06-01' } }),
      call('greece-no-day', { areas: ['EL'], call: { closedBy: '2026-11-21' } }),
    ];
    expect(idsOf(calls, { area: 'EL514' })).toEqual(['greece-2026', 'greece-2025', 'greece-no-day', 'europe-2026']);
  });

  it('takes a call for somewhere narrower than the enquirer for no nearer than where they are', () => {
    const calls = [call('a-region-of-two', { areas: ['ES523', 'EL'] }), call('b-of-greece', { areas: ['EL'] })];
    expect(idsOf(calls, { area: 'EL514' })).toEqual(['a-region-of-two', 'b-of-greece']);
    expect(idsOf(calls.reverse(), { area: 'EL' })).toEqual(['a-region-of-two', 'b-of-greece']);
  });

  it('puts first, among equals, what fits in more criteria', () => {
    const calls = [
      call('a-call', { areas: ['ES'], call: { ...OPEN, criteria: [criterion({ about: 'size', operator: 'at-most', value: 5 })] } }),
      call('b-call', { areas: ['ES'], audience: ['cooperative'] }),
    ];
    expect(idsOf(calls, { area: 'ES', applicant: 'cooperative' })).toEqual(['b-call', 'a-call']);
  });

  it('holds no condition that needs a person against a call of the place', () => {
    const calls = [
      call('europe', { areas: ['EU'] }),
      call('spain', { areas: ['ES'], call: { ...OPEN, criteria: [criterion({ about: 'registration' })] } }),
    ];
    expect(idsOf(calls, { area: 'ES' })).toEqual(['spain', 'europe']);
  });

  it('puts first, among equals, what is nearer, then what closes later', () => {
    const calls = [
      call('europe', { areas: ['EU'] }),
      call('spain', { areas: ['ES'] }),
      call('early', { areas: ['ES523'] }),
      call('late', { areas: ['ES523'], call: { ...OPEN, closes: '2027-06-01' } }),
    ];
    expect(idsOf(calls, { area: 'ES523' })).toEqual(['late', 'early', 'spain', 'europe']);
  });

  it('gives the same order whatever order the calls come in', () => {
    const calls = ['d', 'b', 'a', 'c'].map((id) => call(`${id}-call`));
    expect(idsOf(calls)).toEqual(idsOf([...calls].reverse()));
  });

  it('gives no more than asked for, and the best of them', () => {
    const calls = [call('far', { areas: ['EU'] }), call('near', { areas: ['ES523'] })];
    expect(idsOf(calls, { area: 'ES523' }, 1)).toEqual(['near']);
    expect(idsOf([], {})).toEqual([]);
  });

  it('shows a verdict for each criterion', () => {
    const [best] = match([call('a-call', { areas: ['ES'] })], { area: 'ES523' });
    expect(best?.verdicts).toMatchObject([{ state: 'met', criterion: { id: 'entry-area' } }]);
  });
});
