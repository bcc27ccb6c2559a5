/** One request and its one answer, free of restify: handlers are functions from the one to the other. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type HttpRefusal, REFUSALS, type RefusalCode, refusalBody } from './http-refusal';
import { readForm } from './read-form';
import { readJson } from './read-json';

export interface HttpRequest {
  /** Correlation id: in the answer, in error bodies and in the log. */
  readonly id: string;
  /** Parts of the path that the route names, decoded. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Host header, empty when it is none. */
  readonly host: string;
  /** Address of the other end of the connection: a proxy's, behind a proxy. */
  readonly peer: string | undefined;
  /** The body, `undefined` when there is none. Refuses with 400, 413 or 415. */
  readJson(): Promise<unknown>;
  /** The fields of a form. Refuses with 400, 413 or 415. */
  readForm(): Promise<Readonly<Record<string, string>>>;
  /** Headers for whatever answer follows, a refusal too. */
  alwaysSend(headers: Readonly<Record<string, string>>): void;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object becomes JSON; text and bytes need a Content-Type among the headers. */
  readonly body?: object | string | Buffer;
}

export type Handler = (request: HttpRequest) => Promise<HttpAnswer> | HttpAnswer;

/** How long a refused upload may go on, so that its sender can read why before the connection ends. */
const LINGER_MS = 500;

export function requestOf(request: IncomingMessage, response: ServerResponse, params: HttpRequest['params']): HttpRequest {
  return {
    id: requestIdOf(response),
    params,
    query: new URLSearchParams(request.url?.split('?').slice(1).join('?') ?? ''),
    headers: request.headers,
    host: request.headers.host ?? '',
    peer: request.socket.remoteAddress,
    readJson: () => readJson(request),
    readForm: () => readForm(request),
    alwaysSend: (headers) => setHeaders(response, headers),
  };
}

/** A well-formed id of the caller is kept, so that a proxy's log and ours tell the same story. */
export function newRequestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

export const requestIdOf = (response: ServerResponse): string => String(response.getHeader('x-request-id'));

export const refusedWith = (code: RefusalCode, id: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status: REFUSALS[code].status,
  headers,
  body: refusalBody(code, id),
});

/** Why a request is not even routed: its address names nothing here, or would be thrown at us by a router that parses it. */
export function findHostile(request: IncomingMessage): RefusalCode | undefined {
  const target = request.url ?? '';
  if (!target.startsWith('/') || !isHost(request.headers.host ?? 'localhost')) return 'BadRequest';
  const [path = ''] = target.split('?', 1);
  // Encoded separators, NUL and dot segments: no address of ours has any.
  if (/%(00|2f|5c)|[\\\0]/i.test(path)) return 'NotFound';
  try {
    const parts = decodeURIComponent(path).split('/');
    return parts.includes('..') || parts.includes('.') ? 'NotFound' : undefined;
  } catch {
    return 'NotFound';
  }
}

function isHost(host: string): boolean {
  return (/^[\w.-]+(:\d{1,5})?$/.test(host) || /^\[[\da-f:.]+\](:\d{1,5})?$/i.test(host)) && URL.canParse(`http://${host}/`);
}

/** Sends the answer unless one was sent already. */
export function send(response: ServerResponse, answer: HttpAnswer): void {
  if (response.headersSent || response.destroyed) return;
  response.end(prepare(response, answer));
}

/**
 * Sends a refusal and ends the connection. The answer is complete at once, its end waits: a connection closed while its peer
 * still sends is reset, and the peer would never read the answer.
 */
export function sendAndClose(request: IncomingMessage, response: ServerResponse, refusal: HttpRefusal): void {
  if (response.headersSent || response.destroyed) return;
  response.setHeader('Connection', 'close');
  const body = prepare(response, refusedWith(refusal.code, requestIdOf(response), refusal.headers));
  if (body !== undefined) response.write(body);
  const end = () => response.end();
  const timer = setTimeout(end, LINGER_MS);
  request.once('end', end);
  response.once('close', () => clearTimeout(timer));
  request.resume();
}

function prepare(response: ServerResponse, answer: HttpAnswer): string | Buffer | undefined {
  const { body } = answer;
  response.statusCode = answer.status;
  setHeaders(response, answer.headers ?? {});
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) {
    if (body !== undefined) response.setHeader('Content-Length', Buffer.byteLength(body));
    return body;
  }
  const json = JSON.stringify(body);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(json));
  return json;
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
