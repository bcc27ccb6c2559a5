import { WebSocket } from 'ws';
import { rawRequest, statusOf } from './support/raw-request';
import { aSite, HOST_PAGE, type Opened, openWorld, type World } from './support/world';

interface Heard {
  readonly socket: WebSocket;
  readonly frames: { activities: { id: string; type: string; text?: string }[]; watermark?: string }[];
  texts(): (string | undefined)[];
  /** Close code. */
  readonly closed: Promise<number>;
}

/** Opens a stream, or gives the HTTP status it is refused with. */
function listen(url: string, origin?: string): Promise<Heard | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { ...(origin !== undefined && { origin }) });
    const frames: Heard['frames'] = [];
    const closed = new Promise<number>((done) => socket.on('close', done));
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    const texts = () => frames.flatMap(({ activities }) => activities.map(({ text }) => text));
    socket.on('open', () => resolve({ socket, frames, texts, closed }));
  });
}

async function until(isSo: () => boolean): Promise<void> {
  for (let n = 0; n < 400; n += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not happen within four seconds');
}

describe('the stream', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ sites: [aSite(), aSite({ id: 'other', allowedOrigins: ['https://other.example'] })] });
  });
  afterEach(() => world.close());

  const ticketOf = async (opened: Opened, watermark = ''): Promise<string> =>
    (await world.call(`/v3/directline/conversations/${opened.conversationId}?watermark=${watermark}`, opened)).body.streamUrl;
  const heard = async (opened: Opened, watermark = ''): Promise<Heard> => {
    const result = await listen(await ticketOf(opened, watermark));
    if (typeof result === 'number') throw new Error(`refused with ${result}`);
    return result;
  };

  it('tells the past from the watermark on, then what comes, each once', async () => {
    const opened = await world.newConversation();
    await world.post(opened, { type: 'message', text: 'one' });
    await world.texts(opened);
    const all = await heard(opened);
    const some = await heard(opened, '2');
    await world.post(opened, { type: 'message', text: 'two' });
    await until(() => all.texts().includes('echo: two') && some.texts().includes('echo: two'));
    expect(all.texts()).toEqual(['welcome', 'one', 'echo: one', 'two', 'echo: two']);
    expect(some.texts()).toEqual(['echo: one', 'two', 'echo: two']);
    expect(all.frames.at(-1)?.watermark).toBe('5');
  });

  it('has no gap and nothing twice, wherever it breaks', async () => {
    const opened = await world.newConversation();
    const seen: string[] = [];
    let watermark = '';
    let isOver = false;
    const following = (async () => {
      while (!isOver || seen.length < 61) {
        const stream = await heard(opened, watermark);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 25));
        stream.socket.close();
        await stream.closed;
        for (const frame of stream.frames) {
          seen.push(...frame.activities.map(({ id }) => id));
          watermark = frame.watermark ?? watermark;
        }
      }
    })();
    for (let n = 0; n < 30; n += 1) {
      await world.post(opened, { type: 'message', text: `m${n}` });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await world.local.whenIdle();
    isOver = true;
    await following;
    const rows = (world.kept.rows.get(opened.conversationId) ?? []).map(({ id }) => id);
    expect(seen).toEqual(rows);
  });

  it('shows typing without a watermark, and does not keep it', async () => {
    const opened = await world.newConversation();
    const stream = await heard(opened);
    await world.post(opened, { type: 'message', text: 'slow' });
    await until(() => stream.texts().includes('echo: slow'));
    const typing = stream.frames.find(({ activities }) => activities[0]?.type === 'typing');
    expect(typing).toBeDefined();
    expect(typing).not.toHaveProperty('watermark');
    expect(await world.texts(opened)).toEqual(['welcome', 'slow', 'echo: slow']);
  });

  it('replays a transcript of many pages', async () => {
    const opened = await world.newConversation();
    const rows = world.kept.rows.get(opened.conversationId) ?? [];
    while (rows.length < 450) rows.push({ id: `x${rows.length}`, type: 'message', text: `${rows.length}` });
    const stream = await heard(opened);
    await until(() => stream.texts().length === 450);
    expect(stream.frames.map(({ watermark }) => watermark)).toEqual(['200', '400', '450']);
  });

  it('is opened by a ticket once, for its own conversation, and by nothing else', async () => {
    const [a, b] = [await world.newConversation(), await world.newConversation()];
    const used = await ticketOf(a);
    expect(await listen(used)).toMatchObject({ frames: expect.anything() });
    expect(await listen(used)).toBe(403);
    const ofA = new URL(await ticketOf(a)).searchParams.get('t') ?? '';
    const path = (id: string, t: string) => `${world.url.replace('http', 'ws')}/v3/directline/conversations/${id}/stream?t=${t}`;
    expect(await listen(path(b.conversationId, ofA))).toBe(403);
    expect(await listen(path(a.conversationId, a.token))).toBe(403);
    expect(await listen(path(a.conversationId, ''))).toBe(403);
    expect(await listen(`${world.url.replace('http', 'ws')}/elsewhere?t=${ofA}`)).toBe(404);
    expect(await listen(`${world.url.replace('http', 'ws')}//[?t=${ofA}`)).toBe(404);
  });

  it('is not opened with a bad watermark', async () => {
    const address = new URL(await ticketOf(await world.newConversation()));
    address.searchParams.set('watermark', '-5');
    expect(await listen(address.href)).toBe(400);
  });

  it('is opened for pages of the site and of the server, for no other', async () => {
    const opened = await world.newConversation();
    expect(await listen(await ticketOf(opened), HOST_PAGE)).toMatchObject({ frames: expect.anything() });
    expect(await listen(await ticketOf(opened), world.url)).toMatchObject({ frames: expect.anything() });
    expect(await listen(await ticketOf(opened), 'https://other.example')).toBe(403);
    expect(await listen(await ticketOf(opened), 'null')).toBe(403);
  });

  it('ignores what clients send, and ends with one that sends 64 KB and more', async () => {
    const opened = await world.newConversation();
    const stream = await heard(opened);
    for (const frame of ['', 'text', '{"type":"message"}']) stream.socket.send(frame);
    stream.socket.send(Buffer.from([1, 2, 3]), { binary: true });
    await world.post(opened, { type: 'message', text: 'still here' });
    await until(() => stream.texts().includes('echo: still here'));
    stream.socket.send('x'.repeat(64 * 1024 + 1));
    expect(await stream.closed).toBe(1009);
    expect((await world.call('/healthz')).status).toBe(200);
  });

  it('keeps ten sockets of a conversation, and lets the oldest go', async () => {
    const opened = await world.newConversation();
    const streams: Heard[] = [];
    for (let n = 0; n < 12; n += 1) streams.push(await heard(opened));
    expect(await Promise.all(streams.slice(0, 2).map(({ closed }) => closed))).toEqual([1008, 1008]);
    expect(streams.slice(2).every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
  });

  it('survives broken handshakes', async () => {
    const opened = await world.newConversation();
    const address = new URL(await ticketOf(opened));
    const path = `${address.pathname}${address.search}`;
    const port = Number(address.port);
    const without = `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    expect(statusOf(await rawRequest(port, without, 500))).toBe(400);
    const other = `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`;
    expect(statusOf(await rawRequest(port, other, 500))).not.toBe(101);
    expect((await world.call('/healthz')).status).toBe(200);
  });

  it('tells its clients to come back when the server stops', async () => {
    const stream = await heard(await world.newConversation());
    const begun = Date.now();
    await world.server.close();
    expect(await stream.closed).toBe(1012);
    expect(Date.now() - begun).toBeLessThan(2000);
  });
});
