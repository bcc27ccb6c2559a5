/**
 * Our own thin layer over restify 12: routing is restify's, everything a request could use to stop the process is ours.
 * No restify plugin is used: its body parser, its static files and a thrown error each end the process (reliability.md, F1–F6).
 */
import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import { pino } from 'pino';
import restify from 'restify';
import { codeOf, PonteError } from '../errors';
import type { Log } from '../log';
import { findHostile, type Handler, newRequestId, refusedWith, requestIdOf, requestOf, send, sendAndClose } from './http-exchange';
import { HttpRefusal, refusalBody, refusalOfStatus } from './http-refusal';
import { BASE_HEADERS } from './security-headers';

export type Method = 'GET' | 'POST' | 'OPTIONS';

/** Bounds against slow and many connections (reliability.md, abuse 17). */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
const CHECK_EVERY_MS = 2_000;
/** 10,000 idle sockets cost 69 MB (reliability.md, F17). */
const MAX_CONNECTIONS = 12_000;

const RESTIFY_METHODS = { GET: 'get', POST: 'post', OPTIONS: 'opts' } as const;

/** Parts of restify that its types (8.5.12) do not know. */
type First = { first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): void };
type Routed = { route?: { path: string | RegExp } };

export class HttpFront {
  readonly #server: restify.Server;
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
    this.#server = restify.createServer({
      name: '',
      // restify would log whole requests; what Ponte logs of one is in #admit.
      log: pino({ level: 'silent' }) as never,
      formatters: { 'application/json': (_request, response, body) => this.#formatted(response, body) },
    });
    (this.#server as unknown as First).first((request, response) => this.#admit(request, response));
    this.http.headersTimeout = HEADERS_TIMEOUT_MS;
    this.http.requestTimeout = REQUEST_TIMEOUT_MS;
    this.http.maxConnections = MAX_CONNECTIONS;
    // Read when the server starts to listen; restify has no way to pass it to the constructor.
    Object.assign(this.http, { connectionsCheckingInterval: CHECK_EVERY_MS });
  }

  /** Node's server under restify, for `upgrade`. */
  get http(): NodeServer {
    return this.#server.server as NodeServer;
  }

  /** `path` as restify's router takes it: `/a/:id`, `/assets/*`. A GET route answers HEAD as well. */
  route(method: Method, path: string, handler: Handler): void {
    const mounted = async (request: restify.Request, response: restify.Response) => this.#answer(request, response, path, handler);
    this.#server[RESTIFY_METHODS[method]](path, mounted);
    if (method === 'GET') this.#server.head(path, mounted);
  }

  /** Gives the port. Throws PORT_IN_USE or HOST_UNUSABLE. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      // restify passes its server's errors on, and an error nobody listens to would be thrown.
      this.#server.on('error', (error: unknown) => {
        reject(new PonteError(codeOf(error) === 'EADDRINUSE' ? 'PORT_IN_USE' : 'HOST_UNUSABLE', `${host}:${port}`, { cause: error }));
      });
      this.#server.listen(port, host, () => {
        const address = this.http.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  }

  /** Takes no more connections; waits for answers under way, at most `graceMs`. */
  async close(graceMs: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()));
    // A connection that was busy becomes idle after its answer and would then be kept alive.
    const sweep = setInterval(() => this.http.closeIdleConnections(), 50);
    const timer = setTimeout(() => this.http.closeAllConnections(), graceMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(timer);
  }

  /** First thing of every request: its id, the headers of every answer, and an end for addresses nobody writes by accident. */
  #admit(request: IncomingMessage, response: ServerResponse): boolean {
    const id = newRequestId(request.headers['x-request-id']);
    const begun = performance.now();
    response.setHeader('x-request-id', id);
    for (const [name, value] of Object.entries(BASE_HEADERS)) response.setHeader(name, value);
    response.once('close', () => {
      const route = (request as Routed).route?.path.toString() ?? '-';
      const ms = Math.round(performance.now() - begun);
      this.#log.request({ method: request.method ?? '-', route, status: response.statusCode, ms, id });
    });
    const hostile = findHostile(request);
    if (hostile) send(response, refusedWith(hostile, id));
    return hostile === undefined;
  }

  async #answer(request: restify.Request, response: restify.Response, route: string, handler: Handler): Promise<void> {
    try {
      send(response, await handler(requestOf(request, response, request.params)));
    } catch (error) {
      const id = requestIdOf(response);
      if (error instanceof HttpRefusal && error.closes) return sendAndClose(request, response, error);
      if (error instanceof HttpRefusal) return send(response, refusedWith(error.code, id, error.headers));
      this.#log.fault({ number: id, where: `${request.method} ${route}`, error });
      send(response, refusedWith('Internal', id));
    }
  }

  /** Bodies restify itself makes: for an unknown address, a wrong method, a handler without an answer. */
  #formatted(response: restify.Response, body: unknown): string {
    return JSON.stringify(body instanceof Error ? refusalBody(refusalOfStatus(response.statusCode), requestIdOf(response)) : body);
  }
}
