/** What tells languages, from one start to the next. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLanguages, tonguesFileIn } from '../../src/compose';
import type { Vocabularies } from '../../src/domain/vocabulary';
import { KeptTongues, type TonguesFile } from '../../src/language/kept-tongues';
import type { Tongues } from '../../src/language/tongues';
import { isStopWord } from '../../src/retrieval/stop-words';
import { SMALL_VOCABULARIES } from '../support/sample-entries';

const languages = openLanguages();
const folder = mkdtempSync(join(tmpdir(), 'ponte-tongues-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'tongues.bin');

/** A file that tells what it is asked and given. */
function watched(build: string) {
  const file = tonguesFileIn(folder, build);
  const seen: string[] = [];
  const told: TonguesFile = {
    read: async (key) => {
      const image = await file.read(key);
      seen.push(image ? 'found' : 'not found');
      return image;
    },
    write: (key, image) => {
      seen.push('written');
      return file.write(key, image);
    },
  };
  return { file: told, seen };
}

/** One start: what it did with the file, and what it hears by. */
async function start(vocabularies: Vocabularies, build = 'one'): Promise<{ seen: readonly string[]; tongues: Tongues }> {
  const { file, seen } = watched(build);
  const kept = new KeptTongues({ languages, isStopWord, file });
  await kept.open(vocabularies);
  const tongues = kept.of(vocabularies);
  await kept.settled();
  return { seen, tongues };
}

/** Other objects that say the same, as another start reads them. */
const again = (): Vocabularies => ({ ...SMALL_VOCABULARIES });
const WORDS = [
  'Valencia',
  'valència',
  'cuidados',
  'empresa',
  'Drama',
  'δράμα',
  'thelo',
  'voithia',
  'boitheia',
  'buenos',
  'the',
  'xyzzy',
  '',
];
const TEXTS = ['una empresa social', 'una empresa', 'start again', 'buenos días', 'nobody says this', ''];
const heardBy = (tongues: Tongues) => [
  ...WORDS.map((word) => [word, tongues.ofWord(word), tongues.ofPlace(word), tongues.soundsGreek(word), tongues.isLittle(word, 'en')]),
  ...TEXTS.map((text) => [text, tongues.ofPhrase(text), tongues.ofTerm(text)]),
];

describe('What tells languages', () => {
  beforeEach(() => rmSync(path, { force: true }));

  it('is made at the first start and found at the next, and hears the same', async () => {
    const first = await start(SMALL_VOCABULARIES);
    expect(first.seen).toEqual(['not found', 'written']);
    const second = await start(again());
    expect(second.seen).toEqual(['found']);
    expect(heardBy(second.tongues)).toEqual(heardBy(first.tongues));
    expect(second.tongues.ofWord('cuidados')).toContain('es');
    expect(second.tongues.ofTerm('Una empresa social')).toEqual(['es']);
    expect(second.tongues.ofPlace('Valencia')).toEqual(['es', 'ca']);
    expect(second.tongues.soundsGreek('thelo')).toBe(true);
  });

  it('is made once for the same vocabularies, and anew for others', async () => {
    const { file, seen } = watched('one');
    const kept = new KeptTongues({ languages, isStopWord, file });
    const made = kept.of(SMALL_VOCABULARIES);
    expect(kept.of(SMALL_VOCABULARIES)).toBe(made);
    expect(kept.of(again())).not.toBe(made);
    await kept.settled();
    expect(seen).toEqual(['written', 'written']);
  });

  it.each<[string, () => Promise<{ seen: readonly string[] }>]>([
    ['a word of the folder', () => start({ ...SMALL_VOCABULARIES, concepts: [{ id: 'loan', words: { en: ['loan'] } }] })],
    ['a place', () => start({ ...SMALL_VOCABULARIES, areas: new Map([['SI', { code: 'SI', name: { en: 'Slovenia' }, also: [] }]]) })],
    ['the build', () => start(again(), 'another')],
  ])('is made anew when %s changed', async (_, next) => {
    await start(SMALL_VOCABULARIES);
    expect((await next()).seen).toEqual(['not found', 'written']);
  });

  it('is made anew when the file is damaged', async () => {
    await start(SMALL_VOCABULARIES);
    const bytes = readFileSync(path);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect((await start(again())).seen).toEqual(['not found', 'written']);
  });

  it('is there without a file, and where none can be written', async () => {
    const file: TonguesFile = { read: async () => undefined, write: () => Promise.reject(new Error('the disk is full')) };
    for (const kept of [new KeptTongues({ languages, isStopWord }), new KeptTongues({ languages, isStopWord, file })]) {
      await kept.open(SMALL_VOCABULARIES);
      expect(kept.of(SMALL_VOCABULARIES).ofWord('cuidados')).toContain('es');
    }
  });
});
