import { type Settling, settleOrder } from '../../src/answering/settle-order';
import type { Entry } from '../../src/domain/entry';
import { makeKnowledgeBase } from '../../src/knowledge/knowledge-base';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';

/** Best first, for entries of equal score but for what is given. */
function settled(entries: readonly Entry[], asked: Partial<Settling>, likeness: Readonly<Record<string, number>> = {}): readonly string[] {
  const knowledge = makeKnowledgeBase(entries, SMALL_VOCABULARIES, 'a digest');
  const hits = entries.map(({ id }) => ({ entry: id, score: 10, passages: [], likeness: likeness[id] ?? 0 }));
  return settleOrder(hits, knowledge, {
    text: 'beekeeping',
    subject: 'beekeeping',
    locale: 'en',
    named: [],
    asked: new Set(),
    ...asked,
  }).map(({ entry }) => entry);
}
const call = (id: string, given: Parameters<typeof callEntry>[0] = {}): Entry => callEntry({ id, ...given });

describe('The last word on the order', () => {
  it('puts first what the question names', () => {
    expect(settled([call('other'), call('named', { title: { en: 'Beekeeping' } })], {})).toEqual(['named', 'other']);
    expect(settled([call('other'), call('also-named', { otherNames: ['Beekeeping'] })], {})).toEqual(['also-named', 'other']);
  });

  it('knows what a title gives as a name before it explains it, in the question’s language and in its own', () => {
    const explained = call('explained', { title: { en: 'Beekeeping – hives, honey and wax for everybody: the third round' } });
    expect(settled([call('other', { title: { en: 'Beekeeping and hives' } }), explained], {})).toEqual(['explained', 'other']);
    const german = callEntry({ id: 'german', locale: 'de', title: { de: 'Imkern – Bienen für alle', en: 'Bees for everybody' } });
    expect(settled([call('other'), german], { text: 'imkern', subject: 'imkern' })).toEqual(['german', 'other']);
  });

  it('is not the guide that is called so when money is asked for at a place', () => {
    const entries = [guideEntry({ id: 'guide', title: { en: 'Beekeeping' } }), call('money', { areas: ['ES'] })];
    expect(settled(entries, { named: ['ES523'] })).toEqual(['guide', 'money']);
    expect(settled(entries, { named: ['ES523'], asked: new Set(['money']) })).toEqual(['money', 'guide']);
  });

  it('hears a name among the words that ask something of it', () => {
    const asked = { text: 'how much money can somebody apply for in beekeeping hives', subject: 'beekeeping' };
    expect(settled([call('asked', { title: { en: 'Apply for hives' } }), call('named', { title: { en: 'Beekeeping' } })], asked)).toEqual([
      'named',
      'asked',
    ]);
  });

  it('puts first what is nearer in meaning', () => {
    expect(settled([call('far'), call('near')], {}, { near: 0.8, far: 0.2 })).toEqual(['near', 'far']);
  });

  it('puts what is for the place named before what is for its country, and that before what is for all', () => {
    const entries = [call('all'), call('country', { areas: ['ES'] }), call('place', { areas: ['ES523'] })];
    expect(settled(entries, { named: ['ES523'] })).toEqual(['place', 'country', 'all']);
  });

  it('puts a country of the language first while nobody names a place, and no more when somebody does', () => {
    const entries = [call('spanish', { areas: ['ES523'] }), call('greek', { areas: ['EL514'] })];
    expect(settled(entries, { locale: 'el' })).toEqual(['greek', 'spanish']);
    expect(settled(entries, { locale: 'el', homeArea: 'ES' })).toEqual(['spanish', 'greek']);
    expect(settled(entries, { locale: 'en' })).toEqual(['spanish', 'greek']);
  });

  it('puts what is for other countries alone after what is for all', () => {
    const entries = [call('spanish', { areas: ['ES523'] }), call('all'), call('greek', { areas: ['EL514'] })];
    expect(settled(entries, { locale: 'el' })).toEqual(['greek', 'all', 'spanish']);
  });

  it('puts a guide before a call that says as much', () => {
    expect(settled([call('call'), guideEntry({ id: 'guide' })], {})).toEqual(['guide', 'call']);
  });
});
