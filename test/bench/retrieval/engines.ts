/** Who is compared, in the order of the tables. Only the engine that is measured is loaded: each has a process of its own. */
import type { Engine } from './engine';

interface Listed {
  /** As told in tables and pictures. */
  readonly name: string;
  /** The package whose version is told with the results; none for what is built here. */
  readonly packages: readonly string[];
  readonly load: () => Promise<Engine>;
}

export const ENGINES = {
  ponte: { name: 'Ponte', packages: [], load: async () => (await import('./engines/ponte.js')).makeEngine() },
  minisearch: {
    name: 'MiniSearch, folding',
    packages: ['minisearch'],
    load: async () => (await import('./engines/minisearch.js')).folding,
  },
  'minisearch-stems': {
    name: 'MiniSearch, stems',
    packages: ['minisearch', '@orama/stemmers'],
    load: async () => (await import('./engines/minisearch.js')).stems,
  },
  orama: { name: 'Orama', packages: ['@orama/orama', '@orama/stemmers'], load: async () => (await import('./engines/orama.js')).engine },
  lunr: { name: 'lunr', packages: ['lunr', 'lunr-languages'], load: async () => (await import('./engines/lunr.js')).engine },
  flexsearch: { name: 'FlexSearch', packages: ['flexsearch'], load: async () => (await import('./engines/flexsearch.js')).engine },
  'fts5-words': { name: 'FTS5 unicode61', packages: ['better-sqlite3'], load: async () => (await import('./engines/fts5.js')).words },
  'fts5-trigrams': { name: 'FTS5 trigram', packages: ['better-sqlite3'], load: async () => (await import('./engines/fts5.js')).trigrams },
  wink: { name: 'wink-bm25', packages: ['wink-bm25-text-search'], load: async () => (await import('./engines/wink.js')).engine },
  langchain: {
    name: 'LangChain vectors',
    packages: ['@langchain/core'],
    load: async () => (await import('./engines/langchain.js')).makeEngine(),
  },
} as const satisfies Readonly<Record<string, Listed>>;

export type EngineId = keyof typeof ENGINES;
export const ENGINE_IDS = Object.keys(ENGINES) as EngineId[];
export const isEngineId = (id: string): id is EngineId => Object.hasOwn(ENGINES, id);
