import type { Activity, ConversationReference } from 'botbuilder';
import { findKeptId, PonteAdapter } from '../../src/channels/adapter';

const TEAMS = {
  appId: '11111111-2222-4333-8444-555555555555',
  appPassword: 'a password of tests',
  tenantId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
};
const LOCAL = {
  type: 'message',
  id: 'conv-a|0000001',
  text: 'hello',
  serviceUrl: 'urn:ponte:local',
  channelId: 'directline',
  conversation: { id: 'conv-a' },
  from: { id: 'dl_a' },
  recipient: { id: 'ponte' },
} as unknown as Activity;

function withSink(adapter: PonteAdapter) {
  const delivered: { conversation: string; text: string | undefined; id: string | undefined }[] = [];
  adapter.attach({
    async deliver(conversation, activity) {
      delivered.push({ conversation, text: activity.text, id: findKeptId(activity) });
      return { id: findKeptId(activity) ?? 'made' };
    },
  });
  return delivered;
}

describe.each([
  ['without', {}],
  ['with', { teams: TEAMS }],
])('the adapter %s Teams settings', (_, options) => {
  it('runs a local turn and delivers replies here, with the ids the bot gave', async () => {
    const adapter = new PonteAdapter(options);
    const delivered = withSink(adapter);
    await adapter.runLocal(LOCAL, async (context) => {
      await context.sendActivities([{ type: 'message', text: 'one', id: 'r1' }]);
      const response = await context.sendActivity({ type: 'message', text: 'two', id: 'r2' });
      expect(response?.id).toBe('r2');
      await context.sendActivity('three');
      await context.sendActivity({ type: 'trace', name: 'not for anybody' });
    });
    expect(delivered).toEqual([
      { conversation: 'conv-a', text: 'one', id: 'r1' },
      { conversation: 'conv-a', text: 'two', id: 'r2' },
      { conversation: 'conv-a', text: 'three', id: undefined },
    ]);
  });

  it('continues a local conversation without the network', async () => {
    const adapter = new PonteAdapter(options);
    const delivered = withSink(adapter);
    const reference = { serviceUrl: 'urn:ponte:local', channelId: 'directline', conversation: { id: 'conv-a' } } as ConversationReference;
    await adapter.continueConversation(reference, async (context) => void (await context.sendActivity({ text: 'reminder', id: 'p1' })));
    expect(delivered).toEqual([{ conversation: 'conv-a', text: 'reminder', id: 'p1' }]);
  });

  it('throws what the bot threw', async () => {
    const adapter = new PonteAdapter(options);
    withSink(adapter);
    const fault = new RangeError('of the bot');
    await expect(adapter.runLocal(LOCAL, async () => Promise.reject(fault))).rejects.toBe(fault);
  });

  it('never continues a conversation at an address that is not trusted', async () => {
    const adapter = new PonteAdapter(options);
    const reached: string[] = [];
    const reference = (serviceUrl: string) => ({ serviceUrl, channelId: 'msteams', conversation: { id: 'x' } }) as ConversationReference;
    for (const url of ['https://evil.example/', 'http://127.0.0.1:1/', 'https://169.254.169.254/'])
      await expect(adapter.continueConversation(reference(url), async () => void reached.push(url))).rejects.toThrow(RangeError);
    expect(reached).toEqual([]);
  });

  it('takes no local address from outside', async () => {
    const adapter = new PonteAdapter(options);
    await expect(adapter.authenticate(LOCAL, 'Bearer x')).rejects.toMatchObject({ statusCode: 401 });
  });
});

describe('the adapter without Teams settings', () => {
  it('continues no conversation of Teams', async () => {
    const adapter = new PonteAdapter({});
    const reference = { serviceUrl: 'https://smba.trafficmanager.net/emea/', conversation: { id: 'x' } } as ConversationReference;
    await expect(adapter.continueConversation(reference, async () => undefined)).rejects.toThrow(RangeError);
  });
});
