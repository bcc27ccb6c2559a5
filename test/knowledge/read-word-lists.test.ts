import { readVocabularies } from '../../src/knowledge/read-vocabularies';
import { KnowledgeFolder, removeKnowledgeFolders } from './knowledge-folder';

describe('A list of words of others', () => {
  afterAll(removeKnowledgeFolders);

  const read = async (files: Record<string, string>) => {
    const folder = new KnowledgeFolder();
    for (const [name, text] of Object.entries(files)) folder.write(name, text);
    const { vocabularies, findings } = await readVocabularies(folder.path);
    return { concepts: vocabularies.concepts, findings };
  };
  const LIST = '# Ours to use\nen\tde\tel\nbeekeeper; apiarist\tImker\t\nhive\t\tκυψέλη\n';

  it('stands after the glossary, and is told apart from it', async () => {
    const { concepts, findings } = await read({ 'word-lists/a.tsv': LIST, 'glossary/z.yaml': 'hive:\n  en: hive\n' });
    expect(findings).toEqual([]);
    expect(concepts).toEqual([
      { id: 'hive', words: { en: ['hive'] } },
      { id: 'word-lists/a.tsv:3', words: { en: ['beekeeper', 'apiarist'], de: ['Imker'] }, isImported: true },
      { id: 'word-lists/a.tsv:4', words: { en: ['hive'], el: ['κυψέλη'] }, isImported: true },
    ]);
  });

  it.each([
    ['a language that is none', 'en\txx\na\tb\n', 1],
    ['a language twice', 'en\ten\na\tb\n', 1],
    ['a cell too many', 'en\tde\na\tb\nc\td\te\n', 3],
    ['nothing in it', '# empty\n', 1],
  ])('is told with %s, and the others serve', async (_, text, line) => {
    const { concepts, findings } = await read({ 'word-lists/a.tsv': text, 'word-lists/b.tsv': LIST });
    expect(findings).toMatchObject([{ rule: 'schema', file: 'word-lists/a.tsv', line }]);
    expect(concepts).toHaveLength(2);
  });

  it('is told with the command that makes it anew', async () => {
    const { findings } = await read({ 'word-lists/esco.tsv': 'en\txx\n', 'word-lists/learned.tsv': 'en\txx\n' });
    expect(findings.map(({ fix }) => fix)).toEqual([
      expect.stringContaining('"ponte import words"'),
      expect.stringContaining('"ponte learn words --apply"'),
    ]);
  });

  it('is not read beyond what an index can hold', async () => {
    const many = `en\tde\n${'a\tb\n'.repeat(15_000)}`;
    const { concepts, findings } = await read({ 'word-lists/a.tsv': many, 'word-lists/b.tsv': many });
    expect(concepts).toHaveLength(15_000);
    expect(findings).toMatchObject([{ file: 'word-lists/b.tsv', what: 'with it there are more than 20000 concepts' }]);
  });
});
