import { readFile } from 'node:fs/promises';
import Ajv04 from 'ajv-draft-04';
import fc from 'fast-check';
import { itWithCorpus } from '../support/corpora';
import { aSite, type CallOptions, HOST_PAGE, type Opened, openWorld, type World } from './support/world';

const GENERATE = '/v3/directline/tokens/generate';
const CONVERSATIONS = '/v3/directline/conversations';

describe('Direct Line', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ sites: [aSite(), aSite({ id: 'other', allowedOrigins: ['https://other.example'] })] });
  });
  afterAll(() => world.close());
  const activities = (opened: Opened, query = '') => world.call(`${CONVERSATIONS}/${opened.conversationId}/activities${query}`, opened);

  describe('a new token', () => {
    it('is given for a site that is there', async () => {
      const answer = await world.call(GENERATE, { json: { site: 'demo', locale: 'el-GR', user: { id: 'dl_admin' } } });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 3600 });
      expect(answer.text).not.toContain('admin');
    });

    it.each([{ site: 'nowhere' }, { site: '__proto__' }, { site: '' }])('is not given for %j, nor is any site named', async (json) => {
      const answer = await world.call(GENERATE, { json });
      expect([answer.status, answer.body.error.code]).toEqual([400, 'UnknownSite']);
      expect(answer.text).not.toMatch(/demo|other/);
    });

    it.each([{}, [], 'demo', 7, null, { site: 7 }, { site: ['demo'] }, { site: 'demo', locale: {} }, { site: 'demo', user: 'me' }])(
      'is not given for the body %j',
      async (json) => expect((await world.call(GENERATE, { json })).status).toBe(400),
    );

    it('is given to pages of the site and of the server, to no other', async () => {
      const from = async (origin: string, site = 'demo') => (await world.call(GENERATE, { json: { site }, headers: { origin } })).status;
      expect(await from(HOST_PAGE)).toBe(200);
      expect(await from(world.url)).toBe(200);
      expect(await from('https://other.example')).toBe(403);
      expect(await from('https://other.example', 'other')).toBe(200);
      expect(await from('null')).toBe(403);
      expect(await from(`${HOST_PAGE}.evil.example`)).toBe(403);
    });
  });

  describe('pages of other origins', () => {
    it('may read what they are answered, refusals too', async () => {
      const token = (await world.newToken()).token;
      for (const options of [{ token }, { token: 'wrong' }]) {
        const { headers } = await world.call(CONVERSATIONS, { ...options, method: 'POST', headers: { origin: HOST_PAGE } });
        expect(headers.get('access-control-allow-origin')).toBe(HOST_PAGE);
        expect(headers.get('vary')).toContain('Origin');
        expect(headers.get('access-control-allow-credentials')).toBeNull();
      }
    });

    it('are told before what they may send', async () => {
      const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,x-ms-bot-agent' };
      const answer = await world.call(`${CONVERSATIONS}/x/activities`, { method: 'OPTIONS', headers: { origin: HOST_PAGE, ...asked } });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-origin')).toBe(HOST_PAGE);
      expect(answer.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
      expect(answer.headers.get('access-control-max-age')).toBe('86400');
      const evil = await world.call(GENERATE, { method: 'OPTIONS', headers: { origin: 'https://evil.example', ...asked } });
      expect(evil.headers.get('access-control-allow-origin')).toBeNull();
    });

    it('of another site cannot use the token', async () => {
      const opened = await world.newConversation();
      const { status } = await world.call(`${CONVERSATIONS}/${opened.conversationId}`, {
        ...opened,
        headers: { origin: 'https://other.example' },
      });
      expect(status).toBe(403);
    });
  });

  describe('a conversation', () => {
    it('starts once, and answers again with 200', async () => {
      const { token } = await world.newToken();
      const start = () => world.call(CONVERSATIONS, { token, json: { locale: 'fr-FR', user: { id: 'me' } } });
      const answers = await Promise.all([start(), start(), start()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      const { conversationId } = answers[0]?.body ?? {};
      await world.local.whenIdle(conversationId);
      const arrivals = world.bot.heard.filter(
        ({ conversation, type }) => conversation.id === conversationId && type === 'conversationUpdate',
      );
      expect(arrivals).toHaveLength(1);
      expect(arrivals[0]).toMatchObject({
        channelId: 'directline',
        serviceUrl: 'urn:ponte:local',
        locale: 'fr',
        channelData: { site: 'demo' },
        membersAdded: [{ id: 'ponte' }, { id: expect.stringMatching(/^dl_/) }],
      });
    });

    it('takes its language from the token when its start names none', async () => {
      const { token } = (await world.call(GENERATE, { json: { site: 'demo', locale: 'el' } })).body;
      const { conversationId } = (await world.call(CONVERSATIONS, { token, method: 'POST' })).body;
      await world.local.whenIdle(conversationId);
      expect(world.bot.heard.find(({ conversation }) => conversation.id === conversationId)?.locale).toBe('el');
    });

    it('shows the greeting, and not the arrival it answers', async () => {
      const { body } = await activities(await world.newConversation());
      expect(body.activities).toHaveLength(1);
      expect(body.activities[0]).toMatchObject({ type: 'message', text: 'welcome', from: { id: 'ponte', role: 'bot' } });
      expect(body.activities[0]).not.toHaveProperty('replyToId');
      expect(body.activities[0]).not.toHaveProperty('serviceUrl');
    });

    it.each([{ locale: 7 }, { user: 'me' }, [], 'x'])('does not start with the body %j', async (json) => {
      const { token } = await world.newToken();
      expect((await world.call(CONVERSATIONS, { token, json })).status).toBe(400);
    });

    it('that has not begun is not there', async () => {
      const { token, conversationId } = await world.newToken();
      expect((await world.call(`${CONVERSATIONS}/${conversationId}`, { token })).status).toBe(404);
      expect((await world.post({ token, conversationId }, { type: 'message', text: 'x' })).status).toBe(404);
    });

    it('gives a stream address with a ticket of its own', async () => {
      const opened = await world.newConversation();
      const address = new URL(opened.streamUrl);
      expect(address.protocol).toBe('ws:');
      expect(address.searchParams.get('t')).not.toBe(opened.token);
      expect((await world.call(`${CONVERSATIONS}/${opened.conversationId}`, { token: address.searchParams.get('t') ?? '' })).status).toBe(
        403,
      );
    });
  });

  describe('a message', () => {
    it('is shown with who really sent it, and answered', async () => {
      const opened = await world.newConversation();
      const forged = {
        type: 'message',
        text: 'hello',
        id: 'mine',
        from: { id: 'ponte', role: 'bot' },
        recipient: { id: 'you' },
        conversation: { id: 'another' },
        serviceUrl: 'https://evil.example',
        channelId: 'msteams',
        callerId: 'x',
        replyToId: 'x',
        timestamp: '1999-01-01',
        attachments: [{ contentType: 'image/png', contentUrl: 'https://evil.example' }],
        channelData: { site: 'other', ponte: { model: true }, clientActivityID: 'c1' },
      };
      const { status, body } = await world.post(opened, forged);
      expect([status, Object.keys(body)]).toEqual([200, ['id']]);
      expect(await world.texts(opened)).toEqual(['welcome', 'hello', 'echo: hello']);
      const [, message, reply] = (await activities(opened)).body.activities;
      expect(message).toEqual({
        id: body.id,
        type: 'message',
        text: 'hello',
        timestamp: expect.stringMatching(/^20[2-9]/),
        channelId: 'directline',
        conversation: { id: opened.conversationId },
        from: { id: expect.stringMatching(/^dl_/), name: '', role: 'user' },
        recipient: { id: 'ponte', name: 'Ponte', role: 'bot' },
        channelData: { site: 'demo', clientActivityID: 'c1' },
      });
      expect(reply).toMatchObject({ id: `${body.id}.r1`, replyToId: body.id, from: { id: 'ponte', role: 'bot' } });
      const heard = world.bot.heard.at(-1);
      expect(heard).toMatchObject({ serviceUrl: 'urn:ponte:local', timestamp: expect.any(Date), channelData: { site: 'demo' } });
    });

    it.each<[string, unknown]>([
      ['no type', { text: 'x' }],
      ['type 1', { type: 1, text: 'x' }],
      ['type conversationUpdate', { type: 'conversationUpdate', membersAdded: [] }],
      ['type invoke', { type: 'invoke', name: 'x' }],
      ['text {}', { type: 'message', text: { a: 1 } }],
      ['text null', { type: 'message', text: null }],
      ['channelData []', { type: 'message', text: 'x', channelData: [] }],
      ['a client id that is a number', { type: 'message', text: 'x', channelData: { clientActivityID: 7 } }],
      ['a client id of 300 letters', { type: 'message', text: 'x', channelData: { clientActivityID: 'a'.repeat(300) } }],
      ['locale 7', { type: 'message', text: 'x', locale: 7 }],
      ['a local time that is none', { type: 'message', text: 'x', localTimestamp: 'yesterday' }],
      ['name {}', { type: 'event', name: {} }],
      ['a list', []],
      ['null', null],
      ['text alone', 'hello'],
    ])('with %s gives 400 and reaches nobody', async (_, activity) => {
      const opened = await world.newConversation();
      const before = world.bot.heard.length;
      expect((await world.post(opened, activity)).status).toBe(400);
      await world.local.whenIdle();
      expect(world.bot.heard).toHaveLength(before);
    });

    it('can be an event; typing is taken and kept nowhere', async () => {
      const opened = await world.newConversation();
      expect((await world.post(opened, { type: 'typing' })).status).toBe(200);
      expect((await world.post(opened, { type: 'endOfConversation' })).status).toBe(200);
      expect((await world.post(opened, { type: 'event', name: 'locale', value: 'el' })).status).toBe(200);
      expect((await world.texts(opened)).filter(Boolean)).toEqual(['welcome', 'event: locale']);
      expect(world.bot.heard.at(-1)).toMatchObject({ type: 'event', name: 'locale', value: 'el' });
    });

    it('sent twice is taken once: one after the other, and fifty at once', async () => {
      const opened = await world.newConversation();
      const send = () => world.post(opened, { type: 'message', text: 'once', channelData: { clientActivityID: 'same' } });
      const first = await send();
      await world.local.whenIdle();
      const answers = await Promise.all(Array.from({ length: 50 }, send));
      expect(new Set([first, ...answers].map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
      expect(await world.texts(opened)).toEqual(['welcome', 'once', 'echo: once']);
      expect(world.bot.heard.filter(({ id }) => id === first.body.id)).toHaveLength(1);
    });

    it('waits for the turn before it, whoever was faster', async () => {
      const opened = await world.newConversation();
      await Promise.all(Array.from({ length: 10 }, (_, n) => world.post(opened, { type: 'message', text: `m${n}` })));
      const texts = await world.texts(opened);
      const asked = texts.filter((text) => text.startsWith('m'));
      expect(texts.filter((text) => text.startsWith('echo'))).toEqual(asked.map((text) => `echo: ${text}`));
    });

    it('of any shape never gives 5xx', async () => {
      const opened = await world.newConversation();
      const field = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('message', 'event', 'typing'));
      const activity = fc.record(
        { type: field, text: field, channelData: field, locale: field, value: field, localTimestamp: field, name: field, from: field },
        { requiredKeys: ['type'] },
      );
      await fc.assert(
        fc.asyncProperty(activity, async (given) => expect([200, 400]).toContain((await world.post(opened, given)).status)),
        { numRuns: 150 },
      );
      await world.local.whenIdle();
    });
  });

  it('takes no files, and says so', async () => {
    const opened = await world.newConversation();
    const body = '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--x--';
    const answer = await world.call(`${CONVERSATIONS}/${opened.conversationId}/upload?userId=x`, {
      ...opened,
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([answer.status, answer.body.error.code]).toEqual([415, 'FilesNotTaken']);
  });

  describe('a watermark', () => {
    it('gives what came after it, the same at each reading', async () => {
      const opened = await world.newConversation();
      await world.post(opened, { type: 'message', text: 'one' });
      await world.texts(opened);
      const textsSince = async (query: string) => {
        const { body } = await activities(opened, query);
        return [body.watermark, ...body.activities.map(({ text }: { text: string }) => text)];
      };
      expect(await textsSince('?watermark=')).toEqual(['3', 'welcome', 'one', 'echo: one']);
      expect(await textsSince('?watermark=-')).toEqual(['3', 'welcome', 'one', 'echo: one']);
      expect(await textsSince('?watermark=1')).toEqual(['3', 'one', 'echo: one']);
      expect(await textsSince('?watermark=1')).toEqual(['3', 'one', 'echo: one']);
      expect(await textsSince('?watermark=3')).toEqual(['3']);
      expect(await textsSince('?watermark=999')).toEqual(['999']);
    });

    it.each(['-1', '1.5', 'abc', '1e3', '99999999999999999999', "1' or 1=1", '0x10', ' 1', '١'])(
      'that is "%s" gives 400',
      async (watermark) => {
        const opened = await world.newConversation();
        const query = `?watermark=${encodeURIComponent(watermark)}`;
        expect((await activities(opened, query)).status).toBe(400);
        expect((await world.call(`${CONVERSATIONS}/${opened.conversationId}${query}`, opened)).status).toBe(400);
      },
    );

    it('lets a transcript of 450 activities through whole', async () => {
      const opened = await world.newConversation();
      const rows = world.kept.rows.get(opened.conversationId) ?? [];
      while (rows.length < 450) rows.push({ id: `x${rows.length}`, type: 'message', text: `${rows.length}` });
      const { body } = await activities(opened);
      expect([body.activities.length, body.watermark]).toEqual([450, '450']);
    });
  });

  describe('who may do what', () => {
    it('lets each token into its own conversation only', async () => {
      const opened = await Promise.all(Array.from({ length: 6 }, () => world.newConversation()));
      const calls: [string, CallOptions][] = [
        ['', {}],
        ['/activities', {}],
        ['/activities', { json: { type: 'message', text: 'x' } }],
        ['/upload', { json: {} }],
      ];
      const cases = opened.flatMap((holder) =>
        opened.flatMap((target) => calls.map(([path, options]) => ({ holder, target, path, options }))),
      );
      const statuses: Record<string, number> = {};
      for (const { holder, target, path, options } of cases) {
        const { status } = await world.call(`${CONVERSATIONS}/${target.conversationId}${path}`, { ...options, token: holder.token });
        const key = `${holder === target ? 'own' : 'other'} ${status}`;
        statuses[key] = (statuses[key] ?? 0) + 1;
      }
      expect(statuses).toEqual({ 'other 403': 120, 'own 200': 18, 'own 415': 6 });
      await world.local.whenIdle();
    });

    it.each([
      ['no token', undefined, 401],
      ['an empty token', '', 401],
      ['a word', 'word', 403],
      [
        'alg none',
        `${base64({ alg: 'none' })}.${base64({ conv: 'x', user: 'dl_x', site: 'demo', use: 'token', start: 1, exp: 9e9 })}.`,
        403,
      ],
    ])('refuses %s', async (_, token, status) => {
      for (const [path, options] of [
        [CONVERSATIONS, { method: 'POST' }],
        ['/v3/directline/tokens/refresh', { method: 'POST' }],
        [`${CONVERSATIONS}/x`, {}],
        [`${CONVERSATIONS}/x/activities`, {}],
        [`${CONVERSATIONS}/x/activities`, { json: { type: 'message' } }],
      ] as const) {
        const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
        expect((await world.call(path, { ...options, headers })).status).toBe(status);
      }
    });

    it('does not take a token out of the address', async () => {
      const { token, conversationId } = await world.newConversation();
      expect((await world.call(`${CONVERSATIONS}/${conversationId}?t=${token}&token=${token}`)).status).toBe(401);
    });
  });

  it('keeps tokens, tickets and texts out of the log', async () => {
    const opened = await world.newConversation();
    await world.post(opened, { type: 'message', text: 'canary of the enquirer' });
    await world.texts(opened);
    expect(world.logged()).toContain('/v3/directline/conversations/:id/activities');
    for (const secret of [opened.token, opened.conversationId, 'canary', 'eyJ']) expect(world.logged()).not.toContain(secret);
  });

  itWithCorpus('answers in the shapes of the official description', ['botframework', 'directline-3.0.json'], async (file) => {
    const { definitions } = JSON.parse(await readFile(file, 'utf8'));
    const ajv = new Ajv04({ strict: false, validateFormats: false });
    ajv.addSchema({ id: 'dl', definitions });
    const check = (name: string, value: unknown) => {
      const validate = ajv.compile({ $ref: `dl#/definitions/${name}` });
      expect({ name, errors: validate(value) ? [] : validate.errors }).toEqual({ name, errors: [] });
    };
    const opened = await world.newConversation();
    check('Conversation', opened);
    check('Conversation', await world.newToken());
    check('ResourceResponse', (await world.post(opened, { type: 'message', text: 'x' })).body);
    await world.local.whenIdle();
    check('ActivitySet', (await activities(opened)).body);
    check('ErrorResponse', (await world.call(`${CONVERSATIONS}/x`)).body);
  });
});

describe('Direct Line under its limits', () => {
  it('answers 429 with Retry-After to POSTs only', async () => {
    const pace = { burst: 3, perSecond: 1 };
    const world = await openWorld({ server: { limits: { tokens: pace, activities: pace } } });
    try {
      const opened = await world.newConversation();
      const posts = await Promise.all(Array.from({ length: 5 }, (_, n) => world.post(opened, { type: 'message', text: `${n}` })));
      expect(posts.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
      expect(posts.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('1');
      for (let n = 0; n < 10; n += 1)
        expect((await world.call(`${CONVERSATIONS}/${opened.conversationId}/activities`, opened)).status).toBe(200);
      const tokens = await Promise.all(
        Array.from({ length: 4 }, (_, n) =>
          world.call(GENERATE, { json: { site: 'demo' }, headers: { 'x-forwarded-for': `10.0.0.${n}` } }),
        ),
      );
      expect(tokens.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
    } finally {
      await world.close();
    }
  });
});

describe('tokens over time', () => {
  it('are refreshed while they are valid, for a day, and then end', async () => {
    let now = Date.now();
    const world = await openWorld({ server: { now: () => now } });
    try {
      const opened = await world.newConversation();
      const refresh = (token: string) => world.call('/v3/directline/tokens/refresh', { token, method: 'POST' });
      let { token } = opened;
      for (let hour = 0; hour < 25; hour += 0.5) {
        now += 1_800_000;
        const answer = await refresh(token);
        if (hour < 23) expect(answer.status).toBe(200);
        if (answer.status !== 200) break;
        expect(answer.body.conversationId).toBe(opened.conversationId);
        token = answer.body.token;
      }
      expect((await refresh(token)).status).toBe(403);
      expect((await refresh(opened.token)).status).toBe(403);
      expect((await world.call(`${CONVERSATIONS}/${opened.conversationId}/activities`, { token })).status).toBe(403);
    } finally {
      await world.close();
    }
  });
});

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
