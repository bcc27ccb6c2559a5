import { LOCALES } from '../../src/domain/locale';
import { silentLog } from '../../src/log';
import { buildRetriever, type Indexer } from '../../src/retrieval/build-index';
import { IndexBuilder } from '../../src/retrieval/index-builder';
import type { IndexInput } from '../../src/retrieval/index-image';
import { aFolder, aPassage, FUNDING_FOLDER, withoutPause } from './small-folder';

/** Questions in own and other languages, misspelt, and in words that only the removed passage had. */
const QUESTIONS = [
  ['grants for cooperatives', 'en'],
  ['formacion para jovenes', 'es'],
  ['cooperativas', 'fr'],
  ['άστεγες οικογένειες', 'el'],
  ['homles famlies', 'en'],
  ['unicorn stable', 'en'],
] as const;

describe('IndexBuilder', () => {
  const answers = async (indexer: Indexer, passages = FUNDING_FOLDER) => {
    const retriever = await buildRetriever(aFolder(passages), { log: silentLog, indexer });
    const found = QUESTIONS.map(async ([text, locale]) => {
      const { hits, evidence } = await retriever.search({ text, locale });
      return {
        ids: hits.map(({ passage }) => passage.id),
        scores: hits.map(({ score }) => score.toFixed(4)),
        coverage: evidence.coverage.toFixed(4),
      };
    });
    return Promise.all(found);
  };
  const fresh = () => new IndexBuilder(withoutPause);
  const UNICORN = aPassage('unicorns', 'en', 'A unicorn stable with unicorn hay');

  it('answers after an edit as an index made anew answers', async () => {
    const builder = fresh();
    await answers(builder);
    await answers(builder, [...FUNDING_FOLDER, UNICORN]);
    const edited = FUNDING_FOLDER.map((passage) =>
      passage.entry === 'shelter' && passage.locale === 'en' ? { ...passage, text: 'Beds for the night.' } : passage,
    );
    expect(await answers(builder, edited)).toEqual(await answers(fresh(), edited));
    expect(await answers(builder)).toEqual(await answers(fresh()));
  });

  it('is not misled by words of a passage that is gone', async () => {
    const builder = fresh();
    const [, , , , , before] = await answers(builder, [...FUNDING_FOLDER, UNICORN]);
    const [, , , , , after] = await answers(builder);
    expect(before?.ids[0]).toBe('unicorns#0.en');
    expect(after).toEqual((await answers(fresh()))[5]);
  });

  it('keeps what was learnt of the folder while little changes, and learns again when much does', async () => {
    const many = Array.from({ length: 40 }, (_, n) => aPassage(`entry-${n}`, 'en', `word${n} common theme ${n % 3 ? 'care' : 'jobs'}`));
    const builder = fresh();
    const embedders: unknown[] = [];
    const spy: Indexer = {
      build: async (input: IndexInput) => {
        const image = await builder.build(input);
        embedders.push(image.latent?.embedder);
        return image;
      },
    };
    const build = (passages: typeof many) => buildRetriever(aFolder(passages), { log: silentLog, indexer: spy });
    await build(many);
    await build([...many, UNICORN]);
    await build(many.map((passage, n) => (n < 20 ? { ...passage, text: `${passage.text} changed` } : passage)));
    expect(embedders[0]).toBeDefined();
    expect(embedders[1]).toBe(embedders[0]);
    expect(embedders[2]).not.toBe(embedders[0]);
  });

  it('forgets the words of texts that are gone, in each language by turns', async () => {
    const builder = fresh();
    const turns = 18 * LOCALES.length;
    const sizes = new Map<string, number[]>();
    for (let version = 1000; version < 1000 + 2 * turns; version += 1) {
      // Different in its first five letters, which is all that some stemmers keep, and as long as the others.
      const word = [...String(version)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('');
      const passages = LOCALES.map((locale) => aPassage('entry', locale, word));
      const entries = [passages.map((_, n) => n)];
      const { words } = await builder.build({ passages, entries, concepts: [], isLatent: false });
      for (const { locale, stems } of words) sizes.set(locale, [...(sizes.get(locale) ?? []), JSON.stringify(stems).length]);
    }
    for (const locale of LOCALES) {
      const own = sizes.get(locale) ?? [];
      const falls = own.filter((size, n) => n > 0 && size < (own[n - 1] ?? 0)).length;
      expect([locale, falls]).toEqual([locale, 2]);
    }
  });
});
