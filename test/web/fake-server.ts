import type { SocketLike } from '../../src/web/stream';
import type { Fetch } from '../../src/web/wire';

/** A Direct Line server in memory: one conversation, refusing or failing as a test wishes. */
export class FakeServer {
  readonly requests: string[] = [];
  readonly posted: unknown[] = [];
  readonly sockets: FakeSocket[] = [];
  private readonly log: Record<string, unknown>[] = [];
  /** Statuses for the next requests whose line contains the key; 0 is a network that gives nothing back. */
  readonly refusals: { on: string; status: number; headers?: Record<string, string> }[] = [];
  /** Sockets get through. */
  opensSockets = true;
  streamUrl: string | undefined = 'ws://elsewhere/stream';

  readonly fetch: Fetch = async (url, { method, body, headers }) => {
    const line = `${method} ${url.replace('/v3/directline', '')}`;
    this.requests.push(line);
    const index = this.refusals.findIndex(({ on }) => line.includes(on));
    const refusal = index < 0 ? undefined : this.refusals.splice(index, 1)[0];
    if (refusal?.status === 0) throw new TypeError('network');
    if (refusal) return { ok: false, status: refusal.status, headers: new Headers(refusal.headers), json: async () => ({}) };
    return { ok: true, status: 200, headers: new Headers(), json: async () => this.answer(line, body, headers.authorization) };
  };

  readonly openSocket = (url: string): SocketLike => {
    const socket = new FakeSocket(url);
    this.sockets.push(socket);
    setImmediate(() => (this.opensSockets ? socket.open() : socket.close()));
    return socket;
  };

  /** The bot says something. */
  speak(text: string): void {
    const seq = this.log.length + 1;
    const activity = { type: 'message', id: `c|${seq}`, text, from: { role: 'bot' } };
    this.log.push(activity);
    this.sockets[this.sockets.length - 1]?.receive({ activities: [activity], watermark: String(seq) });
  }

  /** Sends everything since a watermark, as a server does when a socket opens. */
  replay(from: number): void {
    this.sockets[this.sockets.length - 1]?.receive({ activities: this.log.slice(from), watermark: String(this.log.length) });
  }

  private answer(line: string, body: string | undefined, authorization: string | undefined): unknown {
    if (line.includes('/tokens/generate')) return { token: 'fresh', conversationId: 'c' };
    if (line.includes('/tokens/refresh')) return { token: 'refreshed' };
    if (line.includes('/activities?')) return this.since(Number(line.split('watermark=')[1]) || 0);
    if (line.includes('/activities')) {
      this.posted.push(JSON.parse(body ?? 'null'));
      return { id: 'x' };
    }
    return { conversationId: 'c', token: authorization?.replace('Bearer ', '') ?? '', streamUrl: this.streamUrl };
  }

  private since(watermark: number): unknown {
    return { activities: this.log.slice(watermark), watermark: String(this.log.length) };
  }
}

class FakeSocket implements SocketLike {
  readonly url: string;
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  readonly sent: string[] = [];
  isClosed = false;

  constructor(url: string) {
    this.url = url;
  }

  open(): void {
    if (!this.isClosed) this.onopen?.(undefined as never);
  }

  receive(frame: unknown): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }

  send(data: string): void {
    this.sent.push(data);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.onclose?.(undefined as never);
  }
}
