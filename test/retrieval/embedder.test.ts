import { Embeddings } from '@langchain/core/embeddings';
import type { Passage } from '../../src/domain/passage';
import { FolderEmbedder, type TrainingText, trainEmbedder } from '../../src/retrieval/embedder';
import { Glossary, readGlossary } from '../../src/retrieval/glossary';
import { FUNDING_FOLDER, withoutPause } from './small-folder';

const glossary = new Glossary(readGlossary([{ id: 'homeless', words: { en: ['homeless'], de: ['wohnungslos'] } }]));

function entriesOf(passages: readonly Passage[]): TrainingText[] {
  const ids = [...new Set(passages.map(({ entry }) => entry))];
  return ids.map((id) => passages.filter(({ entry }) => entry === id));
}

const train = async (passages: readonly Passage[] = FUNDING_FOLDER): Promise<FolderEmbedder> => {
  const learnt = await trainEmbedder(entriesOf(passages).length, (entry) => entriesOf(passages)[entry] ?? [], glossary, withoutPause);
  return new FolderEmbedder(learnt, glossary);
};
const cosine = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

describe('the embedder of the folder', () => {
  it('is a LangChain embedder that gives plain arrays of one length', async () => {
    const embedder = await train();
    expect(embedder).toBeInstanceOf(Embeddings);
    const vectors = await embedder.embedDocuments(['cooperatives', 'young people', '']);
    for (const vector of vectors) expect([Array.isArray(vector), vector.length]).toEqual([true, embedder.dimensions]);
  });

  it('gives vectors of length 1, and zeros for a text without a known word', async () => {
    const embedder = await train();
    const vector = await embedder.embedQuery('grants for cooperatives');
    expect(cosine(vector, vector)).toBeCloseTo(1, 6);
    for (const text of ['', 'zzzz qqqq', 'the of and', '🙂']) expect((await embedder.embedQuery(text)).every((x) => x === 0)).toBe(true);
  });

  it('brings near what says the same in another language', async () => {
    const embedder = await train();
    const [asked, same, other] = await embedder.embedDocuments(['jóvenes sin empleo', 'άνεργων νέων', 'homeless families']);
    expect(cosine(asked ?? [], same ?? [])).toBeGreaterThan(0.8);
    expect(cosine(asked ?? [], other ?? [])).toBeLessThan(0.3);
  });

  it('knows a concept in a language the folder does not speak', async () => {
    const embedder = await train();
    const vector = await embedder.embedQuery('wohnungslos');
    expect(cosine(vector, await embedder.embedQuery('homeless'))).toBeGreaterThan(0.8);
  });

  it('is the same each time', async () => {
    const [one, other] = [await train(), await train()];
    expect(await one.embedQuery('shelter for families')).toEqual(await other.embedQuery('shelter for families'));
  });

  it('can be trained on one entry, and on none', async () => {
    const one = await train(FUNDING_FOLDER.filter(({ entry }) => entry === 'shelter'));
    expect((await one.embedQuery('shelter')).every(Number.isFinite)).toBe(true);
    const none = await train([]);
    expect(await none.embedQuery('shelter')).toEqual([]);
  });
});
