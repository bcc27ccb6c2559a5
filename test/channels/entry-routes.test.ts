import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EntryPages } from '../../src/channels/entry-routes';
import type { EntryView } from '../../src/domain/entry-view';
import { aSite, openWorld, type World } from './support/world';

const EVIL = `"'><script>alert(1)</script><!--</title>&`;
const DIGEST = 'abcdef0123456789';
const words = (locale: string): Record<string, string> => JSON.parse(readFileSync(`locales/${locale}/web.json`, 'utf8'));

const VIEW: EntryView = {
  id: 'a-call',
  kind: 'call',
  title: { text: 'Κλήση' },
  summary: { text: 'Summary.', locale: 'en' },
  badge: { text: 'Ανοιχτή', tone: 'good' },
  asOf: '22 Νοεμβρίου 2026',
  facts: [
    { key: 'email', label: 'E-mail', value: 'desk@example.org' },
    { key: 'phone', label: 'Τηλέφωνο', value: '+30 (2521) 000 000' },
    { key: 'hours', label: 'Ώρες', value: '9–14' },
  ],
  links: [{ title: 'Αίτηση', url: 'https://apply.example.org/form' }],
  body: { text: '## Wer\nText mit [Verweis](https://a.example.org/), [intern](/entries/a-guide) und <b>mehr</b>.', locale: 'de' },
  sources: [{ title: 'Notice', url: 'https://source.example.org/n', date: 'Οκτώβριος 2026' }, { title: 'A leaflet' }],
  checked: '1 Νοεμβρίου 2026',
  reviewBy: '1 Μαΐου 2027',
};

describe('the page of an entry', () => {
  let view: EntryView = VIEW;
  let asked: [string, string][] = [];
  let world: World;
  const entryPages: EntryPages = {
    baseUrl: () => 'https://ponte.example.org',
    findEntry: (id, locale) => {
      asked.push([id, locale]);
      const data = { '@id': 'https://ponte.example.org/entries/a-call', name: view.title.text };
      return id === 'a-call' || id === 'an-old-id' ? { view, data, digest: DIGEST } : undefined;
    },
  };
  beforeAll(async () => {
    const sites = [aSite(), aSite({ id: 'other', locales: ['de'] })];
    world = await openWorld({ sites, server: { entryPages, words } });
  });
  afterAll(() => world.close());
  beforeEach(() => {
    view = VIEW;
    asked = [];
  });
  const get = (path: string, headers: Record<string, string> = {}) => world.call(path, { headers });

  it('is a whole document in the language chosen, that search engines may keep', async () => {
    const { status, headers, text } = await get('/entries/a-call?locale=el');
    expect([status, headers.get('content-type'), headers.get('content-language')]).toEqual([200, 'text/html; charset=utf-8', 'el']);
    expect(asked).toEqual([['a-call', 'el']]);
    expect(text).toContain('<html lang="el"');
    expect(text).toMatch(/<h1>Κλήση<\/h1>/);
    expect(text).not.toContain('noindex');
    expect(text).toContain('<link rel="canonical" href="https://ponte.example.org/entries/a-call?locale=el">');
    for (const locale of ['es', 'en', 'el'])
      expect(text).toContain(`hreflang="${locale}" href="https://ponte.example.org/entries/a-call?locale=${locale}"`);
    expect(text.match(/aria-current="true"/g)).toHaveLength(1);
  });

  it('says the state of a call with its day, the facts, the sources with their dates, and the day of the check', async () => {
    const { text } = await get('/entries/a-call?locale=el');
    for (const said of [
      'Ανοιχτή',
      'Κατάσταση στις 22 Νοεμβρίου 2026',
      '9–14',
      'Notice',
      'Οκτώβριος 2026',
      'A leaflet',
      '1 Νοεμβρίου 2026',
      '1 Μαΐου 2027',
    ])
      expect(text).toContain(said);
    expect(text).toContain('<a href="mailto:desk@example.org">');
    expect(text).toContain('<a href="tel:+302521000000">');
    expect(text).toContain('<a href="https://apply.example.org/form" rel="noopener noreferrer">');
  });

  it('marks what is in another language, and says which it is', async () => {
    const { text } = await get('/entries/a-call?locale=el');
    expect(text).toContain('<p class="lead" lang="en">');
    expect(text).toContain('<div class="text" lang="de">');
    expect(text).toContain('Γλώσσα αυτού του κειμένου: Γερμανικά');
    expect(text).toContain('<a href="/entries/a-guide?locale=el">intern</a>');
    expect(text).toContain('&lt;b&gt;mehr&lt;/b&gt;');
  });

  it('leads to the chat with its title in the field', async () => {
    const { text } = await get('/entries/a-call?locale=el');
    expect(text).toContain(`href="/chat?site=demo&amp;locale=el&amp;ask=${encodeURIComponent('Κλήση')}"`);
  });

  it('warns when the review day has passed', async () => {
    view = { ...VIEW, stale: 'Ελέγξτε το.' };
    expect((await get('/entries/a-call?locale=el')).text).toContain('<p class="notice">Ελέγξτε το.</p>');
  });

  it('runs no script, and has one style of its own, named by its digest', async () => {
    const { headers, text } = await get('/entries/a-call?locale=el');
    const style = /<style>([^<]*)<\/style>/.exec(text)?.[1] ?? '';
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`style-src 'self' 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(text).not.toMatch(/\son\w+=|\sstyle=|<script(?! type="application\/ld\+json")/i);
  });

  it('escapes whatever the folder holds, in the text and in the data', async () => {
    const spoken = { text: EVIL };
    const facts = [{ key: 'email', label: EVIL, value: EVIL }];
    view = {
      ...VIEW,
      title: spoken,
      summary: spoken,
      badge: { text: EVIL, tone: 'bad' },
      facts,
      body: spoken,
      sources: [{ title: EVIL, url: `javascript:${EVIL}` }],
    };
    const { text } = await get('/entries/a-call?locale=el');
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<!--');
    expect(text).not.toContain('href="javascript:');
    expect(text.split('</title>')).toHaveLength(2);
    expect(text.split('</script>')).toHaveLength(2);
  });

  it('is kept by its tag, which names the version of the folder and changes with what is said', async () => {
    const first = await get('/entries/a-call?locale=el');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(new RegExp(`^"${DIGEST.slice(0, 12)}-`));
    expect(first.headers.get('vary')).toBe('Accept, Accept-Language');
    const again = await get('/entries/a-call?locale=el', { 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
    expect((await get('/entries/a-call?locale=en', { 'if-none-match': etag })).status).toBe(200);
    view = { ...VIEW, badge: { text: 'Έχει λήξει', tone: 'bad' } };
    expect((await get('/entries/a-call?locale=el', { 'if-none-match': etag })).status).toBe(200);
  });

  it('is JSON-LD alone for whoever asks for that, from any page', async () => {
    const { headers, body } = await get('/entries/a-call', { accept: 'application/ld+json' });
    expect([headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual(['application/ld+json', '*']);
    expect(body).toEqual({ '@id': 'https://ponte.example.org/entries/a-call', name: 'Κλήση' });
    const page = await get('/entries/a-call');
    const inside = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text)?.[1] ?? '';
    expect(JSON.parse(inside)).toEqual(body);
  });

  it('is found by the id of a record that was merged into it', async () => {
    const { status, headers } = await get('/entries/an-old-id?locale=el&site=other');
    expect([status, headers.get('location')]).toEqual([301, 'a-call?locale=el&site=other']);
  });

  it('has the looks and languages of the site that is named, and of the default one when that is gone', async () => {
    expect((await get('/entries/a-call?locale=el&site=other')).text).toContain('<html lang="de"');
    expect((await get('/entries/a-call?site=other')).text).toContain('href="/entries/a-guide?locale=de&amp;site=other"');
    expect((await get('/entries/a-call?locale=el&site=gone')).text).toContain('<html lang="el"');
  });

  it('is a page with a way on where there is none, that nobody indexes', async () => {
    const { status, text } = await get('/entries/none?locale=el');
    expect(status).toBe(404);
    for (const said of ['<html lang="el"', 'noindex', 'href="/chat?site=demo', 'href="/?locale=el"', words('el')['entry.missing']])
      expect(text).toContain(said);
    expect((await get('/entries/none', { accept: 'application/ld+json' })).body).toMatchObject({ error: { code: 'NotFound' } });
  });

  it.each(['/entries', '/entries/', '/entries/a/b', '/entries/..%2fx', '/entries/__proto__', '/entries/%3Cscript%3E'])(
    'is nothing at %s',
    async (path) => {
      const { status, text } = await get(path);
      expect([status, text.includes('<script>')]).toEqual([404, false]);
    },
  );
});
