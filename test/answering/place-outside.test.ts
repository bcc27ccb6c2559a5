import { placeOutside } from '../../src/answering/place-outside';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

const areas = new Map(SMALL_VOCABULARIES.areas).set('AL', { code: 'AL', name: { en: 'Albania', sq: 'Shqipëri' }, also: [] });
const knowledge = makeKnowledgeBase([], { ...SMALL_VOCABULARIES, areas }, 'a digest');
const wanted = (named: readonly string[], homeArea?: string) => ({
  question: { text: '', locale: 'en' as const, at: new Date(), ...(homeArea ? { homeArea } : {}) },
  asked: new Set<never>(),
  subject: '',
  core: '',
  names: new Set<never>(),
  named,
});
const told = (areasOf: string[], text: string, named: readonly string[], homeArea?: string) =>
  placeOutside(guideEntry({ areas: areasOf, summary: { en: text } }), wanted(named, homeArea), knowledge);

describe('A place outside of the Union', () => {
  it('is one of which an entry for the Union tells nothing', () => {
    expect(told(['EU'], 'Rules of the fund.', ['AL022'])).toBe('AL022');
    expect(told(['EU', 'ES'], 'Rules of the fund.', ['AL'])).toBe('AL');
  });

  it.each<[string, string[], string, string[], string | undefined]>([
    ['an entry for it too', ['EU', 'AL'], 'Rules.', ['AL022'], undefined],
    ['an entry for a part of it', ['EU', 'AL022'], 'Rules.', ['AL'], undefined],
    ['an entry that is not for the Union', ['AL022'], 'Rules.', ['AL'], undefined],
    ['a text that names it, in any language', ['EU'], 'Organisations of Shqiperi may take part.', ['AL'], undefined],
    ['a place in the Union beside it', ['EU'], 'Rules.', ['AL', 'EL'], undefined],
    ['somebody at home in the Union', ['EU'], 'Rules.', ['AL'], 'EL514'],
    ['no place', ['EU'], 'Rules.', [], undefined],
  ])('is none for %s', (_, areasOf, text, named, home) => expect(told(areasOf, text, named, home)).toBeUndefined());
});
