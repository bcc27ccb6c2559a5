import { CallbackManager } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import { LangChainRetriever } from '../../src/retrieval/langchain-retriever';
import { switchTracingOn } from '../support/switched-on-tracing';
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
  const { requestsDuring } = switchTracingOn();

  it('does not make what is asked leave the house', async () => {
    const retriever = await retrieverIn('en');
    expect(await requestsDuring(() => Promise.all([retriever.invoke('a secret'), retriever.batch(['another'])]))).toBe(0);
  });

  it('would, where LangChain makes its callback manager', async () => {
    const manager = await CallbackManager.configure();
    expect(manager?.handlers.map(({ name }) => name)).toContain('langchain_tracer');
  });
});
