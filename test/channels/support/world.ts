/** A whole server on a free port of this machine, with fakes behind it, and a small client. */
import { type AdapterOptions, PonteAdapter } from '../../../src/channels/adapter';
import type { Assets } from '../../../src/channels/assets';
import type { BotLogic } from '../../../src/channels/bot-logic';
import { NO_LIMITS } from '../../../src/channels/limits';
import { LocalConversations } from '../../../src/channels/local-conversations';
import { type RunningServer, type ServerRooms, startServer } from '../../../src/channels/server';
import type { SiteView } from '../../../src/channels/site-view';
import { makeLog } from '../../../src/log';
import { EchoBot } from './echo-bot';
import { type Kept, type MemoryStores, memoryStores, nothingKept } from './memory-stores';

export const HOST_PAGE = 'https://town.example';

export const aSite = (changes: Partial<SiteView> = {}): SiteView => ({
  id: 'demo',
  name: (locale) => `Demo (${locale})`,
  locales: ['es', 'en', 'el'],
  theme: { accent: '#155e75', onAccent: '#ffffff' },
  allowedOrigins: [HOST_PAGE],
  ...changes,
});

const asset = (type: string, text: string) => ({ type, etag: `digest-of-${text.length}`, bytes: Buffer.from(text) });
const ASSETS: Assets = new Map([
  ['widget.js', asset('text/javascript; charset=utf-8', 'widget()')],
  ['chat.js', asset('text/javascript; charset=utf-8', 'chat()')],
]);

export interface WorldOptions {
  readonly kept?: Kept;
  readonly bot?: (stores: MemoryStores) => BotLogic;
  readonly stores?: (stores: MemoryStores) => MemoryStores;
  readonly adapter?: AdapterOptions;
  readonly server?: Partial<ServerRooms>;
  readonly sites?: readonly SiteView[];
}

export interface World {
  readonly url: string;
  readonly bot: EchoBot;
  readonly local: LocalConversations;
  readonly kept: Kept;
  readonly server: RunningServer;
  /** Everything logged so far, as one text. */
  logged(): string;
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** A new token for the demonstration site. */
  newToken(): Promise<{ conversationId: string; token: string; expires_in: number }>;
  /** A conversation that has begun. */
  newConversation(body?: object): Promise<Opened>;
  post(opened: { conversationId: string; token: string }, activity: unknown): Promise<Answer>;
  /** The texts of the transcript, when nothing is left to do. */
  texts(opened: { conversationId: string; token: string }): Promise<string[]>;
  close(): Promise<void>;
}

export interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export interface CallOptions {
  readonly method?: string;
  readonly token?: string;
  readonly json?: unknown;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the body of any route
  readonly body: any;
}

export const SECRET = 'a secret of tests, forty characters long';

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const lines: string[] = [];
  const log = makeLog('debug', { write: (line) => void lines.push(line) });
  const kept = options.kept ?? nothingKept();
  const plain = memoryStores(kept);
  const stores = options.stores?.(plain) ?? plain;
  const echo = new EchoBot(stores.inbox);
  const bot = options.bot?.(stores) ?? echo;
  const adapter = new PonteAdapter(options.adapter ?? {});
  const local = new LocalConversations({ adapter, bot, ...stores, log, now: () => new Date() });
  const sites = options.sites ?? [aSite()];
  const server = await startServer({
    http: { port: 0, host: '127.0.0.1' },
    log,
    hasTeams: options.adapter?.teams !== undefined,
    adapter,
    bot,
    local,
    tokenSecret: SECRET,
    readiness: async () => ({ ready: true, reasons: [] }),
    limits: NO_LIMITS,
    assets: ASSETS,
    sites: { findSite: (id) => sites.find((site) => site.id === id), all: () => sites },
    defaultSite: 'demo',
    words: (locale) => ({ hello: `hello ${locale}` }),
    pages: {
      demo: ({ nonce, words }) => `<!doctype html><script nonce="${nonce}"></script>${words.hello}`,
      chat: ({ siteInfo, locale }) => `<!doctype html>chat of ${siteInfo.name(locale)}`,
      kiosk: ({ site }) => `<!doctype html>kiosk of ${site}`,
    },
    ...options.server,
  });
  const url = `http://127.0.0.1:${server.port}`;
  const call = (path: string, given: CallOptions = {}) => callOn(url, path, given);
  const newToken = async () => (await call('/v3/directline/tokens/generate', { json: { site: 'demo' } })).body;
  const settled = (id: string) => local.whenIdle(id);
  return {
    url,
    bot: echo,
    local,
    kept,
    server,
    logged: () => lines.join(''),
    call,
    newToken,
    async newConversation(body = {}) {
      const { token } = await newToken();
      const opened: Opened = (await call('/v3/directline/conversations', { token, json: body })).body;
      await settled(opened.conversationId);
      return opened;
    },
    post: ({ conversationId, token }, activity) =>
      call(`/v3/directline/conversations/${conversationId}/activities`, { token, json: activity }),
    async texts({ conversationId, token }) {
      await settled(conversationId);
      const { body } = await call(`/v3/directline/conversations/${conversationId}/activities`, { token });
      return body.activities.map((activity: { text?: string }) => activity.text);
    },
    close: () => server.close(),
  };
}

async function callOn(url: string, path: string, { method, token, json, body, headers }: CallOptions): Promise<Answer> {
  const sent = json === undefined ? body : JSON.stringify(json);
  const response = await fetch(url + path, {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
