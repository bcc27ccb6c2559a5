import type { StaffPages } from '../../src/channels/staff-routes';
import { openWorld, SECRET, type World } from './support/world';

const TOKEN = 'the staff secret of tests';
const HOUR = 3_600_000;

describe('the staff pages', () => {
  let now = Date.parse('2026-11-22T08:00:00Z');
  let tried: (Readonly<Record<string, string>> | undefined)[] = [];
  let world: World;
  const pages: StaffPages = {
    signIn: (notice) => `sign in ${JSON.stringify(notice ?? null)}`,
    overview: async () => 'the overview',
    knowledge: async () => '{"serving":{}}',
    tryQuestion: async (fields) => {
      tried.push(fields);
      return 'the answer';
    },
  };
  const limits = { signIns: { burst: 5, perSecond: 0.1 }, activities: { burst: 3, perSecond: 1 }, tokens: { burst: 9, perSecond: 1 } };
  const open = (token: string | undefined = TOKEN, publicUrl?: string) =>
    openWorld({
      server: { now: () => now, limits, http: { port: 0, host: '127.0.0.1', publicUrl }, ...(token && { staff: { token, pages } }) },
    });
  beforeEach(async () => {
    tried = [];
    world = await open();
  });
  afterEach(() => world.close());

  const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  const signIn = async (token = TOKEN, headers: Record<string, string> = {}) => world.call('/staff/sign-in', form({ token }, headers));
  /** What a browser keeps of a Set-Cookie. */
  const cookieOf = (headers: Headers): string => (headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  const signedIn = async () => ({ cookie: cookieOf((await signIn()).headers) });

  it('show the form, and nothing else, to whoever is not signed in', async () => {
    for (const path of ['/staff', '/staff/try']) expect((await world.call(path)).text).toBe('sign in null');
    expect((await world.call('/staff/try', form({ question: 'x' }))).text).toBe('sign in null');
    expect((await world.call('/staff/knowledge.json')).status).toBe(401);
    expect(tried).toEqual([]);
  });

  it('open for eight hours to whoever knows the secret', async () => {
    const { status, headers } = await signIn();
    expect([status, headers.get('location')]).toEqual([303, '/staff']);
    expect(headers.get('set-cookie')).toMatch(/^ponte_staff=[\w.-]+; Path=\/staff; Max-Age=28800; HttpOnly; SameSite=Strict$/);
    const cookie = cookieOf(headers);
    expect((await world.call('/staff', { headers: { cookie } })).text).toBe('the overview');
    expect((await world.call('/staff/knowledge.json', { headers: { cookie } })).body).toEqual({ serving: {} });
    now += 8 * HOUR - 1000;
    expect((await world.call('/staff', { headers: { cookie } })).text).toBe('the overview');
    now += 1000;
    expect((await world.call('/staff', { headers: { cookie } })).text).toBe('sign in null');
  });

  it('send the cookie over https alone where people come by https', async () => {
    await world.close();
    world = await open(TOKEN, 'https://ponte.example.org');
    expect((await signIn()).headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  it.each(['', 'the staff secret of test', 'the staff secret of tests!', 'THE STAFF SECRET OF TESTS', 'x'.repeat(30_000)])(
    'stay closed for the secret “%.20s…”',
    async (token) => {
      const { status, headers, text } = await signIn(token);
      expect([status, text, headers.get('set-cookie')]).toEqual([403, 'sign in {"kind":"wrong"}', null]);
    },
  );

  it('take the secret with blanks around it, as it is copied', async () => {
    expect((await signIn(` ${TOKEN}\n`)).status).toBe(303);
  });

  it('make a guesser wait, and let others wait no longer than that', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await signIn('a wrong guess of mine')).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    const right = await signIn();
    expect([right.status, right.headers.get('retry-after')]).toEqual([429, '10']);
    expect(right.text).toBe('sign in {"kind":"too-often","seconds":10}');
    now += 10_000;
    expect((await signIn()).status).toBe(303);
  });

  it('end a session for good when somebody signs out', async () => {
    const headers = await signedIn();
    const out = await world.call('/staff/sign-out', form({}, headers));
    expect([out.text, out.headers.get('set-cookie')]).toEqual([
      'sign in {"kind":"signed-out"}',
      expect.stringMatching(/^ponte_staff=; .*Max-Age=0/),
    ]);
    // The cookie as a thief may have kept it.
    expect((await world.call('/staff', { headers })).text).toBe('sign in null');
  });

  it('open to no other token of this server, and to none that was changed', async () => {
    const { cookie } = await signedIn();
    const [head = '', claims = '', signature = ''] = cookie.replace('ponte_staff=', '').split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const { token } = await world.newToken();
    const later = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), exp: 9_999_999_999 })).toString(
      'base64url',
    );
    for (const forged of [token, `${none}.${claims}.`, `${head}.${later}.${signature}`, 'x', '', `${head}.${claims}.`])
      expect((await world.call('/staff', { headers: { cookie: `ponte_staff=${forged}` } })).text).toBe('sign in null');
  });

  it('survive a restart, and end with another secret', async () => {
    const headers = await signedIn();
    await world.close();
    world = await open();
    expect((await world.call('/staff', { headers })).text).toBe('the overview');
    await world.close();
    world = await open('another staff secret');
    expect((await world.call('/staff', { headers })).text).toBe('sign in null');
  });

  it.each([
    [{ origin: 'https://town.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ])('do nothing that a page of another origin asks: %j', async (more) => {
    const headers = await signedIn();
    for (const path of ['/staff/try', '/staff/sign-out', '/staff/sign-in'])
      expect((await world.call(path, form({ question: 'x', token: TOKEN }, { ...headers, ...more }))).status).toBe(403);
    expect(tried).toEqual([]);
    expect((await world.call('/staff', { headers })).text).toBe('the overview');
  });

  it('do what their own forms ask', async () => {
    const headers = { ...(await signedIn()), origin: world.url, 'sec-fetch-site': 'same-origin' };
    const answer = await world.call('/staff/try', form({ question: 'Τι είναι το ΕΚΤ+;', locale: 'el' }, headers));
    expect([answer.text, tried]).toEqual(['the answer', [{ question: 'Τι είναι το ΕΚΤ+;', locale: 'el' }]]);
    expect((await world.call('/staff/try', { headers })).text).toBe('the answer');
    expect(tried[1]).toBeUndefined();
  });

  it('keep a pace with questions', async () => {
    const headers = await signedIn();
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) statuses.push((await world.call('/staff/try', form({ question: 'x' }, headers))).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('are kept by nobody, framed by nobody and run nothing', async () => {
    const { headers } = await world.call('/staff', { headers: await signedIn() });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src|unsafe|nonce/);
  });

  it.each([
    ['application/json', '{"token":"x"}', 400],
    ['application/x-www-form-urlencoded', 'a=1&'.repeat(30), 400],
    ['application/x-www-form-urlencoded', new Uint8Array([0x74, 0x3d, 0xff]), 400],
    ['application/x-www-form-urlencoded', 'token='.padEnd(70_000, 'x'), 413],
    ['application/x-www-form-urlencoded', '__proto__=1&constructor=2', 403],
  ])('refuse a body that is no form of theirs: %s', async (type, body, status) => {
    expect((await world.call('/staff/sign-in', { method: 'POST', body, headers: { 'content-type': type } })).status).toBe(status);
  });

  it('are not there without a staff secret', async () => {
    await world.close();
    world = await open('');
    for (const path of ['/staff', '/staff/try', '/staff/knowledge.json', '/staff/sign-in'])
      expect((await world.call(path)).status).toBe(404);
    expect((await signIn()).status).toBe(404);
  });

  it('tell the secret to nobody: not in cookies, not in the log', async () => {
    const { cookie } = await signedIn();
    await signIn('a wrong guess of mine');
    const said = Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString() + world.logged();
    for (const secret of [TOKEN, SECRET, 'a wrong guess']) expect(said).not.toContain(secret);
  });
});
