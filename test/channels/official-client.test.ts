import { ConnectionStatus, type OfficialClient, openOfficialClient } from './support/official-client';
import { openWorld, type World } from './support/world';

/** botframework-directlinejs 0.15.8 against a running server. */
describe.each([
  ['web sockets', true],
  ['polling', false],
])('the official client over %s', (_, webSocket) => {
  let world: World;
  const clients: OfficialClient[] = [];
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.end();
    await world.close();
  });
  const open = async (given: { token?: string; conversationId?: string; watermark?: string } = {}) => {
    const token = given.token ?? (await world.newToken()).token;
    const client = openOfficialClient({ domain: `${world.url}/v3/directline`, webSocket, ...given, token });
    clients.push(client);
    return { client, token };
  };

  it('is greeted, and hears itself and the answer, each once and in order', async () => {
    const { client } = await open();
    await client.until((texts) => texts.includes('welcome'));
    for (const text of ['one', 'two', 'twice']) {
      expect(await client.say(text)).toMatch(/\|\d+$/);
      await client.until((texts) => texts.at(-1)?.startsWith('echo') ?? false);
    }
    await client.until((texts) => texts.includes('echo: again'));
    expect(client.texts).toEqual(['welcome', 'one', 'echo: one', 'two', 'echo: two', 'twice', 'echo: twice', 'echo: again']);
    expect(client.line.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
  });

  it('gets its own client id back, so that it can mark the message as sent', async () => {
    const { client } = await open();
    await client.until((texts) => texts.includes('welcome'));
    await client.say('hello', 'mine-1');
    await client.until((texts) => texts.includes('echo: hello'));
    expect(client.clientIds).toContain('mine-1');
  });

  it('comes back after a reload and is shown everything once', async () => {
    const { client, token } = await open();
    await client.until((texts) => texts.includes('welcome'));
    await client.say('before');
    await client.until((texts) => texts.includes('echo: before'));
    const conversationId = (client.line as unknown as { conversationId: string }).conversationId;
    client.end();
    const again = await open({ token, conversationId });
    await again.client.until((texts) => texts.includes('echo: before'));
    await again.client.say('after');
    await again.client.until((texts) => texts.includes('echo: after'));
    expect(again.client.texts).toEqual(['welcome', 'before', 'echo: before', 'after', 'echo: after']);
    expect(world.bot.heard.filter(({ type }) => type === 'conversationUpdate')).toHaveLength(1);
  });

  it('is told that its token is not valid', async () => {
    const { client } = await open({ token: 'x.y.z', conversationId: 'none' });
    const status = await new Promise((resolve) => {
      client.line.connectionStatus$.subscribe((now: number) => now > ConnectionStatus.Online && resolve(now));
    });
    expect(status).toBe(ConnectionStatus.FailedToConnect);
  });

  it('sends Greek, bridges and line ends to the letter', async () => {
    const { client } = await open();
    await client.until((texts) => texts.includes('welcome'));
    const text = 'Καλημέρα \u{1f309}\n«ναι»\u202e';
    await client.say(text);
    await client.until((texts) => texts.includes(`echo: ${text}`));
  });
});
