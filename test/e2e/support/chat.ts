/** A conversation over plain HTTP, for messages that no proper client would send. */
import { setTimeout as wait } from 'node:timers/promises';
import { isFromBot, type Reply } from './replies';

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the body of any route
  readonly body: any;
  readonly text: string;
}

export interface Sending {
  readonly token?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

const DIRECT_LINE = '/v3/directline';
const HEARS_WITHIN_MS = 20_000;
const LOOK_MS = 25;

/** GET, or POST when there is something to send. */
export async function call(url: string, { token, json, body, headers }: Sending = {}): Promise<Answered> {
  const sent = json === undefined ? body : JSON.stringify(json);
  const answer = await fetch(url, {
    method: sent === undefined ? 'GET' : 'POST',
    headers: {
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export class Chat {
  readonly token: string;
  readonly id: string;
  readonly #base: string;

  /** `base` is the server's address; the conversation has begun and was greeted. */
  static async open(base: string, locale: string): Promise<Chat> {
    const { token } = (await call(`${base}${DIRECT_LINE}/tokens/generate`, { json: { site: 'demo', locale } })).body;
    const { conversationId } = (await call(`${base}${DIRECT_LINE}/conversations`, { token, json: {} })).body;
    const chat = new Chat(base, conversationId, token);
    await chat.until(isFromBot);
    return chat;
  }

  constructor(base: string, id: string, token: string) {
    this.#base = base;
    this.id = id;
    this.token = token;
  }

  /** Address of this conversation's activities. */
  get activities(): string {
    return `${this.#base}${DIRECT_LINE}/conversations/${this.id}/activities`;
  }

  post(activity: unknown): Promise<Answered> {
    return call(this.activities, { token: this.token, json: activity });
  }

  async transcript(): Promise<readonly Reply[]> {
    return (await call(this.activities, { token: this.token })).body.activities;
  }

  /** Says something and gives the first reply to it. */
  async ask(text: string): Promise<Reply> {
    return this.replyTo(await this.post({ type: 'message', text }));
  }

  /** The reply to what was just posted. */
  replyTo({ status, body, text }: Answered): Promise<Reply> {
    if (status !== 200) throw new Error(`the message was not taken: ${status} ${text}`);
    return this.until(({ replyToId }) => replyToId === body.id);
  }

  async until(isIt: (reply: Reply) => boolean): Promise<Reply> {
    for (const end = Date.now() + HEARS_WITHIN_MS; Date.now() < end; await wait(LOOK_MS)) {
      const found = (await this.transcript()).find(isIt);
      if (found) return found;
    }
    throw new Error(`heard only: ${(await this.transcript()).map(({ text }) => text).join(' | ')}`);
  }
}
