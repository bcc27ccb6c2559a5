import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVocabularies } from '../../../src/knowledge/read-vocabularies';
import { importCommand } from '../../../src/staff/import/command';
import { learnCommand } from '../../../src/staff/learn-words/command';
import { holdLock } from '../../../src/store/lock';
import { guideText, translationText } from '../../knowledge/entry-files';
import { KnowledgeFolder, removeKnowledgeFolders } from '../../knowledge/knowledge-folder';
import { rooms } from '../heard';
import { parallelFolder, SPANISH } from './parallel-folder';

const LEARNED = ['baker\tpanadero', 'beekeeper\tapicultor', 'borrows\tpresta', 'honey\tmiel', 'sells\tvende', 'wax\tcera'];

describe('ponte learn words', () => {
  const data = mkdtempSync(join(tmpdir(), 'ponte-learn-'));
  afterAll(() => {
    removeKnowledgeFolders();
    rmSync(data, { recursive: true, force: true });
  });

  function stage(folder = parallelFolder(), now = () => new Date('2026-11-22T10:00:00Z')) {
    const heard = rooms({ folder: folder.path, dataFolder: mkdtempSync(join(data, 'data-')), now });
    const list = join(folder.path, 'word-lists', 'learned.tsv');
    return {
      folder,
      heard,
      list,
      run: (...args: string[]) => learnCommand.run(['words', ...args], heard.rooms),
      undo: () => importCommand.run(['undo'], heard.rooms),
      rows: () => readFileSync(list, 'utf8').split('\n').slice(4, -1),
    };
  }

  it('shows what it learned, and writes nothing', async () => {
    const { run, heard, list } = stage();
    expect(await run()).toBe(0);
    const out = heard.out();
    expect(out).toMatch(/^6 translations of 6 English words learned/);
    expect(out).toMatch(/es {2}6 words of 13 parallel pieces/);
    expect(out).toMatch(/en: honey · es: miel \(\d\.\d\d, 4 pieces\)/);
    expect(heard.err()).toMatch(/Nothing was written\. Add --apply/);
    expect(existsSync(list)).toBe(false);
  });

  it('tells each word from the others that always stand beside it, and leaves out figures and names', async () => {
    const { run, rows } = stage();
    expect(await run('--apply')).toBe(0);
    expect(rows()).toEqual(LEARNED);
  });

  it('writes a word list that the folder reads, with whose it is and of which day', async () => {
    const { run, folder, list } = stage();
    await run('--apply');
    expect(readFileSync(list, 'utf8')).toMatch(/^# Learned on 2026-11-22 from this folder.*\n# Licence: .*\n# .*\nen\tes\n/);
    const { vocabularies, findings } = await readVocabularies(folder.path);
    expect(findings).toEqual([]);
    expect(vocabularies.concepts).toContainEqual({
      id: 'word-lists/learned.tsv:8',
      words: { en: ['honey'], es: ['miel'] },
      isImported: true,
    });
  });

  it('says how to take it back, and import undo does', async () => {
    const { run, undo, heard, list } = stage();
    await run('--apply');
    expect(heard.err()).toMatch(/import undo/);
    expect(await undo()).toBe(0);
    expect(existsSync(list)).toBe(false);
  });

  it('gives the same file for the same texts, and leaves it when it is there already', async () => {
    const [one, two] = [stage(), stage()];
    await one.run('--apply');
    await two.run('--apply');
    expect(readFileSync(one.list, 'utf8')).toBe(readFileSync(two.list, 'utf8'));
    expect(await one.run('--apply')).toBe(0);
    expect(one.heard.err()).toMatch(/the same already; nothing was written/);
  });

  it('replaces what it learned before, even where that is damaged', async () => {
    const { run, rows, folder } = stage();
    folder.write('word-lists/learned.tsv', 'en\tes\nbaker\n');
    expect(await run('--apply')).toBe(0);
    expect(rows()).toEqual(LEARNED);
  });

  it('leaves out what the glossary knows on both sides, and keeps a new word for a known one', async () => {
    const { run, rows, folder } = stage();
    folder.write('glossary/trade.yaml', 'bee-stuff:\n  en: honey, wax\n  es: miel\n');
    await run('--apply');
    expect(rows()).toEqual(LEARNED.filter((row) => !row.startsWith('honey')));
  });

  it('learns of titles, and the form that is used most', async () => {
    const { run, rows, folder } = stage(new KnowledgeFolder());
    const titles = [
      'Lonely lamps|Lampade sole',
      'Green lamps|Lampade verdi',
      'The lamp is green|La lampada verde',
      'Lonely and green|Sole e verdi',
    ];
    for (const [n, pair] of titles.entries()) {
      const [en, it] = pair.split('|');
      folder.write(`guides/guide-${n}.md`, guideText(`guide-${n}`, { title: `{ en: "${en}", it: "${it}" }` }));
    }
    await run('--apply');
    expect(rows()).toContain('lamps\tlampade');
  });

  it('gives it all as JSON', async () => {
    const { run, heard } = stage();
    await run('--json');
    const told = JSON.parse(heard.out());
    expect(told).toMatchObject({ pieces: { es: 13 }, words: { es: 6 }, rows: 6, leftOut: 0, wrote: false });
    expect(told.learned).toContainEqual(expect.objectContaining({ pivot: 'honey', locale: 'es', word: 'miel', pieces: 4 }));
  });

  it('tells how far it is when it takes longer than a second', async () => {
    let seconds = 0;
    const { run, heard } = stage(parallelFolder(), () => new Date(Date.UTC(2026, 10, 22, 10, 0, seconds++)));
    await run();
    expect(heard.err()).toMatch(/learned from 1 of 10 languages/);
  });

  describe('refuses, and writes nothing,', () => {
    async function refused(folder: KnowledgeFolder): Promise<string> {
      const { run, heard, list } = stage(folder);
      expect(await run('--apply')).toBe(1);
      expect(heard.out()).toBe('');
      expect(existsSync(list)).toBe(false);
      return heard.err();
    }

    it('while a translation is broken, which it names', async () => {
      const folder = parallelFolder();
      folder.write('guides/guide-trade.es.md', '---\nid: [guide-trade\n---\n\nEl panadero.\n');
      const told = await refused(folder);
      expect(told).toMatch(/guides\/guide-trade\.es\.md:\d+/);
      expect(told).toMatch(/a file of the folder is broken\. Nothing was written\.\n.*ponte check/);
    });

    it('a folder without entries', async () => {
      expect(await refused(new KnowledgeFolder())).toMatch(/no text of this folder stands in English and in another language/);
    });

    it('a folder of one language', async () => {
      const folder = parallelFolder();
      folder.remove('guides/guide-trade.es.md');
      expect(await refused(folder)).toMatch(/no text of this folder stands in English and in another language/);
    });

    it('texts that teach nothing sure', async () => {
      const folder = new KnowledgeFolder();
      folder.write('guides/guide-a.md', guideText('guide-a', { title: '{ en: "Lonely lamps", it: "Lampade sole" }' }));
      expect(await refused(folder)).toMatch(/1 parallel pieces teach nothing/);
    });

    it('a translation of an older text, which may say something else', async () => {
      const folder = parallelFolder();
      folder.write('guides/guide-trade.es.md', translationText('guide-trade', 'es', 'Another text.', SPANISH));
      expect(await refused(folder)).toMatch(/no text of this folder stands in English/);
    });

    it('where other lists are as long as a folder may hold: with one more row the reader would refuse it', async () => {
      const folder = parallelFolder();
      folder.write('word-lists/esco.tsv', `en\tde\n${'a\tb\n'.repeat(20_000)}`);
      expect(await refused(folder)).toMatch(/the other word lists have 20000 concepts already.*\n {4}Remove one of word-lists/);
    });

    it('while an import is at work', async () => {
      const { run, heard, list } = stage();
      const release = holdLock(join(heard.rooms.dataFolder, 'import'), 'lock.db');
      try {
        expect(await run('--apply')).toBe(1);
      } finally {
        release();
      }
      expect(heard.err()).toMatch(/^ponte learn words: another import is at work/);
      expect(existsSync(list)).toBe(false);
    });
  });

  it('says how it is used when told to learn something else', async () => {
    const { heard } = stage();
    expect(await learnCommand.run(['grammar'], heard.rooms)).toBe(64);
    expect(heard.err()).toMatch(/ponte learn words \[--apply\]/);
  });
});
