import { realNetwork, USER_AGENT } from '../../../src/staff/links/ask-once';
import { checkAddress } from '../../../src/staff/links/check-address';
import { HostGate } from '../../../src/staff/links/host-gate';
import { answer, LocalWeb } from './local-web';

describe('Checking one address', () => {
  const web = new LocalWeb();
  beforeAll(() => web.start());
  afterAll(() => web.stop());

  const check = (address: string, network: Parameters<typeof checkAddress>[1]['network'] = web) =>
    checkAddress(address, { network, gate: new HostGate(async () => undefined), now: () => new Date('2026-11-22T10:00:00Z') });

  it('finds a page with one HEAD, and says who asks', async () => {
    web.serve({ 'a.example.org/x?y=1': answer(200) });
    expect(await check('https://a.example.org/x?y=1')).toMatchObject({ found: 'there' });
    expect(web.asked).toEqual(['HEAD a.example.org/x?y=1']);
    expect([...web.userAgents]).toEqual([USER_AGENT]);
    expect(USER_AGENT).toContain('Ponte');
  });

  it.each([404, 405, 403, 501])('asks again with GET when HEAD says %i', async (status) => {
    web.serve({ 'HEAD a.example.org/x': answer(status), 'GET a.example.org/x': answer(200) });
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'there' });
  });

  it('asks again with GET when the server hangs up on HEAD', async () => {
    web.serve({ 'HEAD a.example.org/x': (request) => request.socket.destroy(), 'GET a.example.org/x': answer(200) });
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'there' });
  });

  it.each([404, 410])('says not found for %i to GET', async (status) => {
    web.serve({ 'a.example.org/x': answer(status) });
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'not-found', why: String(status) });
  });

  it.each([400, 401, 403, 500, 503, 429])('is unsure after %i', async (status) => {
    web.serve({ 'a.example.org/x': answer(status) });
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'unsure', why: String(status) });
  });

  it('hears how long a busy server wants peace', async () => {
    web.serve({ 'a.example.org/x': answer(429, { 'retry-after': '120' }) });
    expect(await check('https://a.example.org/x')).toMatchObject({ from: 'host', retryAfter: 120_000 });
    web.serve({ 'a.example.org/x': answer(503, { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }) });
    expect(await check('https://a.example.org/x')).toMatchObject({ retryAfter: 3_600_000 });
    expect(web.asked).toHaveLength(1);
  });

  it('is unsure when no answer comes in time', async () => {
    web.serve({ 'a.example.org/x': () => undefined });
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'unsure', from: 'host', why: 'no answer in time' });
  });

  it('reads no more than the beginning of an endless page', async () => {
    web.serve({
      'HEAD a.example.org/x': answer(405),
      'GET a.example.org/x': (_, response) => {
        const more = () => {
          while (response.write('x'.repeat(16_384)));
        };
        response.writeHead(200);
        response.on('drain', more);
        more();
      },
    });
    const started = performance.now();
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'there' });
    // The fake gives up on a request after 300 ms.
    expect(performance.now() - started).toBeLessThan(290);
  });

  it('follows redirects, and tells where a permanent one leads', async () => {
    web.serve({
      'a.example.org/x': answer(301, { location: '/y' }),
      'a.example.org/y': answer(308, { location: 'https://b.example.org/z' }),
      'b.example.org/z': answer(200),
    });
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'there', movedTo: 'https://b.example.org/z' });
    web.serve({ 'a.example.org/x': answer(302, { location: '/y' }), 'a.example.org/y': answer(200) });
    expect(await check('https://a.example.org/x')).not.toHaveProperty('movedTo');
  });

  it('follows five redirects and no sixth', async () => {
    const chain = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`a.example.org/${n}`, answer(302, { location: `/${n + 1}` })]));
    web.serve({ ...chain, 'a.example.org/5': answer(200) });
    expect(await check('https://a.example.org/0')).toMatchObject({ found: 'there' });
    web.serve({ ...chain, 'a.example.org/6': answer(200) });
    expect(await check('https://a.example.org/0')).toMatchObject({ found: 'unsure', why: 'more than 5 redirects' });
  });

  it.each([undefined, 'http://'])('is unsure of a redirect to %s', async (location) => {
    web.serve({ 'a.example.org/x': answer(302, location === undefined ? {} : { location }) });
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'unsure', why: '302 without a usable address' });
  });

  it('is unsure of a page that leads to the front page', async () => {
    web.serve({ 'a.example.org/calls/7': answer(302, { location: '/' }), 'a.example.org/': answer(200) });
    expect(await check('https://a.example.org/calls/7')).toMatchObject({
      found: 'unsure',
      why: 'leads to the front page of a.example.org',
    });
    expect(await check('https://a.example.org/')).toMatchObject({ found: 'there' });
  });

  it('tells a name that does not exist from a network that does not answer', async () => {
    web.serve({});
    web.names.set('gone.example.org', { code: 'ENOTFOUND' }).set('slow.example.org', { code: 'EAI_AGAIN' });
    expect(await check('https://gone.example.org/')).toMatchObject({ found: 'no-host' });
    expect(await check('https://slow.example.org/')).toMatchObject({ found: 'unsure', from: 'network' });
    expect(web.asked).toEqual([]);
  });

  it.each([['127.0.0.1'], ['10.0.0.5'], ['169.254.169.254'], ['fd00::1'], ['93.184.216.34', '192.168.0.1']])(
    'never contacts a name that leads to %s',
    async (...addresses) => {
      web.serve({ 'inside.example.org/': answer(200) });
      web.names.set('inside.example.org', addresses);
      expect(await check('https://inside.example.org/')).toMatchObject({ found: 'unsure', from: 'rule' });
      expect(web.asked).toEqual([]);
    },
  );

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://public.example.org:8080/',
    'https://user:secret@public.example.org/',
    'ftp://public.example.org/',
  ])('never contacts %s, not even by a redirect', async (address) => {
    web.serve({ 'a.example.org/x': answer(302, { location: address }) });
    expect(await check(address)).toMatchObject({ found: 'unsure', from: 'rule' });
    expect(web.asked).toEqual([]);
    expect(await check('https://a.example.org/x')).toMatchObject({ found: 'unsure', from: 'rule' });
    expect(web.asked).toEqual(['HEAD a.example.org/x']);
  });

  it('keeps the rule with the real network: a server of this machine is never asked', async () => {
    web.serve({ '127.0.0.1/': answer(200), 'localhost/': answer(200) });
    for (const host of ['127.0.0.1', 'localhost'])
      expect(await check(`http://${host}/`, realNetwork)).toMatchObject({ found: 'unsure', from: 'rule' });
    expect(web.asked).toEqual([]);
  });
});
