import { join } from 'node:path';
import type { Entry } from '../../../src/domain/entry';
import { makeKnowledgeBase } from '../../../src/knowledge/knowledge-base';
import { Languages } from '../../../src/language/speech';
import { makeEntryPages } from '../../../src/staff/live/entry-pages';
import { callEntry, guideEntry, SMALL_VOCABULARIES } from '../../support/sample-entries';

const languages = new Languages(join(__dirname, '..', '..', '..', 'locales'));
const CALL = callEntry(
  {
    also: ['an-old-id'],
    title: { en: 'A call', el: 'Μια κλήση' },
    website: 'https://call.example.org/',
    contact: { website: 'https://call.example.org/', email: 'desk@example.org' },
    sources: [
      { title: 'Notice', url: 'https://call.example.org/', date: '2026-10' },
      ...Array.from({ length: 6 }, (_, n) => ({ title: `Source ${n}` })),
    ],
    call: { opens: '2026-11-01', closes: '2026-11-22', timeZone: 'Europe/Athens', apply: 'https://apply.example.org/' },
  },
  { en: 'Body.' },
);

describe('what the page of an entry is made from', () => {
  let now = '2026-11-22T12:00:00Z';
  beforeEach(() => {
    now = '2026-11-22T12:00:00Z';
  });
  const pagesOf = (entries: readonly Entry[]) => {
    const knowledge = makeKnowledgeBase(entries, SMALL_VOCABULARIES, 'digest');
    return makeEntryPages({ knowledge: () => knowledge, languages, baseUrl: () => 'https://ponte.example.org', now: () => new Date(now) });
  };
  const pages = pagesOf([CALL, guideEntry({ id: 'a-guide' })]);

  it('is the state of a call at this moment, in the call’s own time zone', () => {
    expect(pages.findEntry('a-call', 'en')?.view).toMatchObject({
      badge: { text: 'Closing soon', tone: 'warn' },
      asOf: '22 November 2026',
    });
    now = '2026-11-22T22:30:00Z';
    expect(pages.findEntry('a-call', 'en')?.view).toMatchObject({ badge: { text: 'Closed', tone: 'bad' }, asOf: '23 November 2026' });
    expect(pages.findEntry('a-guide', 'en')?.view).not.toHaveProperty('asOf');
  });

  it('is in the person’s language, and marks what is not', () => {
    const view = pages.findEntry('a-call', 'el')?.view;
    expect([view?.title, view?.summary, view?.body]).toEqual([
      { text: 'Μια κλήση' },
      { text: 'A summary.', locale: 'en' },
      { text: 'Body.', locale: 'en' },
    ]);
    expect(pages.findEntry('a-guide', 'el')?.view).not.toHaveProperty('body');
  });

  it('is every source, with its date, and each way on once', () => {
    const view = pages.findEntry('a-call', 'en')?.view;
    expect(view?.sources).toHaveLength(7);
    expect(view?.sources[0]).toEqual({ title: 'Notice', url: 'https://call.example.org/', date: 'October 2026' });
    expect(view?.links.map(({ url }) => url)).toEqual(['https://apply.example.org/', 'https://call.example.org/']);
    expect(view?.facts.map(({ key }) => key)).toEqual(['opened', 'closes-on', 'where', 'email']);
  });

  it('warns from the day after the review day', () => {
    now = '2027-11-21T12:00:00Z';
    expect(pages.findEntry('a-guide', 'en')?.view.stale).toBeUndefined();
    now = '2027-11-22T12:00:00Z';
    expect(pages.findEntry('a-guide', 'en')?.view.stale).toContain('21 November 2026');
  });

  it('has the id that the open data gives it', () => {
    const { data } = pages.findEntry('an-old-id', 'el') ?? {};
    expect(data).toMatchObject({ '@graph': [{ '@id': 'https://ponte.example.org/entries/a-call' }, {}, {}] });
  });

  it('is nothing of what may not be shown', () => {
    const site = { ...guideEntry({ id: 'a-site' }), kind: 'site' } as unknown as Entry;
    const hidden = pagesOf([guideEntry({ id: 'hidden', verified: false }), site]);
    for (const id of ['hidden', 'a-site', 'none', '__proto__', 'constructor']) expect(hidden.findEntry(id, 'en')).toBeUndefined();
  });
});
