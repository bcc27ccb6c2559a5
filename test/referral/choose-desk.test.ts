import type { Desk } from '../../src/domain/desk';
import type { SiteFacts } from '../../src/domain/entry';
import { chooseDesk, type Wish } from '../../src/referral/choose-desk';
import { DESK } from './sample-packet';

const desk = (id: string, changes: Partial<Desk>): Desk => ({ ...DESK, id, areas: ['EU'], languages: ['en'], ...changes });

const DESKS = [
  desk('greece', { areas: ['EL'], languages: ['el', 'en'] }),
  desk('drama', { areas: ['EL514'], languages: ['el'] }),
  desk('spain', { areas: ['ES'], languages: ['es', 'ca'] }),
  desk('coops', { topics: ['cooperatives'], languages: ['en', 'es'] }),
  desk('coops-of-spain', { areas: ['ES'], topics: ['cooperatives'], languages: ['es'] }),
  desk('everything', { languages: ['en', 'es', 'el', 'fr'] }),
];

function chosen(wish: Partial<Wish>, desks: readonly Desk[] = DESKS): string {
  const site = { desks } as unknown as SiteFacts;
  const choice = chooseDesk(site, { locale: 'en', ...wish });
  return [choice.desk.id, ...choice.because].join(' ');
}

describe('The desk for an enquirer', () => {
  it.each<[Partial<Wish>, string]>([
    [{ area: 'ES523', locale: 'es' }, 'spain area language'],
    [{ area: 'ES523', locale: 'fr' }, 'spain area'],
    [{ area: 'EL52', locale: 'el' }, 'greece area language'],
    [{ area: 'EL514', locale: 'el' }, 'drama area language'],
    // The nearer desk wins although the other one speaks the language.
    [{ area: 'EL514', locale: 'en' }, 'drama area'],
    [{ area: 'PT17', locale: 'en' }, 'everything language'],
    [{ area: 'PT17', locale: 'de' }, 'everything'],
    [{ area: 'ES523', topics: ['cooperatives'], locale: 'es' }, 'coops-of-spain area topic language'],
    [{ area: 'PT17', topics: ['cooperatives'], locale: 'en' }, 'coops topic language'],
    [{ area: 'PT17', topics: ['care'], locale: 'en' }, 'everything language'],
    [{ topics: ['cooperatives'], locale: 'el' }, 'coops topic'],
    // One of what somebody spoke of is enough.
    [{ topics: ['care', 'cooperatives'], locale: 'el' }, 'coops topic'],
    [{ area: null, topics: [], locale: 'fr' }, 'everything language'],
  ])('with %j is %s', (wish, choice) => {
    expect(chosen(wish)).toBe(choice);
  });

  it('is never one for a single country while the area is not known', () => {
    expect(chosen({ locale: 'el' })).toBe('everything language');
    expect(chosen({ area: 'EU', locale: 'es' })).toBe('everything language');
  });

  it('is never one for some topics while no topic was named', () => {
    expect(chosen({ locale: 'en' })).toBe('everything language');
    expect(chosen({ area: 'PT17', locale: 'es' })).toBe('everything language');
  });

  it('is the first of equals', () => {
    const twins = [desk('first', {}), desk('second', {})];
    expect([chosen({}, twins), chosen({}, [...twins].reverse())]).toEqual(['first language', 'second language']);
  });

  it('is the last one, without a reason, when none fits', () => {
    const far = [desk('greece', { areas: ['EL'] }), desk('spain', { areas: ['ES'] })];
    expect(chosen({ area: 'PT17' }, far)).toBe('spain');
    expect(chosen({}, far)).toBe('spain');
  });

  it('is always there: a site without desks is a fault of the program', () => {
    expect(() => chosen({}, [])).toThrow(RangeError);
  });
});
