import { silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import { makeRandom } from '../../src/retrieval/random';
import { aFolder, aPassage, FUNDING_FOLDER, NO_VOCABULARIES } from './small-folder';

/** Words nobody has, in sentences of twenty. */
function largeFolder(entries: number) {
  const random = makeRandom(2);
  const word = () => `w${Math.floor(random() ** 2 * 3000).toString(36)}`;
  const text = () => Array.from({ length: 20 }, word).join(' ');
  return aFolder(Array.from({ length: entries }, (_, n) => aPassage(`entry-${n}`, n % 2 ? 'en' : 'es', text())));
}

describe('building the index', () => {
  it('tells how far it is, up to the end', async () => {
    const seen: [number, number][] = [];
    const folder = largeFolder(1000);
    await buildRetriever(folder, { log: silentLog, onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual([1000, 1000]);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
  });

  it('lets the event loop turn, so that questions are answered meanwhile', async () => {
    const serving = await buildRetriever(aFolder(FUNDING_FOLDER), { log: silentLog });
    let answered = 0;
    let whileReading = 0;
    let isDone = false;
    const onProgress = (done: number, total: number) => {
      if (done < total) whileReading = answered;
    };
    const building = buildRetriever(largeFolder(10_000), { log: silentLog, onProgress }).then(() => {
      isDone = true;
    });
    while (!isDone) {
      await serving.search({ text: 'grants', locale: 'en' });
      answered += 1;
      await new Promise((resume) => setImmediate(resume));
    }
    await building;
    expect(whileReading).toBeGreaterThan(3);
    expect(answered - whileReading).toBeGreaterThan(3);
  });

  it('of an empty folder finds nothing', async () => {
    const retriever = await buildRetriever(aFolder([], [], NO_VOCABULARIES), { log: silentLog });
    expect(await retriever.search({ text: 'grants', locale: 'en' })).toMatchObject({
      hits: [],
      entries: [],
      failures: [],
      evidence: { coverage: 0 },
    });
  });

  it('of one passage finds it', async () => {
    const retriever = await buildRetriever(aFolder(FUNDING_FOLDER.slice(0, 1)), { log: silentLog });
    expect((await retriever.search({ text: 'grants', locale: 'en' })).hits).toHaveLength(1);
  });

  it('takes in the concepts of the glossary', async () => {
    const concepts = [{ id: 'refund', words: { sl: ['povračilo'], en: ['refunded'] } }];
    const search = async (given: typeof concepts) => {
      const retriever = await buildRetriever(aFolder(FUNDING_FOLDER, [], { ...NO_VOCABULARIES, concepts: given }), { log: silentLog });
      return (await retriever.search({ text: 'povračilo', locale: 'sl' })).hits[0]?.passage.id;
    };
    expect(await search(concepts)).toBe('youth-training#1.en');
    expect(await search([])).not.toBe('youth-training#1.en');
  });
});
