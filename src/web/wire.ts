/** The HTTP calls of Direct Line 3.0, one method each. Throws nothing but WireFault. */
import { type ActivitySet, readActivitySet } from './activity';
import type { After } from './clock';
import { isRecord, textOf } from './unknown';

/** What a page keeps to come back to its conversation. */
export interface Session {
  readonly token: string;
  readonly conversationId: string;
}

/** A conversation that can be followed; without `streamUrl` only by polling. */
export interface Grant extends Session {
  readonly streamUrl?: string;
}

/** `status` is the HTTP status; 0 when no usable answer came. */
export class WireFault extends Error {
  readonly status: number;
  /** Seconds the server asks to wait; 0 when it does not say. */
  readonly retryAfter: number;

  constructor(status: number, retryAfter = 0) {
    super(`wire ${status}`);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The person was too fast; nothing is broken. */
  get isPace(): boolean {
    return this.status === 429;
  }

  /** Repeating the same request can succeed. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

interface Request {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly keepalive?: boolean;
  readonly signal: AbortSignal;
}
/** The part of `fetch` that is used. */
export type Fetch = (url: string, request: Request) => Promise<FetchAnswer>;

interface FetchAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}

/** Milliseconds until a request counts as lost. */
const LOST_AFTER = 15_000;

export interface WireParts {
  readonly fetch: Fetch;
  readonly after: After;
  /** Where Direct Line lives, such as `/v3/directline`. */
  readonly base: string;
  readonly site: string;
  readonly locale: string;
}

export class Wire {
  private readonly parts: WireParts;

  constructor(parts: WireParts) {
    this.parts = parts;
  }

  /** A token for one new conversation, which begins with `start`. */
  async generate(): Promise<string> {
    const { site, locale } = this.parts;
    const token = textOf((await this.call('POST', '/tokens/generate', undefined, { site, locale })).token);
    if (!token) throw new WireFault(0);
    return token;
  }

  /** Starts the token's conversation; a second call gives the same conversation. */
  async start(token: string): Promise<Grant> {
    return grantOf(await this.call('POST', '/conversations', token, { locale: this.parts.locale }), token);
  }

  /** Comes back to a conversation; the stream begins after `watermark`, with everything for an empty one. */
  async resume({ token, conversationId }: Session, watermark: string): Promise<Grant> {
    return grantOf(await this.call('GET', `${pathOf(conversationId)}?watermark=${encodeURIComponent(watermark)}`, token), token);
  }

  async fetchActivities({ token, conversationId }: Session, watermark: string): Promise<ActivitySet> {
    const path = `${pathOf(conversationId)}/activities?watermark=${encodeURIComponent(watermark)}`;
    return readActivitySet(await this.call('GET', path, token));
  }

  /** Resolves when the server has taken the activity. `isParting`: the page may be gone before the answer. */
  async post({ token, conversationId }: Session, activity: object, isParting = false): Promise<void> {
    await this.call('POST', `${pathOf(conversationId)}/activities`, token, activity, isParting);
  }

  /** A fresh token for the same conversation. */
  async refresh(token: string): Promise<string> {
    return textOf((await this.call('POST', '/tokens/refresh', token)).token) ?? token;
  }

  private async call(method: string, path: string, token?: string, body?: object, keepalive = false) {
    const abort = new AbortController();
    const cancel = this.parts.after(LOST_AFTER, () => abort.abort());
    try {
      const response = await this.parts.fetch(this.parts.base + path, {
        method,
        headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        ...(keepalive && { keepalive }),
        signal: abort.signal,
      });
      if (!response.ok) throw new WireFault(response.status, secondsIn(response.headers.get('retry-after')));
      const answer = await response.json();
      return isRecord(answer) ? answer : {};
    } catch (error) {
      throw error instanceof WireFault ? error : new WireFault(0);
    } finally {
      cancel();
    }
  }
}

/** Longest wait that a server may ask for, in seconds: somebody sits in front of the page. */
const LONGEST_WAIT = 60;

const secondsIn = (header: string | null): number => Math.min(LONGEST_WAIT, Math.max(0, Number(header ?? 0) || 0));

const pathOf = (conversation: string): string => `/conversations/${encodeURIComponent(conversation)}`;

function grantOf(answer: Readonly<Record<string, unknown>>, token: string): Grant {
  const conversationId = textOf(answer.conversationId);
  if (!conversationId) throw new WireFault(0);
  const streamUrl = textOf(answer.streamUrl);
  return { conversationId, token: textOf(answer.token) ?? token, ...(streamUrl && { streamUrl }) };
}

/**
 * The stream's address on the host and scheme of the page itself: behind a proxy the server may not know either, and the
 * pages' policy allows no other. `page` is the page's origin.
 */
export function streamAddress(streamUrl: string, page: string): string {
  const stream = new URL(streamUrl, page);
  const own = new URL(page);
  stream.protocol = own.protocol === 'https:' ? 'wss:' : 'ws:';
  stream.host = own.host;
  // a host without a port leaves the old one standing
  stream.port = own.port;
  return stream.href;
}
