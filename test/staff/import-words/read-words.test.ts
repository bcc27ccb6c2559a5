import { gzipSync } from 'node:zlib';
import { readEsco } from '../../../src/staff/import-words/read-esco';
import { readEurovoc } from '../../../src/staff/import-words/read-eurovoc';
import { readFreedict, translationsIn } from '../../../src/staff/import-words/read-freedict';
import { readOmw } from '../../../src/staff/import-words/read-omw';
import type { ReadWords } from '../../../src/staff/import-words/read-words';
import { WordTable } from '../../../src/staff/import-words/word-table';
import { dictd, escoCsv, newFolder, omwTab, RDF, removeFolders, writeIn } from './word-files';

async function conceptsIn(read: ReadWords, files: Record<string, string | Uint8Array>, locales: readonly string[] = []) {
  const table = new WordTable();
  const paths = writeIn(newFolder(), files).filter((path) => !/\.dict(\.dz)?$/.test(path));
  await read(
    paths.map((path, n) => ({ path, locale: locales[n] })),
    table,
  );
  return [...table].map((words) => Object.fromEntries(words));
}

afterAll(removeFolders);

describe('ESCO', () => {
  const EN = escoCsv([
    ['a1', 'beekeeper', 'apiarist', 'bee farmer'],
    ['a2', 'bus/tram driver', 'driver of trams', 'bus operator', 'tram conductor'],
  ]);
  const FR = escoCsv([['a1', 'apiculteur/apicultrice', 'éleveur d’abeilles/éleveuse d’abeilles']]);

  it('brings the labels of its languages together, the preferred one first, three at most', async () => {
    expect(await conceptsIn(readEsco, { 'occupations_en.csv': EN, 'occupations_fr.csv': FR })).toEqual([
      { en: ['beekeeper', 'apiarist', 'bee farmer'], fr: ['apiculteur', 'apicultrice', 'éleveur d’abeilles'] },
      { en: ['bus/tram driver', 'driver of trams', 'bus operator'] },
    ]);
  });

  it('takes the language that was given over the one of the name', async () => {
    expect(await conceptsIn(readEsco, { 'mine.csv': FR }, ['fr'])).toMatchObject([
      { fr: ['apiculteur', 'apicultrice', 'éleveur d’abeilles'] },
    ]);
  });

  it.each([
    ['mine.csv', EN, undefined, /mine\.csv: it does not say which language/],
    ['mine.csv', EN, 'xx', /"xx" is none of our languages/],
    ['a_en.csv', 'name,age\nx,1\n', undefined, /a_en\.csv: it has no column "conceptUri"/],
    ['a_en.csv', 'PK\u0003\u0004 zip', undefined, /ZIP archive/],
  ])('refuses %s that cannot be read so', async (name, content, locale, message) => {
    await expect(conceptsIn(readEsco, { [name]: content }, locale ? [locale] : [])).rejects.toThrow(message);
  });
});

describe('EuroVoc', () => {
  const NT = [
    '<http://example.org/1> <http://www.w3.org/2004/02/skos/core#altLabel> "bee \\"keeping\\"\\u002E"@en .',
    '<http://example.org/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "apicultura"@es .',
    '<http://example.org/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "beekeeping"@en .',
    '<http://example.org/1> <http://www.w3.org/2004/02/skos/core#broader> <http://example.org/2> .',
    'not a triple "at all',
  ].join('\n');

  it('is read as RDF/XML, in the languages we speak', async () => {
    expect(await conceptsIn(readEurovoc, { 'eurovoc.rdf': RDF })).toEqual([
      { en: ['beekeeping', 'apiculture & hives'], el: ['μελισσοκομία'] },
    ]);
  });

  it('is read as N-Triples, the preferred label first', async () => {
    expect(await conceptsIn(readEurovoc, { 'eurovoc.nt': NT })).toEqual([{ en: ['beekeeping', 'bee "keeping".'], es: ['apicultura'] }]);
  });

  it('may be packed', async () => {
    expect(await conceptsIn(readEurovoc, { 'eurovoc.rdf.gz': gzipSync(RDF) })).toHaveLength(1);
  });

  it.each([
    [
      'entities of its own',
      RDF.replace('<rdf:RDF', '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<rdf:RDF').replace('beekeeping', '&b;'),
    ],
    ['a broken end', RDF.slice(0, 400)],
    ['elements without end', `<rdf:RDF>${'<a>'.repeat(5_000)}`],
  ])('is refused with %s', async (_, content) => {
    await expect(conceptsIn(readEurovoc, { 'eurovoc.rdf': content })).rejects.toThrow(
      /eurovoc\.rdf: the XML is damaged, declares a document type/,
    );
  });

  it('is refused when it holds no label', async () => {
    await expect(conceptsIn(readEurovoc, { 'x.nt': 'nothing\n' })).rejects.toThrow(/x\.nt: it has no prefLabel/);
  });
});

describe('Open Multilingual Wordnet', () => {
  it('brings the words of a synset together', async () => {
    const files = {
      'wn-data-ita.tab': omwTab('Parole', 'ita', [
        ['00000001-n', 'apicoltore'],
        ['00000002-n', 'arnia'],
      ]),
      'wn-data-als.tab': omwTab('Fjalë', 'als', [['00000001-n', 'bletar']]),
      'wn-data-eng.tab': '00000001-n\tlemma\tbee_keeper\n00000001-n\tdef\t0\tsomebody who keeps bees\n',
    };
    expect(await conceptsIn(readOmw, files)).toEqual([{ it: ['apicoltore'], sq: ['bletar'], en: ['bee keeper'] }, { it: ['arnia'] }]);
  });

  it('is refused in a language that is none of ours, and when it holds no lemma', async () => {
    await expect(conceptsIn(readOmw, { 'wn-data-jpn.tab': omwTab('x', 'jpn', [['00000001-n', 'x']]) })).rejects.toThrow(/which language/);
    await expect(conceptsIn(readOmw, { 'wn-data-ita.tab': '# x\tita\n' })).rejects.toThrow(/holds no lemma/);
  });
});

describe('FreeDict', () => {
  const ENG_SPA = dictd('eng-spa', {
    beekeeper: 'beekeeper /biːkiːpə/ <n>\n1. apicultor, colmenero\n"the beekeeper sleeps" – el apicultor duerme\n',
    hive: 'hive <n>\ncolmena [Zool.]\n',
  });
  const DEU_ENG = dictd('deu-eng', {
    Bienenzüchter: 'Bienenzüchter <n>\napiarist; beekeeper\n',
    Imker: 'Imker <masc>\nbeekeeper\n see: Imkerei\n',
  });

  it('is read word by word, in the order of its translations', async () => {
    expect(await conceptsIn(readFreedict, ENG_SPA)).toEqual([
      { en: ['beekeeper'], es: ['apicultor', 'colmenero'] },
      { en: ['hive'], es: ['colmena'] },
    ]);
  });

  it('meets other dictionaries in the language they share; who means it first comes first', async () => {
    expect(await conceptsIn(readFreedict, { ...ENG_SPA, ...DEU_ENG })).toEqual([
      { en: ['beekeeper'], es: ['apicultor', 'colmenero'], de: ['Imker', 'Bienenzüchter'] },
      { en: ['hive'], es: ['colmena'] },
      { de: ['Bienenzüchter'], en: ['apiarist'] },
    ]);
  });

  it('leaves out grammar, examples, notes and explanations', () => {
    expect(translationsIn('word\n1. (old) a, b [x] {m}\n2. /x/ <n> c; one two three four five\n"no" example\n')).toEqual(['a', 'b', 'c']);
  });

  it.each([
    [
      'an index that points nowhere',
      { 'eng-spa.index': 'hive\t////\tA\n', 'eng-spa.dict': 'x' },
      /eng-spa\.index: the \.index names no word/,
    ],
    ['numbers that are none', { 'eng-spa.index': 'hive\t*\t?\n', 'eng-spa.dict': 'x' }, /names no word/],
    ['its other half missing', { 'eng-spa.index': 'hive\tA\tB\n' }, /there is no such file/],
    ['a name that tells no languages', { 'words.index': 'hive\tA\tB\n' }, /does not tell two of our languages/],
    ['a damaged pack', { 'eng-spa.index': 'hive\tA\tB\n', 'eng-spa.dict.dz': gzipSync('a'.repeat(900)).subarray(0, 20) }, /damaged/],
  ])('is refused with %s', async (_, files, message) => {
    await expect(conceptsIn(readFreedict, files)).rejects.toThrow(message);
  });

  it('is refused when dictionaries have no language in common', async () => {
    const files = { ...dictd('deu-ita', { Imker: 'Imker\napicoltore\n' }), ...ENG_SPA };
    await expect(conceptsIn(readFreedict, files)).rejects.toThrow(/no language in common/);
  });

  it('is not unpacked without end', async () => {
    const files = { 'eng-spa.index': 'hive\tA\tB\n', 'eng-spa.dict.dz': gzipSync(Buffer.alloc(257 * 1024 * 1024)) };
    await expect(conceptsIn(readFreedict, files)).rejects.toThrow(/more than 256 MB when unpacked/);
  }, 20_000);
});
