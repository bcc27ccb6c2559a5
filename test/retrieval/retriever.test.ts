import { Embeddings } from '@langchain/core/embeddings';
import { type Log, makeLog, silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import { confidenceOf } from '../../src/retrieval/confidence';
import type { Question, Retrieval, Retriever } from '../../src/retrieval/retriever';
import { callEntry, guideEntry } from '../support/sample-entries';
import { aFolder, aPassage, FUNDING_FOLDER, NO_VOCABULARIES } from './small-folder';

const folder = aFolder(FUNDING_FOLDER, [], NO_VOCABULARIES);
const retrieverOf = (): Promise<Retriever> => buildRetriever(folder, { log: silentLog });
const ask = async (question: Question) => (await retrieverOf()).search(question);
const entriesFor = async (question: Question) => (await ask(question)).entries.map(({ entry }) => entry);

/** What a retrieval says, without what it can still be asked. */
const told = ({ hits, entries, evidence, failures }: Retrieval) => ({ hits, entries, evidence, failures });

describe('a question', () => {
  it.each([
    ['en', 'grants for a cooperative', 'coop-grants'],
    ['es', 'ayudas para una cooperativa', 'coop-grants'],
    ['fr', 'formation pour un jeune sans emploi', 'youth-training'],
    ['el', 'καταφύγιο για άστεγους', 'shelter'],
  ] as const)('in %s finds what it is about', async (locale, text, entry) => {
    const { entries, hits } = await ask({ text, locale });
    expect(entries[0]?.entry).toBe(entry);
    expect(hits[0]?.passage).toMatchObject({ entry, locale });
  });

  it('finds what only a body in another language says', async () => {
    const { hits, evidence } = await ask({ text: 'quel est le montant maximum par socio ?', locale: 'fr' });
    expect(hits[0]?.passage.id).toBe('coop-grants#1.es');
    expect(evidence.own).toBe(true);
  });

  it('finds a misspelt word, and a word without its accents', async () => {
    expect((await entriesFor({ text: 'coperatives', locale: 'en' }))[0]).toBe('coop-grants');
    expect((await entriesFor({ text: 'formacion jovenes', locale: 'es' }))[0]).toBe('youth-training');
    expect((await entriesFor({ text: 'καταφυγιο', locale: 'el' }))[0]).toBe('shelter');
  });

  it('is weighed by what is lacking, and by the names in it', async () => {
    const all = await ask({ text: 'grants for cooperatives', locale: 'en', names: new Set(['cooperatives']) });
    expect(all.evidence).toMatchObject({ lacking: 0, nameTold: 1 });
    const part = await ask({ text: 'grants for cooperatives Zorblax quibbling', locale: 'en', names: new Set(['zorblax']) });
    expect(part.entries[0]?.entry).toBe('coop-grants');
    expect(part.evidence).toMatchObject({ lacking: 2, nameTold: 0 });
  });

  it('of an unsure language is searched in both', async () => {
    const { evidence, hits } = await ask({ text: 'ayudas cooperativas', locale: 'fr', also: ['es'] });
    expect(hits[0]?.passage).toMatchObject({ entry: 'coop-grants', locale: 'es' });
    expect(evidence).toMatchObject({ own: true, coverage: 1 });
  });

  it.each(['', '   ', '???', '🙂🙂', '\u202e\u0000', 'the of and', '%', 'a'.repeat(5000), '漢字 かな'])(
    'that says nothing we know (%j) is answered quietly',
    async (text) => {
      const { evidence } = await ask({ text, locale: 'en' });
      expect(confidenceOf(evidence)).toBeLessThan(0.2);
    },
  );

  it('gets the same answer each time, from each retriever', async () => {
    const question: Question = { text: 'money for young families', locale: 'en' };
    const [one, other] = [await retrieverOf(), await retrieverOf()];
    const first = told(await one.search(question));
    expect(told(await one.search(question))).toEqual(first);
    expect(told(await other.search(question))).toEqual(first);
  });

  it('is answered alike when many are asked at once', async () => {
    const retriever = await retrieverOf();
    const questions: Question[] = ['grants', 'shelter', 'solar training', 'cooperative'].map((text) => ({ text, locale: 'en' }));
    const alone = [];
    for (const question of questions) alone.push(told(await retriever.search(question)));
    const together = await Promise.all(questions.map((question) => retriever.search(question)));
    expect(together.map(told)).toEqual(alone);
  });
});

describe('hits', () => {
  it('are one for each entry, best first, unless more are wanted', async () => {
    const { hits } = await ask({ text: 'cooperativa socio trabajador dinero', locale: 'es' });
    expect(new Set(hits.map(({ passage }) => passage.entry)).size).toBe(hits.length);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    const more = await ask({ text: 'cooperativa socio trabajador dinero', locale: 'es', perEntry: 2 });
    expect(more.hits.filter(({ passage }) => passage.entry === 'coop-grants')).toHaveLength(2);
  });

  it('are at most as many as wanted, and the margin still knows the second', async () => {
    const question: Question = { text: 'grants training shelter', locale: 'en' };
    const all = await ask(question);
    const one = await ask({ ...question, limit: 1 });
    expect(one.entries).toEqual(all.entries.slice(0, 1));
    expect(one.evidence).toEqual(all.evidence);
  });
});

describe('evidence', () => {
  it('is better for an answer that is there than for one that is not', async () => {
    const retriever = await retrieverOf();
    const question: Question = { text: 'shelter for homeless families', locale: 'en' };
    const present = confidenceOf((await retriever.search(question)).evidence);
    const absent = confidenceOf((await retriever.search({ ...question, without: ['shelter'] })).evidence);
    expect(present).toBeGreaterThan(0.8);
    expect(absent).toBeLessThan(0.4);
  });

  it('counts the share of the words that were found', async () => {
    const whole = await ask({ text: 'solar training', locale: 'en' });
    const part = await ask({ text: 'solar training zebra', locale: 'en' });
    expect(whole.evidence.coverage).toBeCloseTo(1, 5);
    expect(part.evidence.coverage).toBeLessThan(0.8);
    expect(part.evidence.coverage).toBeGreaterThan(0.3);
  });

  it('stays between 0 and 1', async () => {
    for (const text of ['grants', 'homeless homeless homeless', 'zebra', 'money to found a cooperative or to hire its first worker']) {
      const { coverage, score, margin } = (await ask({ text, locale: 'en' })).evidence;
      for (const part of [coverage, score, margin]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('a filter', () => {
  const entries = [
    guideEntry({ id: 'spanish', areas: ['ES'] }),
    callEntry({ id: 'greek', areas: ['EL514'] }),
    guideEntry({ id: 'everywhere', areas: ['EU'] }),
  ];
  const passages = entries.map(({ id, kind }) => ({ ...aPassage(id, 'en', `Grants for cooperatives, ${id}`), kind }));
  const search = async (filter: NonNullable<Question['filter']>) => {
    const retriever = await buildRetriever(aFolder(passages, entries), { log: silentLog });
    const { entries: found } = await retriever.search({ text: 'grants for cooperatives', locale: 'en', filter });
    return found.map(({ entry }) => entry).sort();
  };

  it('keeps to an area, before anything is ranked', async () => {
    expect(await search({ area: 'ES' })).toEqual(['everywhere', 'spanish']);
    expect(await search({ area: 'EL514' })).toEqual(['everywhere', 'greek']);
  });

  it('keeps to kinds', async () => {
    expect(await search({ kinds: ['call'] })).toEqual(['greek']);
    expect(await search({ kinds: ['call'], area: 'ES' })).toEqual([]);
  });
});

describe('a failing embedder', () => {
  class FailingEmbeddings extends Embeddings {
    readonly #fails: 'always' | 'questions';
    constructor(fails: 'always' | 'questions') {
      super({});
      this.#fails = fails;
    }
    async embedDocuments(texts: string[]): Promise<number[][]> {
      if (this.#fails === 'always') throw new TypeError('no model');
      return texts.map((_, n) => [1, n]);
    }
    async embedQuery(): Promise<number[]> {
      throw new TypeError('no model');
    }
  }

  const lines: string[] = [];
  const log: Log = makeLog('info', { write: (line) => lines.push(line) });
  beforeEach(() => lines.splice(0));

  it.each(['always', 'questions'] as const)('(%s) leaves the words, tells so, and writes it down', async (fails) => {
    const retriever = await buildRetriever(folder, { log, embeddings: new FailingEmbeddings(fails) });
    const { entries, failures } = await retriever.search({ text: 'grants for cooperatives', locale: 'en' });
    expect(entries[0]?.entry).toBe('coop-grants');
    expect(failures).toMatchObject([{ part: 'vectors', cause: expect.any(TypeError) }]);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ msg: 'degraded', part: 'vectors' });
  });

  it('that gives questions another length than entries leaves the words, and writes it down', async () => {
    const embeddings = { embedDocuments: async (texts: string[]) => texts.map((_, n) => [1, n]), embedQuery: async () => [1, 2, 3] };
    const retriever = await buildRetriever(folder, { log, embeddings });
    const { entries, failures } = await retriever.search({ text: 'grants for cooperatives', locale: 'en' });
    expect(entries[0]?.entry).toBe('coop-grants');
    expect(failures).toMatchObject([{ part: 'vectors', cause: { code: 'EMBEDDER_FAILED' } }]);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ msg: 'degraded', part: 'vectors' });
  });

  it.each([
    ['zeros', [0, 0]],
    ['NaN', [Number.NaN, 1]],
  ])('that gives %s is found out when the index is built', async (_, vector) => {
    const embeddings = { embedDocuments: async (texts: string[]) => texts.map(() => vector), embedQuery: async () => vector };
    const retriever = await buildRetriever(folder, { log, embeddings });
    const { failures } = await retriever.search({ text: 'grants', locale: 'en' });
    expect(failures).toMatchObject([{ cause: { code: 'EMBEDDER_FAILED' } }]);
  });
});
