import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { type Log, silentLog } from '../../src/log';
import { buildRetriever } from '../../src/retrieval/build-index';
import { imageOf, partsOf } from '../../src/retrieval/image-parts';
import { IndexBuilder } from '../../src/retrieval/index-builder';
import { indexKey, readIndexFile, writeIndexFile } from '../../src/retrieval/index-file';
import type { IndexImage, IndexInput } from '../../src/retrieval/index-image';
import { IndexingThread } from '../../src/retrieval/indexing-thread';
import { KeptIndex } from '../../src/retrieval/kept-index';
import { aFolder, FUNDING_FOLDER, withoutPause } from './small-folder';

const folder = mkdtempSync(join(tmpdir(), 'ponte-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'cache', 'index.bin');

const INPUT: IndexInput = {
  passages: FUNDING_FOLDER.map(({ text, locale }) => ({ text, locale })),
  entries: [
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8, 9],
    [10, 11, 12, 13],
  ],
  concepts: [{ id: 'grant', words: { en: ['grant'], de: ['Zuschuss'] } }],
  isLatent: true,
};
const anImage = (): Promise<IndexImage> => new IndexBuilder(withoutPause).build(INPUT);

/** A file whose digest is right. */
const headed = (key: string, body: Buffer): string => {
  const header = JSON.stringify({ kind: 'ponte-index', form: 2, key, sha256: createHash('sha256').update(body).digest('hex') });
  return `${header.padEnd(511)}\n${body.toString('latin1')}`;
};

describe('An index on disk', () => {
  it('is read as it was written', async () => {
    const image = await anImage();
    await writeIndexFile(path, 'a key', image);
    expect(await readIndexFile(path, 'a key')).toEqual(image);
  });

  it('answers as the index it was made from', async () => {
    await writeIndexFile(path, 'a key', await anImage());
    const kept = { build: async () => (await readIndexFile(path, 'a key')) as IndexImage };
    const fromFile = await buildRetriever(aFolder(FUNDING_FOLDER), { log: silentLog, indexer: kept });
    const made = await buildRetriever(aFolder(FUNDING_FOLDER), { log: silentLog });
    for (const text of ['grants', 'formación', 'Zuschuss'])
      expect((await fromFile.search({ text, locale: 'en' })).hits[0]).toEqual((await made.search({ text, locale: 'en' })).hits[0]);
  });

  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['of another folder or build', (bytes) => Buffer.from(bytes.toString('latin1').replace('a key', 'b key'), 'latin1')],
    [
      'with one bit turned',
      (bytes) => {
        bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
        return bytes;
      },
    ],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['of something else', () => 'PK\u0003\u0004 an archive'],
    ['that is empty', () => ''],
    ['with a header and nothing else', () => '{"kind":"ponte-index","key":"a key"}\n'],
  ])('is never opened when it is a file %s', async (_, spoil) => {
    await writeIndexFile(path, 'a key', await anImage());
    writeFileSync(path, spoil(readFileSync(path)));
    expect(await readIndexFile(path, 'a key')).toBeUndefined();
  });

  it('is never opened when it is damaged in whatever place and way', async () => {
    const image = await anImage();
    await writeIndexFile(path, 'a key', image);
    const whole = readFileSync(path);
    const place = fc.nat({ max: whole.length - 1 });
    const damage = fc.oneof(
      fc.array(fc.tuple(place, fc.nat({ max: 7 })), { minLength: 1, maxLength: 8 }).map((bits) => {
        const bytes = Buffer.from(whole);
        for (const [at, bit] of bits) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        return bytes;
      }),
      place.map((length) => whole.subarray(0, length)),
      fc
        .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 64 }))
        .map(([at, more]) => Buffer.concat([whole.subarray(0, at), more, whole.subarray(at)])),
      fc
        .tuple(place, place)
        .map(([from, to]) => Buffer.concat([whole.subarray(0, Math.min(from, to)), whole.subarray(Math.max(from, to) + 1)])),
      fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        writeFileSync(path, bytes);
        const read = await readIndexFile(path, 'a key');
        // Bits that were turned twice leave the file as it was; anything else is no index.
        if (bytes.equals(whole)) expect(read).toEqual(image);
        else expect(read).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a folder', () => mkdirSync(path)],
    ['nothing', () => undefined],
    ['a header that never ends', () => writeFileSync(path, '{"kind":"ponte-index"'.padEnd(5_000, ' '))],
    ['a header of another shape', () => writeFileSync(path, 'null\n')],
    ['a right header over something else', () => writeFileSync(path, headed('a key', Buffer.from('no index')))],
  ])('is built anew when %s is in its place', async (_, put) => {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(dirname(path), { recursive: true });
    put();
    expect(await readIndexFile(path, 'a key')).toBeUndefined();
    rmSync(path, { recursive: true, force: true });
  });

  it('has another key for another text, language, concept or build', () => {
    const [first, ...others] = INPUT.passages;
    const variants: [IndexInput, string][] = [
      [INPUT, 'one'],
      [INPUT, 'two'],
      [{ ...INPUT, passages: [{ ...first, text: 'other', locale: 'en' }, ...others] }, 'one'],
      [{ ...INPUT, passages: [{ text: first?.text ?? '', locale: 'de' }, ...others] }, 'one'],
      [{ ...INPUT, concepts: [] }, 'one'],
    ];
    expect(new Set(variants.map(([input, build]) => indexKey(input, build))).size).toBe(variants.length);
  });
});

describe('An index that is sent again', () => {
  it('is whole on the other side, and what did not change is not sent', async () => {
    const builder = new IndexBuilder(withoutPause);
    const first = await builder.build(INPUT);
    const edited: IndexInput = {
      ...INPUT,
      passages: INPUT.passages.map((one, n) => (n === 0 ? { ...one, text: `${one.text} New words.` } : one)),
    };
    const here = imageOf(structuredClone(partsOf(first, undefined)), undefined);
    const second = await builder.build(edited);
    const parts = structuredClone(partsOf(second, first));
    expect(parts.words.map((one) => 'rest' in one)).toEqual([false, true, true, true]);
    expect(parts.glossary).toBe('same');
    expect(imageOf(parts, here)).toEqual(structuredClone(second));
  });

  it('is refused when the other side does not have what is taken for known', async () => {
    const image = await anImage();
    expect(() => imageOf(partsOf(image, image), undefined)).toThrow(RangeError);
  });
});

describe('The thread that builds indexes', () => {
  const threads: IndexingThread[] = [];
  afterEach(async () => {
    for (const thread of threads.splice(0)) await thread.close();
  });
  /** A worker of these lines. */
  const threadOf = (lines: string): IndexingThread => {
    const script = join(folder, `${Math.random()}.js`);
    writeFileSync(script, `const { parentPort } = require('node:worker_threads');\n${lines}`);
    const thread = new IndexingThread(script);
    threads.push(thread);
    return thread;
  };
  const ECHO =
    "parentPort.on('message', ({ input, isRehearsal }) => { parentPort.postMessage({ kind: 'progress', done: 1, total: 2 }); parentPort.postMessage(isRehearsal ? { kind: 'done' } : { kind: 'done', parts: { words: [], glossary: input.concepts } }); });";

  it('gives each request its own index, in order, and tells how far it is', async () => {
    const thread = threadOf(ECHO);
    const seen: number[] = [];
    const [a, , b] = await Promise.all([
      thread.build(INPUT, (done) => seen.push(done)),
      thread.rehearse(INPUT, await anImage()),
      thread.build({ ...INPUT, concepts: [] }),
    ]);
    expect([a.glossary, b.glossary]).toEqual([INPUT.concepts, []]);
    expect(seen).toEqual([1]);
  });

  it.each([
    ['tells a fault', "parentPort.on('message', () => parentPort.postMessage({ kind: 'fault', what: 'no' }));"],
    ['throws', "parentPort.on('message', () => { throw new Error('no'); });"],
    ['ends', "parentPort.on('message', () => process.exit(3));"],
    ['cannot start', 'throw new Error("no");'],
  ])('that %s fails the build that waits, with INDEX_FAILED, and the next one anew', async (_, lines) => {
    const thread = threadOf(lines);
    for (let n = 0; n < 2; n++) await expect(thread.build(INPUT)).rejects.toMatchObject({ code: 'INDEX_FAILED' });
  });

  it('that fails leaves the folder to be indexed on the server’s own thread, and that is logged', async () => {
    const degraded: string[] = [];
    const log: Log = { ...silentLog, degraded: ({ part }) => degraded.push(part) };
    const kept = new KeptIndex({
      path: join(folder, 'none.bin'),
      build: 'one',
      thread: threadOf('process.exit(1);'),
      log,
      isWatching: false,
    });
    expect((await kept.build(INPUT)).words.map(({ locale }) => locale)).toEqual(['en', 'es', 'fr', 'el']);
    expect(degraded).toEqual(['index thread']);
  });

  it('is not asked at a start when the kept index is still true, and afterwards it is', async () => {
    await writeIndexFile(path, indexKey(INPUT, 'one'), await anImage());
    const thread = threadOf(
      "parentPort.on('message', () => parentPort.postMessage({ kind: 'done', parts: { words: [{ locale: 'sq' }], glossary: {} } }));",
    );
    const kept = new KeptIndex({ path, build: 'one', thread, log: silentLog, isWatching: false });
    expect((await kept.build(INPUT)).words).toHaveLength(4);
    expect((await kept.build(INPUT)).words).toEqual([{ locale: 'sq' }]);
  });
});
