import { Corpus } from '../../src/retrieval/corpus';
import { FOREIGN } from '../../src/retrieval/gate';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../support/sample-entries';
import { aFolder, aPassage } from './small-folder';

const ENTRIES = [
  guideEntry({ id: 'spain', areas: ['ES'], topics: ['care'], audience: ['cooperative'] }),
  callEntry({ id: 'valencia', areas: ['ES523'], call: { reference: 'ESF-SI-2024-UA-01' } }),
  guideEntry({ id: 'europe', areas: ['EU'] }),
  guideEntry({ id: 'greece', areas: ['EL514'] }),
];
const PASSAGES = ENTRIES.flatMap(({ id }) => [aPassage(id, 'en', 'text'), aPassage(id, 'es', 'texto'), aPassage(id, 'el', 'κείμενο', 1)]);
const corpus = new Corpus(aFolder(PASSAGES, ENTRIES));
const idsIn = (scope: Parameters<Corpus['entriesIn']>[0]) => [...(corpus.entriesIn(scope)?.ids ?? ['all'])];

describe('the scope of a question', () => {
  it('is everything without a filter', () => {
    expect(idsIn({})).toEqual(['all']);
    expect(idsIn({ filter: {} })).toEqual(['all']);
  });

  it('of an area holds what serves it, what lies inside it, and what serves all', () => {
    expect(idsIn({ filter: { area: 'ES' } })).toEqual(['spain', 'valencia', 'europe']);
    expect(idsIn({ filter: { area: 'ES523' } })).toEqual(['spain', 'valencia', 'europe']);
    expect(idsIn({ filter: { area: 'ES511' } })).toEqual(['spain', 'europe']);
    expect(idsIn({ filter: { area: 'EL' } })).toEqual(['europe', 'greece']);
    expect(idsIn({ filter: { area: 'EU' } })).toHaveLength(4);
  });

  it('of kinds holds those kinds, together with an area both', () => {
    expect(idsIn({ filter: { kinds: ['call'] } })).toEqual(['valencia']);
    expect(idsIn({ filter: { kinds: ['guide', 'call'], area: 'EL' } })).toEqual(['europe', 'greece']);
    expect(idsIn({ filter: { kinds: [] } })).toEqual([]);
  });

  it('leaves out the entries it is told to', () => {
    expect(idsIn({ without: ['spain'], filter: { area: 'ES' } })).toEqual(['valencia', 'europe']);
    expect(idsIn({ without: ['greece', 'nobody'] })).toEqual(['spain', 'valencia', 'europe']);
  });

  it('leaves out an entry the folder does not know when a filter asks about it', () => {
    const orphan = new Corpus(aFolder([aPassage('ghost', 'en', 'text')], []));
    expect(orphan.entriesIn({ filter: { area: 'ES' } })?.ids.size).toBe(0);
  });
});

describe('the gate of a question', () => {
  it('tells the entries that only words of other languages can find', () => {
    const mixed = new Corpus(
      aFolder([aPassage('both', 'en', 'text'), aPassage('both', 'el', 'κείμενο', 1), aPassage('greek', 'el', 'κείμενο', 1)]),
    );
    const isForeign = (...asked: Parameters<Corpus['gateFor']>[0]) =>
      [0, 1, 2].map((passage) => mixed.gateFor(asked, undefined).masks.passages[passage] === FOREIGN);
    expect(isForeign('en')).toEqual([false, false, true]);
    expect(isForeign('el')).toEqual([false, false, false]);
    expect(isForeign('fr')).toEqual([true, true, true]);
    expect([0, 1, 2].map((passage) => mixed.gateFor(['fr'], undefined).isOpen(passage))).toEqual([true, true, true]);
  });

  const openTo = (asked: Parameters<Corpus['gateFor']>[0], ...ids: string[]) => {
    const scope =
      ids.length > 0 ? { ids: new Set(ids), open: Uint8Array.from(corpus.entries, (id) => (ids.includes(id) ? 1 : 0)) } : undefined;
    const gate = corpus.gateFor(asked, scope);
    return PASSAGES.filter((_, number) => gate.isOpen(number)).map(({ id }) => id);
  };

  it('opens for headlines in the asked language and bodies in every language', () => {
    expect(openTo(['en'], 'spain')).toEqual(['spain#0.en', 'spain#1.el']);
    expect(openTo(['en', 'es'], 'spain')).toEqual(['spain#0.en', 'spain#0.es', 'spain#1.el']);
  });

  it('opens for foreign headlines of an entry that has none in the asked language', () => {
    expect(openTo(['sq'], 'spain')).toEqual(['spain#0.en', 'spain#0.es', 'spain#1.el']);
  });

  it('stays shut for entries out of scope', () => {
    expect(openTo(['en'], 'greece')).toEqual(['greece#0.en', 'greece#1.el']);
  });
});

describe('what is searched of a passage', () => {
  const textOf = (id: string) => corpus.textOf(PASSAGES.findIndex((passage) => passage.id === id));

  it('is its title, heading and text', () => {
    const folder = aFolder([{ ...aPassage('x', 'en', 'text', 1), title: 'title', heading: 'heading' }]);
    expect(new Corpus(folder).textOf(0)).toBe('title\nheading\ntext');
  });

  it('of a headline also the names of topics, applicants and areas in its language, and the codes of a call', () => {
    const { topics, applicants, areas } = SMALL_VOCABULARIES;
    for (const term of [topics.get('care'), applicants.get('cooperative'), areas.get('ES')])
      expect(textOf('spain#0.es')).toContain(term?.name.es);
    expect(textOf('spain#0.es')).not.toContain('care');
    expect(textOf('valencia#0.en')).toContain('ESF-SI-2024-UA-01');
    // People type it without its hyphens too; with blanks its pieces are words.
    expect(textOf('valencia#0.en')).toContain('ESFSI2024UA01');
    expect(textOf('valencia#0.en')).toContain('Spain');
    expect(textOf('valencia#1.el')).toBe('κείμενο');
  });
});
