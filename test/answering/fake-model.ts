/** An OpenAI-compatible model on this machine that does what a test says, and remembers what it was asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it was asked: `data` is what stands between the fences. */
export interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
  readonly body: string;
  readonly data: { readonly question: string; readonly sources: readonly { number: number; language: string; text: string }[] };
}

type Behaviour = (response: ServerResponse, heard: Heard) => void;

export class FakeModel {
  readonly heard: Heard[] = [];
  /** What it does with the next questions. */
  behaviour: Behaviour = saying('NONE');
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const heard = { headers: request.headers, url: request.url ?? '', body, data: dataIn(body) };
        this.heard.push(heard);
        this.behaviour(response, heard);
      });
    });
  }

  static async open(): Promise<FakeModel> {
    const model = new FakeModel();
    await new Promise<void>((listening) => model.#server.listen(0, '127.0.0.1', listening));
    return model;
  }

  /** Up to the version, as operators give it. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

function dataIn(body: string): Heard['data'] {
  try {
    const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
    const content = messages.find(({ role }) => role === 'user')?.content ?? '';
    return JSON.parse(content.split('\n')[1] ?? '') as Heard['data'];
  } catch {
    return { question: '', sources: [] };
  }
}

/** A completion with this text, or with what is made of the question. */
export const saying =
  (text: string | ((heard: Heard) => string)): Behaviour =>
  (response, heard) => {
    const content = typeof text === 'string' ? text : text(heard);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] }));
  };

export const answering =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(body);
  };

/** Never answers. */
export const silent: Behaviour = () => undefined;

export const hangingUp: Behaviour = (response) => void response.socket?.destroy();

/** Sends the head and then one byte at a time, for ever. */
export const dripping: Behaviour = (response) => {
  response.setHeader('content-type', 'application/json');
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Sends without end. */
export const flooding: Behaviour = (response) => {
  response.setHeader('content-type', 'application/json');
  const block = ' '.repeat(16 * 1024);
  const pour = (): void => {
    while (!response.destroyed && response.write(block));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
};
