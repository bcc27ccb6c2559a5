/** Somebody who talks with Ponte over Direct Line: posts by HTTP, hears over a web socket, and comes back after a break. */
import { WebSocket } from 'ws';
import type { Requests } from './requests';

/** What a client reads of an activity. */
export interface Heard {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly from?: { readonly id?: string };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly ponte?: { readonly outcome?: string; readonly asks?: string; readonly referral?: string };
  };
  readonly suggestedActions?: { readonly actions: readonly { readonly value: string }[] };
}

const LINE = '/v3/directline';

export const isReply = (activity: Heard): boolean => activity.type === 'message' && activity.from?.id === 'ponte';

export class Enquirer {
  readonly #address: () => string;
  readonly #requests: Requests;
  readonly #locale: string;
  readonly #waiting = new Map<string, (reply: Heard) => void>();
  /** Replies that were faster than the answer to the POST. */
  readonly #early = new Map<string, Heard>();
  #conversation = '';
  #token = '';
  #watermark = '';
  #hasBegun = false;
  #socket: WebSocket | undefined;
  /** Called with each activity of the transcript, in order. */
  onHeard: (activity: Heard) => void = () => undefined;

  /** `address`: where the server is now, such as http://127.0.0.1:3978. */
  constructor(address: () => string, requests: Requests, locale = 'en') {
    this.#address = address;
    this.#requests = requests;
    this.#locale = locale;
  }

  /** Begins the conversation, or goes on after the last activity heard. Rejects when the server is not there; ask again then. */
  async connect(): Promise<void> {
    if (this.#token === '') {
      const issued = await this.#call('/tokens/generate', { site: 'demo', locale: this.#locale });
      this.#conversation = String(issued.conversationId);
      this.#token = String(issued.token);
    }
    const resumed = `/conversations/${this.#conversation}?watermark=${this.#watermark}`;
    const opened = this.#hasBegun ? await this.#call(resumed) : await this.#call('/conversations', { locale: this.#locale });
    this.#hasBegun = true;
    await this.#listen(String(opened.streamUrl));
  }

  /** Resolves when the stream has ended. */
  async whenCut(): Promise<void> {
    const socket = this.#socket;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    await new Promise((resolve) => socket.once('close', resolve));
  }

  /** Gives the id under which the message was taken. Rejects when that is not known. */
  async post(text: string, clientActivityID?: string): Promise<string> {
    const activity = { type: 'message', text, locale: this.#locale, ...(clientActivityID && { channelData: { clientActivityID } }) };
    return String((await this.#call(`/conversations/${this.#conversation}/activities`, activity)).id);
  }

  /** The first reply to a message. Waits for ever: whoever asks has a deadline of their own. */
  replyTo(id: string): Promise<Heard> {
    const early = this.#early.get(id);
    this.#early.delete(id);
    if (early) return Promise.resolve(early);
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  async ask(text: string): Promise<Heard> {
    return this.replyTo(await this.post(text));
  }

  /** The whole transcript, by polling. */
  async readTranscript(): Promise<readonly Heard[]> {
    return (await this.#call(`/conversations/${this.#conversation}/activities`)).activities as Heard[];
  }

  leave(): void {
    this.#socket?.terminate();
  }

  async #call(path: string, json?: unknown): Promise<Record<string, unknown>> {
    const options = { ...(this.#token !== '' && { token: this.#token }), ...(json !== undefined && { json }) };
    const { status, body } = await this.#requests.send(this.#address() + LINE + path, options);
    if (status >= 300 || typeof body !== 'object' || body === null) throw new Error(`${path} was answered with ${status}`);
    return body as Record<string, unknown>;
  }

  #listen(url: string): Promise<void> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(JSON.parse(String(data))));
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.on('error', reject);
    });
  }

  #hear({ activities, watermark }: { activities: readonly Heard[]; watermark?: string }): void {
    // Without a watermark it is typing, which no transcript keeps.
    if (watermark === undefined) return;
    this.#watermark = watermark;
    for (const activity of activities) {
      this.onHeard(activity);
      if (isReply(activity) && activity.replyToId !== undefined) this.#settle(activity.replyToId, activity);
    }
  }

  #settle(asked: string, reply: Heard): void {
    const waiting = this.#waiting.get(asked);
    if (waiting) this.#waiting.delete(asked);
    // A second reply to the same message is nobody's first.
    else if (reply.id.endsWith('.r1')) this.#early.set(asked, reply);
    waiting?.(reply);
  }
}
