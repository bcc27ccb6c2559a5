/** "What bad input gets", with the built server: a clear error or a clear sentence, and the process lives. */
import { gzipSync } from 'node:zlib';
import { rawRequest, statusOf } from '../channels/support/raw-request';
import { removeFolders, runServer, type ServerProcess } from '../support/running-server';
import { pageWords, patternOf, say } from '../support/spoken-words';
import { Chat, call } from './support/chat';
import { ANSWERS } from './support/enquirers';
import { smallKnowledge } from './support/knowledge-copies';
import { asksOf } from './support/replies';
import { keyIn, signedAgain, unsigned } from './support/tokens';

// Servers start and stop in here: seconds each, more on a busy machine.
jest.setTimeout(240_000);

const TONGUES = ['en', 'el'] as const;

describe('bad input', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await runServer(smallKnowledge());
  });
  // Whatever a test sent: the process that was started lives.
  afterEach(async () => {
    expect((await call(`${server.url}/healthz`)).body).toEqual({ alive: true });
  });
  afterAll(async () => {
    await server?.stop();
    removeFolders();
  });

  describe.each(TONGUES)('as a message (%s)', (locale) => {
    it.each([
      ['no text at all', {}],
      ['an empty text', { text: '' }],
      ['blanks and line ends', { text: ' \t\r\n\u00a0\u3000 ' }],
      ['control characters', { text: '\u0000\u0001\u0007\u0008\u001b\u007f\u0085' }],
      ['a right-to-left override', { text: '\u202e\u2066\u200f' }],
      ['halves of characters and tags', { text: '\ud83c\udb40\udc41\ufeff' }],
      ['a button that says nothing', { value: { say: {} } }],
    ])('gets one clear sentence for %s', async (_, given) => {
      const chat = await Chat.open(server.url, locale);
      const reply = await chat.replyTo(await chat.post({ type: 'message', ...given }));
      expect(reply).toMatchObject({ text: say(locale, 'common:empty'), locale });
    });

    it('gets one clear sentence for 5,000 characters', async () => {
      const chat = await Chat.open(server.url, locale);
      for (const text of ['a'.repeat(5000), 'Ερώτηση; '.repeat(556), '🌉'.repeat(2500)]) {
        const reply = await chat.ask(text);
        expect(reply.text).toMatch(patternOf(locale, 'answers:outcome.too-long'));
        expect(reply.channelData?.ponte).toMatchObject({ locale, outcome: 'too-long', entries: [] });
      }
    });

    it('is answered as if control characters and overrides were not there', async () => {
      const plain = pageWords(locale)['demo.question-3'] ?? '';
      const dirty = `\u202e${plain.replace(/ /g, ' \u0000\u2066')}\u001b`;
      const [clean, odd] = await Promise.all([plain, dirty].map(async (text) => (await Chat.open(server.url, locale)).ask(text)));
      expect(odd?.text).toBe(clean?.text);
      expect(odd?.channelData?.ponte).toMatchObject({ locale, outcome: 'answered' });
    });

    it('is never repeated to anybody with an override or a control character in it', async () => {
      const chat = await Chat.open(server.url, locale);
      await chat.ask(say(locale, 'common:offer.person'));
      await chat.ask(ANSWERS[locale].area);
      await chat.ask(`${ANSWERS[locale].name}\u202e\u0000\u2067`);
      await chat.ask(ANSWERS[locale].contact);
      const summary = await chat.ask(`\u202e\u0007${ANSWERS[locale].message}`);
      expect(asksOf(summary)).toBe('consent');
      expect(summary.text).toContain(ANSWERS[locale].name);
      expect(summary.text).toContain(ANSWERS[locale].message);
      expect(summary.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
    });
  });

  describe('as a wrong type', () => {
    const CANARY = 'canary-5c1d';

    it.each([
      ['a text that is a number', { type: 'message', text: 5 }],
      ['a text that is a list', { type: 'message', text: [CANARY] }],
      ['a text that is an object', { type: 'message', text: { toString: CANARY } }],
      ['a type that is a number', { type: 5, text: CANARY }],
      ['a type of the bot', { type: 'conversationUpdate', membersAdded: [{ id: CANARY }] }],
      ['no type', { text: CANARY }],
      ['a locale that is an object', { type: 'message', text: 'x', locale: { CANARY } }],
      ['a time that is none', { type: 'message', text: 'x', localTimestamp: CANARY }],
      ['channel data that are text', { type: 'message', text: 'x', channelData: CANARY }],
      ['a client id that is a number', { type: 'message', text: 'x', channelData: { clientActivityID: 7 } }],
      ['a list', [CANARY]],
      ['a text', CANARY],
      ['null', null],
    ])('is refused with 400 for %s', async (_, activity) => {
      const chat = await Chat.open(server.url, 'en');
      const before = await chat.transcript();
      const refused = await chat.post(activity);
      expect(refused).toMatchObject({ status: 400, body: { error: { code: 'BadArgument', id: expect.any(String) } } });
      expect(refused.text).not.toContain(CANARY);
      expect(await chat.transcript()).toEqual(before);
    });

    it.each([
      ['a site that is a number', { site: 7 }],
      ['no site', {}],
      ['a site that is not there', { site: CANARY }],
      ['a locale that is a list', { site: 'demo', locale: ['en'] }],
      ['a user that is a text', { site: 'demo', user: CANARY }],
      ['null', null],
    ])('is refused with 400 where a token is asked for with %s', async (_, json) => {
      const refused = await call(`${server.url}/v3/directline/tokens/generate`, { json });
      expect([refused.status, refused.text.includes(CANARY)]).toEqual([400, false]);
    });

    it.each(['abc', '-1', '1.5', '1e3', '9007199254740993'])('is refused with 400 for the watermark %s', async (watermark) => {
      const { activities, token } = await Chat.open(server.url, 'en');
      expect(await call(`${activities}?watermark=${watermark}`, { token })).toMatchObject({
        status: 400,
        body: { error: { code: 'BadWatermark' } },
      });
    });

    it('is dropped where the field means nothing to Ponte', async () => {
      const chat = await Chat.open(server.url, 'en');
      const odd = { from: 7, recipient: [], conversation: 'other', serviceUrl: 5, attachments: 'x', entities: 5, id: {}, replyToId: 7 };
      const reply = await chat.replyTo(await chat.post({ ...odd, type: 'message', text: say('en', 'common:offer.help') }));
      expect(reply.text).toBe(say('en', 'dialogs:help'));
    });
  });

  describe('as a token', () => {
    const refusals = async ({ activities }: Chat, token: string) => {
      const asked = [{ token }, { token, json: { type: 'message', text: 'x' } }];
      return Promise.all(asked.map(async (sending) => (await call(activities, sending)).body.error?.code));
    };

    it('is refused when it belongs to another conversation', async () => {
      const [mine, other] = await Promise.all([Chat.open(server.url, 'en'), Chat.open(server.url, 'en')]);
      expect(await refusals(mine, other.token)).toEqual(['TokenExpired', 'TokenExpired']);
      expect(await refusals(mine, mine.token)).toEqual([undefined, undefined]);
    });

    it('is refused when its hour is over, and when another key signed it', async () => {
      const chat = await Chat.open(server.url, 'en');
      const key = keyIn(server.dataFolder);
      expect(await refusals(chat, await signedAgain(chat.token, key, 0.5))).toEqual([undefined, undefined]);
      expect(await refusals(chat, await signedAgain(chat.token, key, 1.01))).toEqual(['TokenExpired', 'TokenExpired']);
      expect(
        await refusals(
          chat,
          await signedAgain(
            chat.token,
            key.replace(/^./, (c) => (c === '0' ? '1' : '0')),
            0.5,
          ),
        ),
      ).toEqual(['TokenExpired', 'TokenExpired']);
    });

    it.each(['none', 'None', 'NONE'])('is refused when its algorithm is "%s"', async (spelling) => {
      const chat = await Chat.open(server.url, 'en');
      expect(await refusals(chat, unsigned(chat.token, spelling))).toEqual(['TokenExpired', 'TokenExpired']);
    });

    it('is asked for where there is none', async () => {
      const { activities } = await Chat.open(server.url, 'en');
      expect(await call(activities)).toMatchObject({ status: 401, body: { error: { code: 'MissingToken' } } });
    });
  });

  describe('as a body', () => {
    it.each([
      ['gzip', 415, 'BadMediaType', { body: gzipSync('{"type":"message","text":"x"}'), headers: { 'content-encoding': 'gzip' } }],
      ['a broken gzip', 415, 'BadMediaType', { body: Buffer.from('1f8b0800ffff', 'hex'), headers: { 'content-encoding': 'gzip' } }],
      ['1 MB', 413, 'BodyTooLarge', { json: { type: 'message', text: 'x'.repeat(1024 * 1024) } }],
      ['a list nested 50,000 deep', 413, 'BodyTooLarge', { body: '['.repeat(50_000) + ']'.repeat(50_000) }],
      ['a list nested 50,000 deep and never closed', 400, 'BadJson', { body: '['.repeat(50_000) }],
      ['a list nested 30,000 deep', 400, 'BadJson', { body: '['.repeat(30_000) + ']'.repeat(30_000) }],
      ['an object nested 10,000 deep', 400, 'BadJson', { body: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}` }],
      ['half of an object', 400, 'BadJson', { body: '{"type":"message"' }],
      ['bytes that are no UTF-8', 400, 'BadJson', { body: Buffer.from('7b2274657874223a22ff227d', 'hex') }],
      ['a form', 415, 'BadMediaType', { body: 'type=message', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ])('is refused for %s', async (_, status, code, sending) => {
      const { activities, token } = await Chat.open(server.url, 'en');
      const refused = await call(activities, { token, ...sending });
      expect(refused).toMatchObject({ status, body: { error: { code, message: expect.any(String), id: expect.any(String) } } });
    });
  });

  it.each([
    '/%00',
    '/chat%00.html',
    '/assets/%00',
    '/assets/..%2f..%2fpackage.json',
    '/assets/..%2F..%2F..%2Fetc%2Fpasswd',
    '/assets/..%5c..%5cpackage.json',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/%252e%252e%252fpackage.json',
    '/%',
    '/%ff%fe',
    '/v3/directline/conversations/..%2f..%2factivities',
  ])('gets 404 for the path %s', async (path) => {
    const answer = await rawRequest(server.port, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    expect(statusOf(answer)).toBe(404);
    expect(answer).toContain('"error":{"code":"NotFound"');
  });

  it('leaves, after all of it, a server that answers, logged no fault and ends with 0', async () => {
    const helped = await (await Chat.open(server.url, 'en')).ask(say('en', 'common:offer.help'));
    expect(helped.text).toBe(say('en', 'dialogs:help'));
    expect(server.stdout).not.toContain('"fault"');
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await server.restart();
  });
});
