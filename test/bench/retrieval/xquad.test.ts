import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Text } from './engine';
import { readOptions } from './options';
import { mixedFolder, readXquad, XQUAD_LOCALES, type Xquad } from './xquad';

const PARAGRAPHS = 60;
const textsIn = (locale: Text['locale']): Text[] =>
  Array.from({ length: PARAGRAPHS }, (_, n) => ({ entry: `p${n}`, locale, section: 1, text: `${locale} ${n}` }));
const TEXTS: Xquad['texts'] = { en: textsIn('en'), es: textsIn('es'), de: textsIn('de'), el: textsIn('el') };

const languagesOf = (texts: readonly Text[]) =>
  Array.from({ length: PARAGRAPHS }, (_, n) => texts.filter(({ entry }) => entry === `p${n}`).map(({ locale }) => locale));

describe('a folder in several languages', () => {
  it('has each entry in one language, and uses all of them', () => {
    const languages = languagesOf(mixedFolder(TEXTS, 1));
    expect(languages.every((some) => some.length === 1)).toBe(true);
    expect(new Set(languages.flat()).size).toBe(XQUAD_LOCALES.length);
  });

  it('has each entry in one to three different ones', () => {
    const languages = languagesOf(mixedFolder(TEXTS, 3));
    expect(languages.every((some) => new Set(some).size === some.length)).toBe(true);
    expect(new Set(languages.map((some) => some.length))).toEqual(new Set([1, 2, 3]));
  });

  it('is the same each time', () => {
    expect(mixedFolder(TEXTS, 3)).toEqual(mixedFolder(TEXTS, 3));
  });
});

describe('XQuAD', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-xquad-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const paragraph = (n: number) => ({ context: `text ${n}`, qas: [{ question: `which number, ${n}?` }, { question: `what about ${n}?` }] });
  for (const locale of XQUAD_LOCALES)
    writeFileSync(join(folder, `xquad.${locale}.json`), JSON.stringify({ data: [{ paragraphs: [0, 1, 2].map(paragraph) }] }));

  it('is read as one entry a paragraph, with each question twice: as asked and misspelt', () => {
    const { texts, questions } = readXquad(folder, 1);
    expect(texts.de[2]).toEqual({ entry: 'p2', locale: 'de', section: 1, text: 'text 2' });
    expect(questions.el).toHaveLength(6);
    expect(questions.el[5]).toMatchObject({ question: 'what about 2?', right: 'p2' });
    expect(questions.el[5]?.misspelt).not.toBe('what about 2?');
  });

  it('is misspelt alike whether all is asked or a sample', () => {
    expect(readXquad(folder, 2).questions.en[2]).toEqual(readXquad(folder, 1).questions.en[4]);
  });

  it('is asked for by name and place when it is not there', () => {
    expect(() => readOptions([], {})).toThrow(/--xquad FOLDER/);
    expect(() => readOptions(['--xquad', join(folder, 'none')], {})).toThrow(/lacks xquad\.en\.json/);
    expect(readOptions([], { XQUAD_FOLDER: folder }).xquad).toBe(folder);
    expect(readOptions(['--parts', 'folder'], {})).toMatchObject({ xquad: '', parts: ['folder'], isSample: true });
  });
});

describe('the command line of the bench', () => {
  it('names what it does not know, with what there is', () => {
    expect(() => readOptions(['--parts', 'folder', '--engines', 'ponte,other'], {})).toThrow(/"other" is no engine\. There are: ponte,/);
    expect(() => readOptions(['--parts', 'all'], {})).toThrow(/"all" is no part/);
  });

  it('makes no baseline of a sample', () => {
    expect(() => readOptions(['--parts', 'folder', '--update'], {})).toThrow(/--update needs the whole run/);
    expect(readOptions(['--quick', '--parts', 'folder'], {}).step).toBe(8);
  });
});
