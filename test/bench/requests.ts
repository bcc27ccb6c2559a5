/** The one HTTP client of all benches: what is compared must not differ in how it was asked. */
import { Agent, request } from 'node:http';
import { codeOf } from '../../src/errors';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface RequestOptions {
  readonly token?: string;
  readonly json?: unknown;
}

/** A server that was killed resets its connections at once; only one that hangs is waited for this long. */
const PATIENCE_MS = 30_000;

export class Requests {
  readonly #agent: Agent;

  /** Connections are kept alive, at most so many to one server. */
  constructor(connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** With a body: POST of JSON; without: GET. Rejects when there is no answer. */
  async send(url: string, options: RequestOptions = {}): Promise<Answer> {
    for (;;) {
      const answer = await this.#try(url, options);
      if (answer) return answer;
    }
  }

  /** Undefined when the server ended a connection because it had been idle, just when it was used again: nobody's fault. */
  #try(url: string, { token, json }: RequestOptions): Promise<Answer | undefined> {
    const sent = json === undefined ? undefined : Buffer.from(JSON.stringify(json));
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(sent && { 'content-type': 'application/json', 'content-length': sent.length }),
    };
    return new Promise((resolve, reject) => {
      const call = request(url, { method: sent ? 'POST' : 'GET', headers, agent: this.#agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(parts).toString('utf8')) }));
      });
      call.setTimeout(PATIENCE_MS, () => call.destroy(new Error('no answer in time')));
      call.on('error', (error) => (call.reusedSocket && codeOf(error) === 'ECONNRESET' ? resolve(undefined) : reject(error)));
      call.end(sent);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
