import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { CallbackManager } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import { LangChainRetriever } from '../../src/retrieval/langchain-retriever';
import { aFolder, FUNDING_FOLDER } from './small-folder';

const retrieverIn = async (locale: 'en' | 'es'): Promise<LangChainRetriever> =>
  new LangChainRetriever(await buildRetriever(aFolder(FUNDING_FOLDER), { log: silentLog }), { locale, limit: 2 });

describe('LangChainRetriever', () => {
  it('is a LangChain retriever that gives passages as documents, best first', async () => {
    const retriever = await retrieverIn('es');
    expect(retriever).toBeInstanceOf(BaseRetriever);
    const [best, ...others] = await retriever.invoke('ayudas para cooperativas');
    expect(best).toBeInstanceOf(Document);
    expect(best).toMatchObject({
      id: 'coop-grants#0.es',
      pageContent: expect.stringContaining('Ayudas para cooperativas'),
      metadata: { entry: 'coop-grants', locale: 'es', heading: '', score: expect.any(Number) },
    });
    expect(others.length).toBeLessThanOrEqual(1);
  });

  it('can be asked in a batch, as a stream and as part of a chain', async () => {
    const retriever = await retrieverIn('en');
    expect(await retriever.batch(['grants', 'shelter'])).toHaveLength(2);
    for await (const documents of await retriever.stream('shelter')) expect(documents[0]?.metadata.entry).toBe('shelter');
    expect(await retriever.pipe((documents: unknown[]) => documents.length > 0).invoke('shelter')).toBe(true);
  });
});

describe('tracing that somebody switched on', () => {
  const NAMES = ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_ENDPOINT', 'LANGSMITH_API_KEY', 'LANGCHAIN_VERBOSE'];
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  let server: Server;
  let requests = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests += 1;
      request.resume().on('end', () => response.end('{}'));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const given = ['true', 'true', `http://127.0.0.1:${port}`, 'a-key', 'false'];
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

  const requestsDuring = async (work: () => Promise<unknown>): Promise<number> => {
    requests = 0;
    await work();
    // Runs are sent in batches a little later.
    await wait(1_000);
    return requests;
  };

  it('does not make what is asked leave the house', async () => {
    const retriever = await retrieverIn('en');
    expect(await requestsDuring(() => Promise.all([retriever.invoke('a secret'), retriever.batch(['another'])]))).toBe(0);
  });

  it('would, where LangChain makes its callback manager', async () => {
    const manager = await CallbackManager.configure();
    expect(manager?.handlers.map(({ name }) => name)).toContain('langchain_tracer');
  });
});
