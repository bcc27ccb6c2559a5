import { preferRecent } from '../../src/answering/prefer-recent';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { callEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

const round = (id: string, title: string, closes: string | undefined, areas = ['ES']) =>
  callEntry({ id, areas, title: { en: title }, call: closes ? { closes } : {} });
const knowledge = makeKnowledgeBase(
  [
    round('first', 'Windmill repair, first round (until 2020)', '2020-12-31'),
    round('last', 'Windmill repair: sails of wood (2023)', '2023-05-31'),
    round('bases', 'Windmill repair: rules of 2025', undefined),
    round('catalan', 'Windmill repair 2026', '2026-10-01', ['ES51']),
    round('other', 'Beekeeping start-up 2026', '2026-10-01'),
  ],
  SMALL_VOCABULARIES,
  'a digest',
);
const AT = new Date('2026-11-21T12:00:00Z');
const order = (core: string, scores: Record<string, number>) =>
  preferRecent(
    Object.entries(scores).map(([entry, score]) => ({ entry, score, passages: [], likeness: 0 })),
    knowledge,
    { at: AT, locale: 'en', core },
  ).map(({ entry }) => entry);

describe('Of the rounds of one call', () => {
  it('the last comes first for who names the call', () => {
    expect(order('windmill repair', { first: 10, last: 8 })).toEqual(['last', 'first']);
    expect(order('windmill repair', { first: 10, last: 8, bases: 7 })[0]).toBe('bases');
  });

  it.each<[string, string, Record<string, number>]>([
    ['who says more than its name', 'windmill repair in the second valley behind our village', { first: 10, last: 8 }],
    ['who says a number', 'windmill repair 1', { first: 10, last: 8 }],
    ['one far behind', 'windmill repair', { first: 10, last: 4 }],
    ['one of another place', 'windmill repair', { first: 10, catalan: 8 }],
    ['another call', 'windmill repair', { first: 10, other: 8 }],
    ['who names none', 'money', { first: 10, last: 8 }],
  ])('it does not for %s', (_, core, scores) => expect(order(core, scores)[0]).toBe('first'));
});
