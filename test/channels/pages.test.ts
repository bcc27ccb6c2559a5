import { chooseLocale } from '../../src/channels/pages';
import { rawRequest, statusOf } from './support/raw-request';
import { aSite, openWorld, type World } from './support/world';

describe('the pages', () => {
  let world: World;
  beforeAll(async () => {
    const odd = aSite({ id: 'odd', allowedOrigins: ["https://a.example; script-src 'unsafe-inline'", 'https://b.example'] });
    world = await openWorld({ sites: [aSite(), odd] });
  });
  afterAll(() => world.close());
  const policyOf = async (path: string) => (await world.call(path)).headers.get('content-security-policy') ?? '';

  it('are whole documents in the language chosen', async () => {
    const chat = await world.call('/chat?site=demo&locale=el');
    expect([chat.status, chat.text]).toEqual([200, '<!doctype html>chat of Demo (el)']);
    expect(chat.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(chat.headers.get('content-language')).toBe('el');
    expect(chat.headers.get('cache-control')).toBe('no-store');
    expect((await world.call('/', { headers: { 'accept-language': 'en;q=0.5, el' } })).text).toContain('hello el');
    expect((await world.call('/kiosk')).text).toContain('kiosk of demo');
  });

  it('let scripts in only with the nonce of this very answer', async () => {
    const [first, second] = [await world.call('/'), await world.call('/')];
    const nonces = [first, second].map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1] ?? '');
    expect(nonces[0]).not.toBe(nonces[1]);
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`script-src 'self' 'nonce-${nonces[0]}';`);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonces[0]}';`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ws://${new URL(world.url).host}`);
    expect(policy).not.toContain('unsafe');
  });

  it('let only the chat be framed, by the server and the origins of its site', async () => {
    expect(await policyOf('/chat?site=demo')).toMatch(/frame-ancestors 'self' https:\/\/town\.example$/);
    expect(await policyOf('/')).toMatch(/frame-ancestors 'none'$/);
    expect(await policyOf('/kiosk')).toMatch(/frame-ancestors 'none'$/);
  });

  it('take no policy from the folder', async () => {
    const policy = await policyOf('/chat?site=odd');
    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/b\.example$/);
    expect(policy).not.toContain('unsafe-inline');
  });

  it('are not there for a site that is not', async () => {
    for (const site of ['nowhere', '', '../demo', '__proto__']) expect((await world.call(`/chat?site=${site}`)).status).toBe(404);
  });

  it('answer a wrong method with 405', async () => {
    const answer = await world.call('/chat', { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    '/assets/..%2f..%2fpackage.json',
    '/assets/../package.json',
    '/assets/x%00',
    '/assets//etc/passwd',
    '/assets/',
    '/assets/none.js',
    '/widget.js/x',
  ])('have no file at %s', async (path) => {
    const { port } = world.server;
    expect(statusOf(await rawRequest(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`))).toBe(404);
  });

  it('let pages of other origins load the widget and nothing else', async () => {
    expect((await world.call('/widget.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect((await world.call('/assets/chat.js')).headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it.each([
    ['el', 'es', 'el'],
    ['el-GR', undefined, 'el'],
    ['de', 'en', 'en'],
    ['<script>', 'fr, en;q=0.8, el;q=0.9', 'el'],
    [null, 'en;q=0, el;q=0.1', 'el'],
    [null, '*', 'es'],
    [null, 'x'.repeat(5000), 'es'],
    [null, undefined, 'es'],
  ])('asked for %s by a browser that prefers %s speak %s', (asked, accepted, locale) => {
    expect(chooseLocale(['es', 'en', 'el'], asked, accepted)).toBe(locale);
  });
});
