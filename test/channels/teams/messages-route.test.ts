import { createHmac } from 'node:crypto';
import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { openWorld, type World } from '../support/world';

const TEAMS = {
  appId: '11111111-2222-4333-8444-555555555555',
  appPassword: 'a password of tests',
  tenantId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
};
const MESSAGE = {
  type: 'message',
  id: '1700000000000',
  timestamp: '2026-03-01T10:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:a', name: 'Ana', aadObjectId: 'x' },
  conversation: { id: 'a:teams-1', tenantId: TEAMS.tenantId, conversationType: 'personal' },
  recipient: { id: '28:bot', name: 'Ponte' },
  text: 'hello',
  textFormat: null,
  locale: 'sl-SI',
  channelData: { tenant: { id: TEAMS.tenantId } },
  deliveryMode: 'expectReplies',
};

/** A cloud that authenticates as told and posts replies into a list. */
class FakeCloud extends BotFrameworkAuthentication {
  readonly posted: { serviceUrl: string; text: string | undefined }[] = [];
  answer: () => Promise<void> = async () => undefined;

  override async authenticateRequest(_: Activity, header: string): Promise<AuthenticateRequestResult> {
    await this.answer();
    if (header !== 'Bearer good') throw new AuthenticationError('canary: bad token', 401);
    const claimsIdentity = new ClaimsIdentity([{ type: 'aud', value: TEAMS.appId }], true);
    return { audience: 'x', claimsIdentity, connectorFactory: this.createConnectorFactory() };
  }
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new Error('not used');
  }
  override createConnectorFactory(): ConnectorFactory {
    const { posted } = this;
    return new (class extends ConnectorFactory {
      override async create(serviceUrl: string): Promise<ConnectorClient> {
        const send = async (_id: string, ...rest: (string | Partial<Activity>)[]) => {
          posted.push({ serviceUrl, text: (rest.at(-1) as Partial<Activity>).text });
          return { id: 'sent' };
        };
        return { conversations: { sendToConversation: send, replyToActivity: send } } as unknown as ConnectorClient;
      }
    })();
  }
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }
}

describe('/api/messages', () => {
  it('is not there without an app id', async () => {
    const world = await openWorld();
    expect((await world.call('/api/messages', { json: MESSAGE })).status).toBe(404);
    expect((await world.call('/api/messages')).status).toBe(404);
    expect(world.bot.heard).toEqual([]);
    await world.close();
  });

  describe('with an app id and the real authentication', () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({ adapter: { teams: TEAMS } });
    });
    afterAll(() => world.close());
    const post = (activity: unknown, authorization?: string) =>
      world.call('/api/messages', { json: activity, ...(authorization !== undefined && { headers: { authorization } }) });

    it('lets local turns work as before', async () => {
      const opened = await world.newConversation();
      await world.post(opened, { type: 'message', text: 'hello' });
      expect(await world.texts(opened)).toEqual(['welcome', 'hello', 'echo: hello']);
    });

    const jwt = (header: object, claims: object, key = 'x') => {
      const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      return `Bearer ${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
    };

    it.each([
      ['no token', undefined],
      ['a word', 'Bearer word'],
      ['another scheme', 'Basic eDp5'],
      ['a token of another issuer', jwt({ alg: 'HS256', kid: 'x' }, { iss: 'https://evil.example', aud: TEAMS.appId })],
      ['a token without issuer', jwt({ alg: 'none' }, { aud: TEAMS.appId })],
    ])('refuses %s with 401', async (_, authorization) => {
      const before = world.bot.heard.length;
      const answer = await post(MESSAGE, authorization);
      expect([answer.status, answer.body.error.code]).toEqual([401, 'Unauthorised']);
      expect(world.bot.heard).toHaveLength(before);
    });

    it.each(['urn:ponte:local', 'http://169.254.169.254/', 'https://evil.example/', 'https://smba.trafficmanager.net.evil.example/'])(
      'refuses the service URL %s with 401',
      async (serviceUrl) => expect((await post({ ...MESSAGE, serviceUrl }, 'Bearer x')).status).toBe(401),
    );
  });

  describe('behind a cloud that answers', () => {
    let world: World;
    let cloud: FakeCloud;
    beforeEach(async () => {
      cloud = new FakeCloud();
      world = await openWorld({ adapter: { teams: TEAMS, cloud } });
    });
    afterEach(() => world.close());
    const post = (activity: unknown, authorization = 'Bearer good') =>
      world.call('/api/messages', { json: activity, headers: { authorization } });

    it('brings a message to the bot and the reply to the service URL', async () => {
      expect((await post(MESSAGE)).status).toBe(200);
      expect(world.bot.heard[0]).toMatchObject({ text: 'hello', locale: 'sl-SI', channelId: 'msteams', timestamp: expect.any(Date) });
      expect(world.bot.heard[0]).not.toHaveProperty('deliveryMode');
      expect(cloud.posted).toEqual([{ serviceUrl: MESSAGE.serviceUrl, text: 'echo: hello' }]);
    });

    it('runs the turns of one conversation one at a time', async () => {
      let running = 0;
      let most = 0;
      world.bot.onTurn = async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 10));
        running -= 1;
      };
      const other = { ...MESSAGE, conversation: { id: 'a:teams-2' } };
      const all = [MESSAGE, MESSAGE, MESSAGE].map((message) => post(message));
      expect((await Promise.all(all)).map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(most).toBe(1);
      await Promise.all([post(MESSAGE), post(other)]);
      expect(most).toBe(2);
    });

    it.each<[string, unknown]>([
      ['{}', {}],
      ['a list', []],
      ['type 1', { ...MESSAGE, type: 1 }],
      ['from null', { ...MESSAGE, from: null }],
      ['serviceUrl {}', { ...MESSAGE, serviceUrl: {} }],
      ['no service URL', { ...MESSAGE, serviceUrl: undefined }],
      ['text {}', { ...MESSAGE, text: { a: 1 } }],
      ['attachments "x"', { ...MESSAGE, attachments: 'x' }],
      ['conversation without id', { ...MESSAGE, conversation: {} }],
      ['a timestamp that is none', { ...MESSAGE, timestamp: 'yesterday' }],
      ['entities {}', { ...MESSAGE, entities: {} }],
      ['membersAdded with a number', { ...MESSAGE, membersAdded: [7] }],
    ])('refuses %s with 400 before it asks who it is', async (_, activity) => {
      expect((await post(activity, 'Bearer bad')).status).toBe(400);
      expect(world.bot.heard).toEqual([]);
    });

    it('refuses an address that is not trusted, whatever the token says', async () => {
      for (const serviceUrl of ['https://evil.example/', 'http://smba.trafficmanager.net/', 'urn:ponte:local'])
        expect((await post({ ...MESSAGE, serviceUrl })).status).toBe(401);
      expect([world.bot.heard, cloud.posted]).toEqual([[], []]);
    });

    it('refuses a bad token with 401 and no word of why', async () => {
      const answer = await post(MESSAGE, 'Bearer bad');
      expect(answer.status).toBe(401);
      expect(answer.text).not.toContain('canary');
    });

    it.each([
      [
        'a network that is down',
        Object.assign(new Error('canary: getaddrinfo login.botframework.com'), { name: 'FetchError', code: 'ENOTFOUND' }),
      ],
      ['signing keys that cannot be read', new AuthenticationError('canary: Failed to load Keys', 500)],
    ])('answers %s with 503 and when to come again', async (_, error) => {
      cloud.answer = () => Promise.reject(error);
      const answer = await post(MESSAGE);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
      expect(answer.text).not.toMatch(/canary|botframework/);
      expect(world.logged()).toContain('bot framework authentication');
      expect(world.logged()).not.toContain('canary');
    });

    it('takes the errors of jsonwebtoken for forgeries', async () => {
      for (const name of ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']) {
        cloud.answer = () => Promise.reject(Object.assign(new Error('canary'), { name }));
        expect((await post(MESSAGE)).status).toBe(401);
      }
    });

    it('answers a turn that fails with 500 and no word of why', async () => {
      world.bot.onTurn = () => {
        throw new RangeError('canary of the bot');
      };
      const answer = await post(MESSAGE);
      expect(answer.status).toBe(500);
      expect(answer.text + world.logged()).not.toContain('canary');
    });

    it('answers an invoke with what the bot answered, else with 501', async () => {
      expect((await post({ ...MESSAGE, type: 'invoke', name: 'task/fetch' })).status).toBe(501);
      world.bot.onTurn = async (context) =>
        void (await context.sendActivity({ type: 'invokeResponse', value: { status: 202, body: { done: true } } }));
      const answer = await post({ ...MESSAGE, type: 'invoke', name: 'task/fetch' });
      expect([answer.status, answer.body]).toEqual([202, { done: true }]);
    });
  });
});
