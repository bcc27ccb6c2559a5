import { readVocabularies } from '../../src/knowledge/read-vocabularies';
import { KnowledgeFolder, removeKnowledgeFolders } from './knowledge-folder';

describe('The glossary', () => {
  afterAll(removeKnowledgeFolders);

  const read = async (files: Record<string, string>) => {
    const folder = new KnowledgeFolder();
    for (const [name, text] of Object.entries(files)) folder.write(`glossary/${name}`, text);
    const { vocabularies, findings } = await readVocabularies(folder.path);
    return { concepts: vocabularies.concepts, findings };
  };
  const GRANT = '# Money.\ngrant:\n  en: grant, subsidy\n  el: επιχορήγηση\n';

  it('gives each concept the words of its languages, the usual one first', async () => {
    const { concepts, findings } = await read({ 'money.yaml': `${GRANT}no:\n  en: no\n  de: nein\n` });
    expect(concepts).toEqual([
      { id: 'grant', words: { en: ['grant', 'subsidy'], el: ['επιχορήγηση'] } },
      { id: 'no', words: { en: ['no'], de: ['nein'] } },
    ]);
    expect(findings).toEqual([]);
  });

  it('may be missing, and a theme may be empty', async () => {
    expect(await read({})).toEqual({ concepts: [], findings: [] });
    expect(await read({ 'later.yaml': '# To be written.\n' })).toEqual({ concepts: [], findings: [] });
  });

  it('tells a concept that stands in two themes, and keeps one', async () => {
    const { concepts, findings } = await read({ 'a.yaml': GRANT, 'b.yaml': GRANT });
    expect(concepts).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: 'duplicate-concept', file: 'glossary/b.yaml' }]);
  });

  it.each([
    ['an unknown language', 'grant:\n  xx: word\n', 2],
    ['a word missing beside a comma', 'grant:\n  en: grant,\n', 2],
    ['a list instead of words', 'grant:\n  en: [grant]\n', 2],
    ['an id that is no id', 'Grant money:\n  en: grant\n', 2],
    ['a concept without words', 'grant: {}\n', 1],
    ['a concept twice', 'grant:\n  en: grant\ngrant:\n  en: aid\n', 3],
    ['a broken file', 'grant: [', 1],
  ])('tells %s at its line, and keeps the other themes', async (_, text, line) => {
    const { concepts, findings } = await read({ 'bad.yaml': text, 'money.yaml': GRANT });
    expect(findings[0]).toMatchObject({ file: 'glossary/bad.yaml', line });
    expect(concepts.map(({ id }) => id)).toEqual(['grant']);
  });

  it('never reads outside the folder, nor what is too large', async () => {
    const folder = new KnowledgeFolder();
    folder.write('../knowledge-of-others/far.yaml', GRANT);
    folder.write('glossary/large.yaml', `${GRANT}# ${'x'.repeat(1024 * 1024)}\n`);
    folder.link('glossary/far.yaml', `${folder.outside}/far.yaml`);
    const { vocabularies, findings } = await readVocabularies(folder.path);
    expect(vocabularies.concepts).toEqual([]);
    expect(findings.map(({ file }) => file).sort()).toEqual(['glossary/far.yaml', 'glossary/large.yaml']);
  });
});
