import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const NAMES = ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_ENDPOINT', 'LANGSMITH_API_KEY', 'LANGCHAIN_VERBOSE'];

/** For one `describe`: LangChain's tracing is on, as its environment switches it, and goes to a server of ours, which counts. */
export function switchTracingOn(): { requestsDuring(work: () => Promise<unknown>): Promise<number> } {
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  let server: Server;
  let requests = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests += 1;
      request.resume().on('end', () => response.end('{}'));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const given = ['true', 'true', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'a-key', 'false'];
    for (const [n, name] of NAMES.entries()) process.env[name] = given[n];
  });

  afterAll(async () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  return {
    requestsDuring: async (work) => {
      requests = 0;
      await work();
      // Runs are sent in batches a little later.
      await wait(1_000);
      return requests;
    },
  };
}
