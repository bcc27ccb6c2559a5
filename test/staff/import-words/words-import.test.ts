import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVocabularies } from '../../../src/knowledge/read-vocabularies';
import { importCommand } from '../../../src/staff/import/command';
import { guideText } from '../../knowledge/entry-files';
import { KnowledgeFolder, removeKnowledgeFolders } from '../../knowledge/knowledge-folder';
import { rooms } from '../heard';
import { escoCsv, newFolder, removeFolders, writeIn } from './word-files';

const GUIDE = guideText('guide-bees', {}, 'A beekeeper is somebody who keeps bees, and may ask for a grant.');
const EN = escoCsv([
  ['a1', 'beekeeper', 'apiarist'],
  ['a2', 'astronaut', 'cosmonaut'],
  ['a3', 'grant'],
]);
const ES = escoCsv([
  ['a1', 'apicultor/apicultora', 'colmenero'],
  ['a2', 'astronauta'],
  ['a3', 'subvención'],
]);

describe('ponte import words', () => {
  afterAll(() => {
    removeKnowledgeFolders();
    removeFolders();
  });

  function stage() {
    const folder = new KnowledgeFolder();
    folder.write('guides/guide-bees.md', GUIDE);
    folder.write('glossary/money.yaml', 'grant:\n  en: grant\n  es: subvención\n');
    const heard = rooms({ folder: folder.path, dataFolder: newFolder() });
    const files = writeIn(newFolder(), { 'occupations_en.csv': EN, 'occupations_es.csv': ES });
    const run = (...args: string[]) => importCommand.run(args, heard.rooms);
    const list = join(folder.path, 'word-lists', 'esco.tsv');
    return { folder, heard, files, run, list };
  }
  const ESCO = ['--as', 'esco', '--licence', 'CC BY 4.0, European Union'];

  it('shows first, and writes nothing', async () => {
    const { run, files, heard, list } = stage();
    expect(await run('words', ...files, ...ESCO)).toBe(0);
    expect(heard.out()).toMatch(
      /10 words of 3 concepts read; 1 concepts kept.*\n {2}en: beekeeper, apiarist · es: apicultor, apicultora, colmenero/,
    );
    expect(heard.err()).toMatch(/Nothing was written/);
    expect(existsSync(list)).toBe(false);
  });

  it('keeps what the folder has a word of and its glossary does not know, below the glossary', async () => {
    const { run, files, folder, list } = stage();
    expect(await run('words', ...files, ...ESCO, '--apply', '--source', 'ESCO 1.2')).toBe(0);
    expect(readFileSync(list, 'utf8').split('\n')).toEqual([
      '# ESCO 1.2',
      '# Licence: CC BY 4.0, European Union',
      expect.stringMatching(/^# Imported on 2026-11-22 from occupations_en\.csv, occupations_es\.csv;/),
      expect.stringMatching(/^# /),
      'en\tes',
      'beekeeper; apiarist\tapicultor; apicultora; colmenero',
      '',
    ]);
    const { vocabularies, findings } = await readVocabularies(folder.path);
    expect(findings).toEqual([]);
    expect(vocabularies.concepts).toEqual([
      { id: 'grant', words: { en: ['grant'], es: ['subvención'] } },
      {
        id: 'word-lists/esco.tsv:6',
        words: { en: ['beekeeper', 'apiarist'], es: ['apicultor', 'apicultora', 'colmenero'] },
        isImported: true,
      },
    ]);
  });

  it('is taken back by undo', async () => {
    const { run, files, list, heard } = stage();
    await run('words', ...files, ...ESCO, '--apply');
    expect(await run('undo')).toBe(0);
    expect(existsSync(list)).toBe(false);
    expect(heard.out()).toMatch(/Taken back: words of ESCO/);
  });

  it('replaces the list when it is imported again', async () => {
    const { run, files, list } = stage();
    await run('words', ...files, ...ESCO, '--apply');
    await run('words', ...files, '--as', 'esco', '--licence', 'another', '--apply');
    expect(readFileSync(list, 'utf8')).toMatch(/# Licence: another/);
  });

  it('refuses a list with which the folder would hold more than it may', async () => {
    const { run, files, heard, folder, list } = stage();
    const others = (count: number) => folder.write('word-lists/others.tsv', `en\tde\n${'a\tb\n'.repeat(count)}`);
    others(20_000);
    expect(await run('words', ...files, ...ESCO, '--apply')).toBe(1);
    expect(heard.err()).toMatch(/the other word lists have 20000 concepts already.*\n {4}Remove one of word-lists/);
    expect(existsSync(list)).toBe(false);
    others(19_999);
    expect(await run('words', ...files, ...ESCO, '--apply')).toBe(0);
    expect((await readVocabularies(folder.path)).findings).toEqual([]);
  });

  it('refuses what helps nobody here', async () => {
    const { run, files, heard } = stage();
    expect(await run('words', files[0] ?? '', ...ESCO)).toBe(1);
    expect(heard.err()).toMatch(/none of its words helps to find something here\.\n {4}Give files of two languages at least/);
  });

  it.each([[['--as', 'esco']], [['--as', 'thesaurus', '--licence', 'x']], [['--licence', 'x']]])(
    'asks for what is missing: %j',
    async (args) => {
      const { run, files, heard } = stage();
      expect(await run('words', ...files, ...args)).toBe(64);
      expect(heard.err()).toMatch(/--as esco, eurovoc, omw, freedict, and --licence/);
    },
  );

  it('names the file it cannot read', async () => {
    const { run, heard } = stage();
    expect(await run('words', '/nowhere/x_en.csv', ...ESCO)).toBe(1);
    expect(heard.err()).toBe('ponte import words: /nowhere/x_en.csv: there is no such file.\n    Check the name and the folder.\n');
  });
});
