import { createHmac, generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';
import { Tokens } from '../../src/channels/tokens';
import { itWithCorpus } from '../support/corpora';
import { SECRET } from './support/world';

const BEARER = { conversation: 'conv-a', site: 'demo', locale: 'el' } as const;
const START = Date.UTC(2026, 2, 1, 10);

describe('tokens', () => {
  let now = START;
  let tokens = new Tokens(SECRET, () => now);
  beforeEach(() => {
    now = START;
    tokens = new Tokens(SECRET, () => now);
  });
  const seconds = () => Math.floor(now / 1000);
  const key = () => new TextEncoder().encode(SECRET);

  it('name one conversation, its site and language, and a user nobody chose', async () => {
    const { token, expiresInSeconds } = await tokens.issueFirst(BEARER);
    expect(expiresInSeconds).toBe(3600);
    expect(await tokens.findBearer(token)).toEqual({ ...BEARER, user: expect.stringMatching(/^dl_[\da-f-]{36}$/), start: seconds() });
  });

  it('carry the user where botframework-directlinejs reads it', async () => {
    const { token } = await tokens.issueFirst(BEARER);
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).user).toMatch(/^dl_/);
  });

  it('end after an hour to the second, also when they were seen before', async () => {
    const { token } = await tokens.issueFirst(BEARER);
    now += 3_599_000;
    expect(await tokens.findBearer(token)).toBeDefined();
    now += 1000;
    expect(await tokens.findBearer(token)).toBeUndefined();
    expect(await new Tokens(SECRET, () => now).findBearer(token)).toBeUndefined();
  });

  it('are renewed for a day and no longer', async () => {
    let { token } = await tokens.issueFirst(BEARER);
    const first = await tokens.findBearer(token);
    for (let hours = 0.5; hours < 24; hours += 0.5) {
      now = START + hours * 3_600_000;
      const bearer = await tokens.findBearer(token);
      expect(bearer).toEqual(first);
      const renewed = bearer && (await tokens.renew(bearer));
      expect(renewed?.expiresInSeconds).toBe(Math.min(3600, 24 * 3600 - hours * 3600));
      token = renewed?.token ?? '';
    }
    now = START + 24 * 3_600_000 - 1000;
    const last = await tokens.findBearer(token);
    expect(last).toBeDefined();
    now += 1000;
    expect(await tokens.findBearer(token)).toBeUndefined();
    expect(last && (await tokens.renew(last))).toBeUndefined();
  });

  it('open a stream only by ticket, once, within a minute', async () => {
    const { token } = await tokens.issueFirst(BEARER);
    const bearer = await tokens.findBearer(token);
    if (bearer === undefined) throw new Error('no bearer');
    const ticket = await tokens.issueStreamTicket(bearer);
    expect(await tokens.findBearer(ticket)).toBeUndefined();
    expect(await tokens.takeStreamTicket(token)).toBeUndefined();
    expect(await tokens.takeStreamTicket(ticket)).toEqual(bearer);
    expect(await tokens.takeStreamTicket(ticket)).toBeUndefined();
    const late = await tokens.issueStreamTicket(bearer);
    now += 60_000;
    expect(await tokens.takeStreamTicket(late)).toBeUndefined();
  });

  describe('that somebody made up', () => {
    const claims = () => ({ conv: 'conv-a', user: 'dl_x', site: 'demo', use: 'token', start: seconds() });
    const made = (change: (jwt: SignJWT) => SignJWT = (jwt) => jwt, payload: object = claims(), header: object = {}) =>
      change(
        new SignJWT({ ...payload })
          .setProtectedHeader({ alg: 'HS256', ...header })
          .setIssuer('ponte')
          .setAudience('ponte-direct-line')
          .setIssuedAt(seconds())
          .setExpirationTime(seconds() + 60)
          .setJti('j'),
      );
    const isTaken = async (token: string) => (await tokens.findBearer(token)) !== undefined;

    it('would be taken if all were right', async () => expect(await isTaken(await made().sign(key()))).toBe(true));

    it.each<[string, (jwt: SignJWT) => SignJWT]>([
      ['another issuer', (jwt) => jwt.setIssuer('other')],
      ['another audience', (jwt) => jwt.setAudience('other')],
      ['a beginning in the future', (jwt) => jwt.setNotBefore(seconds() + 60)],
      ['an end in the past', (jwt) => jwt.setExpirationTime(seconds() - 1)],
      ['a life of years', (jwt) => jwt.setExpirationTime(seconds() + 1e9)],
    ])('are not taken with %s', async (_, change) => {
      expect(await isTaken(await made(change).sign(key()))).toBe(false);
    });

    it.each([{ alg: 'HS512' }, { alg: 'HS384' }, { crit: ['x'], x: 1 }])('are not taken with the header %j', async (header) => {
      expect(await isTaken(await made(undefined, claims(), header).sign(key(), { crit: { x: true } }))).toBe(false);
    });

    it.each([
      ['no conversation', { conv: undefined }],
      ['a conversation that is a number', { conv: 1 }],
      ['no use', { use: undefined }],
      ['another use', { use: 'admin' }],
      ['no start', { start: undefined }],
    ])('are not taken with %s', async (_, change) => {
      expect(await isTaken(await made(undefined, { ...claims(), ...change }).sign(key()))).toBe(false);
    });

    it('are not taken without an end, or with one that is no number', async () => {
      for (const exp of [undefined, '9999999999', 1e99, null]) {
        const body = { ...claims(), iss: 'ponte', aud: 'ponte-direct-line', iat: seconds(), jti: 'j', exp };
        const signed = `${encode({ alg: 'HS256' })}.${encode(body)}`;
        const signature = createHmac('sha256', SECRET).update(signed).digest('base64url');
        expect(await isTaken(`${signed}.${signature}`)).toBe(false);
      }
    });

    it('are not taken with alg none, another key, no key or a public key', async () => {
      const body = encode({ ...claims(), iss: 'ponte', aud: 'ponte-direct-line', iat: seconds(), exp: seconds() + 60, jti: 'j' });
      for (const alg of ['none', 'None', 'NONE', '']) expect(await isTaken(`${encode({ alg })}.${body}.`)).toBe(false);
      expect(await isTaken(await made().sign(new TextEncoder().encode(`${SECRET}x`)))).toBe(false);
      const empty = createHmac('sha256', '')
        .update(`${encode({ alg: 'HS256' })}.${body}`)
        .digest('base64url');
      expect(await isTaken(`${encode({ alg: 'HS256' })}.${body}.${empty}`)).toBe(false);
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      expect(await isTaken(await made(undefined, claims(), { alg: 'RS256' }).sign(privateKey))).toBe(false);
    });

    it('are not taken with one bit changed, wherever it is', async () => {
      const { token } = await tokens.issueFirst(BEARER);
      const bytes = Buffer.from(token);
      const taken: number[] = [];
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes);
        for (let bit = 0; bit < 8; bit += 1) {
          changed[at] = (bytes[at] ?? 0) ^ (1 << bit);
          if (await isTaken(changed.toString('latin1'))) taken.push(at);
        }
      }
      expect(taken).toEqual([]);
    });

    it.each(['', '.', '..', 'a.b.c', 'x'.repeat(1_000_000), '🙂.🙂.🙂', 'null', '{}'])(
      'are not taken when they are no token',
      async (token) => {
        expect(await isTaken(token)).toBe(false);
      },
    );
  });

  itWithCorpus('of the Wycheproof JWS vectors are none of ours', ['wycheproof', 'json_web_signature_test.json'], async (file) => {
    const groups: { tests: { jws: unknown }[] }[] = JSON.parse(await readFile(file, 'utf8')).testGroups;
    const all = groups.flatMap(({ tests }) => tests.map(({ jws }) => (typeof jws === 'string' ? jws : JSON.stringify(jws))));
    expect(all.length).toBeGreaterThan(100);
    for (const jws of all) expect(await tokens.findBearer(jws)).toBeUndefined();
  });
});

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
