/** One HTTP request to one address that was already looked up and judged. Redirects are told, not followed. */
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIPv6 } from 'node:net';

/** Tells whoever reads a server's log what asked. */
export const USER_AGENT = 'PonteLinkCheck/1.0 (Ponte, a directory of social-innovation funding, checks its links; one request at a time)';

/** From the first packet to the last, in milliseconds. */
const LONGEST_REQUEST = 20_000;
/** A page is not read, only begun: some servers say only then whether it is there. Bytes. */
const MOST_BODY = 64 * 1024;

export interface Asked {
  readonly status: number;
  readonly location?: string;
  readonly retryAfter?: string;
}

/** The world outside, as the link check sees it. Both reject with an error that has a `code`. */
export interface Network {
  /** All IP addresses of a host name. */
  resolve(host: string): Promise<readonly string[]>;
  /** Connects to exactly this IP address, whatever the name would give a moment later. */
  ask(url: URL, address: string, method: 'HEAD' | 'GET'): Promise<Asked>;
}

export const realNetwork: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  ask: (url, address, method) => askOnce({ url, address, method }),
};

export interface Request {
  readonly url: URL;
  readonly address: string;
  readonly method: 'HEAD' | 'GET';
  /** Milliseconds. */
  readonly timeout?: number;
  /** For tests: the port to connect to instead of the one of the scheme. */
  readonly port?: number;
}

export function askOnce({ url, address, method, timeout = LONGEST_REQUEST, port }: Request): Promise<Asked> {
  const request = url.protocol === 'https:' ? overHttps : overHttp;
  const options = {
    hostname: bareHost(url),
    ...(port === undefined ? {} : { port }),
    path: url.pathname + url.search,
    method,
    headers: { 'user-agent': USER_AGENT, accept: 'text/html,application/pdf,*/*;q=0.8' },
    // A kept connection could lead to another address than the one that was judged.
    agent: false as const,
    lookup: lookupGiving(address),
    signal: AbortSignal.timeout(timeout),
  };
  return new Promise((resolve, reject) => {
    let asked: Asked | undefined;
    const asking = request(options, (answer) => {
      asked = askedOf(answer);
      const known = asked;
      let received = 0;
      answer.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received > MOST_BODY) answer.destroy();
      });
      answer.on('error', () => undefined);
      // Only the end frees the host for the next request.
      answer.on('close', () => resolve(known));
    });
    // The status is known: a body that breaks off changes nothing.
    asking.on('error', (error) => (asked ? resolve(asked) : reject(error)));
    asking.end();
  });
}

function askedOf({ statusCode = 0, headers }: IncomingMessage): Asked {
  const { location, 'retry-after': retryAfter } = headers;
  return { status: statusCode, ...(location === undefined ? {} : { location }), ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** Host name, or IP address without the brackets of IPv6. */
export const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const lookupGiving =
  (address: string): LookupFunction =>
  (_, options, callback) => {
    const family = isIPv6(address) ? 6 : 4;
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
