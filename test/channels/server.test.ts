import { nothingKept } from './support/memory-stores';
import { openWorld } from './support/world';

describe('the server', () => {
  it('lets a turn finish before it stops, and takes no more connections meanwhile', async () => {
    const world = await openWorld();
    const opened = await world.newConversation();
    world.bot.onTurn = () => new Promise((resolve) => setTimeout(resolve, 300));
    await world.post(opened, { type: 'message', text: 'hello' });
    const closing = world.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(world.call('/healthz')).rejects.toThrow();
    await closing;
    expect((world.kept.rows.get(opened.conversationId) ?? []).map(({ text }) => text)).toEqual(['welcome', 'hello', 'echo: hello']);
  });

  it('answers after a restart what was accepted before a kill, and old tokens still open it', async () => {
    const kept = nothingKept();
    const first = await openWorld({ kept });
    const opened = await first.newConversation();
    let revive: () => void = () => undefined;
    first.bot.onTurn = () => new Promise((resolve) => (revive = resolve));
    await first.post(opened, { type: 'message', text: 'hello' });
    // The first process is as good as dead: its turn does not end.
    const second = await openWorld({ kept });
    expect(await second.texts(opened)).toEqual(['welcome', 'hello', 'echo: hello']);
    await second.close();
    revive();
    await first.close();
    expect(kept.rows.get(opened.conversationId)).toHaveLength(3);
  });

  it('does not start with a secret too short to sign with', async () => {
    await expect(openWorld({ server: { tokenSecret: 'short' } })).rejects.toMatchObject({ code: 'CONFIG_INVALID', where: 'TOKEN_SECRET' });
  });

  it('names a port in use', async () => {
    const first = await openWorld();
    const http = { port: first.server.port, host: '127.0.0.1' };
    await expect(openWorld({ server: { http } })).rejects.toMatchObject({ code: 'PORT_IN_USE', where: `127.0.0.1:${http.port}` });
    await first.close();
  });

  it('builds stream addresses from the public address when it has one', async () => {
    const world = await openWorld({ server: { http: { port: 0, host: '127.0.0.1', publicUrl: 'https://ponte.example/bot' } } });
    const { streamUrl } = await world.newConversation();
    expect(streamUrl).toMatch(/^wss:\/\/ponte\.example\/bot\/v3\/directline\/conversations\/[\w-]+\/stream\?/);
    await world.close();
  });
});
