import { whereToLook } from '../../src/answering/where-published';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import type { AskedAbout } from '../../src/language/asking';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

const published = { events: ['where-calls-are-published'] };
const knowledge = makeKnowledgeBase(
  [
    guideEntry({ id: 'of-all-europe', areas: ['EU'], ...published }),
    callEntry({ id: 'call', areas: ['EL'], ...published }),
    guideEntry({ id: 'greece', areas: ['EL'] }),
    guideEntry({ id: 'greek-calls', areas: ['EL'], ...published }),
    guideEntry({ id: 'spanish-calls', areas: ['ES'], ...published }),
  ],
  SMALL_VOCABULARIES,
  'a digest',
);
const look = (about: AskedAbout, ...places: string[]) => whereToLook(new Set([about]), places, knowledge)?.id;

describe('Where to look for a call that is not here', () => {
  it('is the guide of the country of the place', () => {
    expect(look('grants', 'EL514')).toBe('greek-calls');
    expect(look('money', 'EL', 'ES')).toBe('greek-calls');
    expect(look('calls', 'ES523')).toBe('spanish-calls');
  });

  it('is nothing without a place, for a country of which nothing is told, and when no call is asked for', () => {
    expect(look('grants')).toBeUndefined();
    expect(look('grants', 'EU')).toBeUndefined();
    expect(look('grants', 'XK')).toBeUndefined();
    for (const about of ['help', 'amount', 'deadline'] as const) expect(look(about, 'EL514')).toBeUndefined();
  });
});
