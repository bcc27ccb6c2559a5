/** The stream of Direct Line: one web socket a client, opened once by a ticket, fed from the transcript. */
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Log } from '../log';
import { DIRECT_LINE, type DirectLineRooms } from './direct-line';
import { findHostile, newRequestId } from './http-exchange';
import { HttpRefusal, REFUSALS, type RefusalCode, refusalBody } from './http-refusal';
import type { ActivitySet } from './live-transcript';
import { readWatermark } from './watermark';

/** RFC 6455 and its registry: 1012 service restart, 1013 try again later, 1008 policy, 1011 internal error. */
const RESTART = 1012;
const SLOW = 1013;
const TOO_MANY = 1008;
const FAULT = 1011;

const MAX_PAYLOAD_BYTES = 64 * 1024;
/** What may wait for a client that does not read. */
const MAX_WAITING_BYTES = 1024 * 1024;
const MAX_SOCKETS_PER_CONVERSATION = 10;
/** A peer that vanished without a word is found within two of these. */
const PING_MS = 30_000;
const CLOSE_PATIENCE_MS = 1_000;

const STREAM_PATH = new RegExp(`^${DIRECT_LINE}/conversations/([\\w-]+)/stream$`);

type SocketRooms = Pick<DirectLineRooms, 'local' | 'tokens' | 'sites' | 'origins'> & { readonly log: Log };
interface Admission {
  readonly conversation: string;
  readonly watermark: number;
}

export class DirectLineSockets {
  readonly #rooms: SocketRooms;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false });
  readonly #byConversation = new Map<string, Set<WebSocket>>();
  readonly #silent = new WeakSet<WebSocket>();
  readonly #pings: NodeJS.Timeout;
  #isClosing = false;

  constructor(rooms: SocketRooms, http: Server) {
    this.#rooms = rooms;
    http.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head));
    this.#pings = setInterval(() => this.#ping(), PING_MS).unref();
  }

  /** Tells every client to come back, then lets go of those that do not answer. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#pings);
    const closing = [...this.#server.clients];
    const closed = Promise.all(closing.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    for (const socket of closing) socket.close(RESTART);
    const timer = setTimeout(() => {
      for (const socket of closing) socket.terminate();
    }, CLOSE_PATIENCE_MS);
    await closed;
    clearTimeout(timer);
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    try {
      const admission = await this.#admit(request);
      this.#server.handleUpgrade(request, socket, head, (stream) => void this.#serve(stream, admission));
    } catch (error) {
      const id = newRequestId(request.headers['x-request-id']);
      if (!(error instanceof HttpRefusal)) this.#rooms.log.fault({ number: id, where: 'upgrade to a web socket', error });
      refuse(socket, error instanceof HttpRefusal ? error.code : 'Internal', id);
    }
  }

  /** Web sockets know no same-origin policy: the origin is checked here as for every request. */
  async #admit(request: IncomingMessage): Promise<Admission> {
    const { local, tokens, sites, origins } = this.#rooms;
    if (this.#isClosing) throw new HttpRefusal('Unavailable');
    const hostile = findHostile(request);
    if (hostile) throw new HttpRefusal(hostile);
    const [path = '', search] = (request.url ?? '').split('?', 2);
    const query = new URLSearchParams(search);
    const conversation = STREAM_PATH.exec(path)?.[1];
    if (conversation === undefined) throw new HttpRefusal('NotFound');
    const bearer = await tokens.takeStreamTicket(query.get('t') ?? '');
    if (bearer?.conversation !== conversation) throw new HttpRefusal('TokenExpired');
    origins.require({ origin: request.headers.origin, host: request.headers.host ?? '' }, sites.findSite(bearer.site));
    if ((await local.findConversation(conversation)) === undefined) throw new HttpRefusal('NotFound');
    return { conversation, watermark: readWatermark(query.get('watermark')) };
  }

  async #serve(socket: WebSocket, { conversation, watermark }: Admission): Promise<void> {
    this.#keep(conversation, socket);
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => this.#silent.delete(socket));
    // Clients send empty frames to keep the connection; messages come by POST.
    socket.on('message', () => this.#silent.delete(socket));
    try {
      const stop = await this.#rooms.local.listen(conversation, watermark, (set) => sendSet(socket, set));
      if (socket.readyState === WebSocket.OPEN) socket.once('close', stop);
      else stop();
    } catch (error) {
      this.#rooms.log.degraded({ part: 'stream', error });
      socket.close(FAULT);
    }
  }

  #keep(conversation: string, socket: WebSocket): void {
    const sockets = this.#byConversation.get(conversation) ?? new Set();
    this.#byConversation.set(conversation, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) this.#byConversation.delete(conversation);
    });
    const [oldest] = sockets;
    if (sockets.size <= MAX_SOCKETS_PER_CONVERSATION || oldest === undefined) return;
    sockets.delete(oldest);
    oldest.close(TOO_MANY);
  }

  #ping(): void {
    for (const socket of this.#server.clients) {
      if (this.#silent.has(socket)) socket.terminate();
      else {
        this.#silent.add(socket);
        socket.ping();
      }
    }
  }
}

/** Resolves when the bytes left this process, so that a replay waits for a slow reader. */
function sendSet(socket: WebSocket, set: ActivitySet): Promise<void> {
  if (socket.readyState !== WebSocket.OPEN) return Promise.resolve();
  if (socket.bufferedAmount > MAX_WAITING_BYTES) {
    socket.close(SLOW);
    return Promise.resolve();
  }
  return new Promise((resolve) => socket.send(JSON.stringify(set), () => resolve()));
}

function refuse(socket: Duplex, code: RefusalCode, id: string): void {
  const { status } = REFUSALS[code];
  const body = JSON.stringify(refusalBody(code, id));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${id}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
