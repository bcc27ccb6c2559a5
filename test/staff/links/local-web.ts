/** A web on 127.0.0.1 for tests of the link check: public names and addresses outside, one local server behind them all. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askOnce, type Network } from '../../../src/staff/links/ask-once';

/** What the server answers, by `METHOD host/path` or `host/path`. */
export type Pages = Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>;

export class LocalWeb implements Network {
  /** `METHOD host/path` in order. */
  readonly asked: string[] = [];
  /** Addresses that names have; others get a public one. */
  readonly names = new Map<string, readonly string[] | { readonly code: string }>();
  readonly userAgents = new Set<string | undefined>();
  mostAtOnce = 0;
  mostAtOnceOfOneHost = 0;
  #open: string[] = [];
  #pages: Pages = {};
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  serve(pages: Pages): void {
    this.#pages = pages;
    this.asked.length = 0;
    this.names.clear();
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async resolve(host: string): Promise<readonly string[]> {
    const known = this.names.get(host) ?? ['93.184.216.34'];
    if ('code' in known) throw Object.assign(new Error('no such name'), known);
    return known;
  }

  async ask(url: URL, _: string, method: 'HEAD' | 'GET') {
    this.#open.push(url.hostname);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open.length);
    this.mostAtOnceOfOneHost = Math.max(this.mostAtOnceOfOneHost, this.#open.filter((host) => host === url.hostname).length);
    try {
      return await askOnce({
        url: new URL(url.href.replace('https:', 'http:')),
        address: '127.0.0.1',
        method,
        port: this.port,
        timeout: 300,
      });
    } finally {
      this.#open.splice(this.#open.indexOf(url.hostname), 1);
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const place = `${String(request.headers.host).split(':')[0]}${request.url}`;
    this.asked.push(`${request.method} ${place}`);
    this.userAgents.add(request.headers['user-agent']);
    const page = this.#pages[`${request.method} ${place}`] ?? this.#pages[place] ?? answer(404);
    page(request, response);
  }
}

export const answer =
  (status: number, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    // Not in one chain: where restify was loaded, its writeHead gives nothing back.
    response.writeHead(status, headers);
    response.end();
  };
