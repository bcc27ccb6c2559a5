import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLanguages } from '../../../src/compose';
import { readKnowledge } from '../../../src/knowledge/knowledge-base';
import { askOne } from '../../../src/staff/ask';
import { makeCalibrateCommand } from '../../../src/staff/calibrate/command';
import { makeFolderOpener } from '../../../src/staff/diff/open-folders';
import { importCommand } from '../../../src/staff/import/command';
import { holdLock } from '../../../src/store/lock';
import { KnowledgeFolder, removeKnowledgeFolders } from '../../knowledge/knowledge-folder';
import { rooms } from '../heard';
import { TOO_SURE, tradeFolder } from './trade-folder';

const NOW = () => new Date('2026-11-22T10:00:00Z');

describe('ponte calibrate', () => {
  const data = mkdtempSync(join(tmpdir(), 'ponte-calibrate-'));
  const openFolder = makeFolderOpener({ openLanguages, defaultSite: () => 'none' });
  afterAll(() => {
    removeKnowledgeFolders();
    rmSync(data, { recursive: true, force: true });
  });

  function stage(folder = tradeFolder(), calibration?: string, now = NOW) {
    if (calibration !== undefined) folder.write('calibration.yaml', calibration);
    const heard = rooms({ folder: folder.path, dataFolder: mkdtempSync(join(data, 'data-')), now });
    const file = join(folder.path, 'calibration.yaml');
    return {
      folder,
      heard,
      file,
      run: (...args: string[]) => makeCalibrateCommand(openFolder).run(args, heard.rooms),
      undo: () => importCommand.run(['undo'], heard.rooms),
      text: () => readFileSync(file, 'utf8'),
      sureOf: async (question: string) => {
        const opened = await openFolder(folder.path);
        return (await askOne({ id: 1, question, locale: 'en' }, { ...opened, now: NOW })).confidence;
      },
    };
  }

  it('corrects a calibration that is sure of everything, and the answers are told with it', async () => {
    const { run, heard, folder, sureOf } = stage(tradeFolder(), TOO_SURE);
    const strange = 'Where can I rent a lighthouse?';
    expect(await sureOf(strange)).toBeGreaterThan(0.9);
    expect(await run('--apply', '--json')).toBe(0);
    const { own, wrote } = JSON.parse(heard.out());
    expect(wrote).toBe(true);
    expect(own.refitted.logLoss).toBeLessThan(own.now.logLoss);
    expect(own.refitted.calibration).toBeLessThan(own.now.calibration);
    const { knowledge, findings } = await readKnowledge(folder.path);
    expect(findings).toEqual([]);
    expect(knowledge.calibration).toMatchObject({ day: '2026-11-22', own: { ...own.coefficients, samples: own.samples } });
    expect(await sureOf(strange)).toBeLessThan(0.4);
    expect(await sureOf('Who pays the oven of a new bakery?')).toBeGreaterThan(0.5);
  });

  it('asks each question with the entries that answer it and without them, and the unanswerable ones once', async () => {
    const { run, heard } = stage();
    await run('--json');
    const { questions, own, across } = JSON.parse(heard.out());
    expect(questions).toEqual({ golden: 90, made: 30 });
    expect(own.golden).toBeGreaterThan(90);
    expect(own.golden + across.samples).toBeLessThanOrEqual(150 + 60);
    expect(own.right).toBeLessThanOrEqual(90);
  });

  it('shows how good both are, and writes nothing', async () => {
    const { run, heard, text } = stage(tradeFolder(), TOO_SURE);
    expect(await run()).toBe(0);
    const out = heard.out();
    expect(out).toMatch(/^90 golden questions and 30 of titles and names/);
    expect(out).toMatch(/own language: \d+ golden samples \(\d+ right\), \d+ made samples \(\d+ right\); they weigh \d+/);
    expect(out).toMatch(/now \(of 2026-01-01\) +\d\.\d{4} +\d\.\d{4} +\d\.\d{4} +\d\.\d{4}/);
    expect(out).toMatch(/refitted \(ten folds\) +\d\.\d{4}/);
    expect(out).toMatch(/90–100 % {2}\d\.\d\d → \d\.\d\d +\d+/);
    expect(out).toMatch(/better: base 6 → -?\d/);
    expect(out).toMatch(/across languages: .*\n {2}too few: with less than 60 the calibrator stays \(shipped\)/);
    expect(heard.err()).toMatch(/Nothing was written\. Add --apply/);
    expect(text()).toBe(TOO_SURE);
  });

  it('gives the same file for the same folder, and leaves it when nothing tells better', async () => {
    const [one, two] = [stage(tradeFolder(), TOO_SURE), stage(tradeFolder(), TOO_SURE)];
    await one.run('--apply');
    await two.run('--apply');
    const first = one.text();
    expect(first).not.toBe(TOO_SURE);
    expect(two.text()).toBe(first);
    one.heard.err();
    expect(await one.run('--apply')).toBe(0);
    expect(one.heard.err()).toMatch(/nothing was written, nothing need be/);
    expect(one.text()).toBe(first);
  });

  it('says how to take it back, and import undo does', async () => {
    const { run, undo, heard, text } = stage(tradeFolder(), TOO_SURE);
    await run('--apply');
    expect(heard.err()).toMatch(/import undo/);
    expect(await undo()).toBe(0);
    expect(text()).toBe(TOO_SURE);
  });

  it('leaves out questions whose entries are not there, and says so', async () => {
    const { run, heard, folder } = stage(tradeFolder(), TOO_SURE);
    folder.remove('guides/guide-bakery.md');
    await run('--json');
    expect(heard.err()).toMatch(/^2 golden questions name no entry that is there/);
    expect(JSON.parse(heard.out()).questions).toEqual({ golden: 88, made: 29 });
  });

  it('tells how far it is when it takes longer than a second', async () => {
    let seconds = 0;
    const { run, heard } = stage(tradeFolder(), TOO_SURE, () => new Date(Date.UTC(2026, 10, 22, 10, 0, seconds++)));
    await run();
    expect(heard.err()).toMatch(/asked \d+ of 120 questions/);
  });

  describe('refuses, and writes nothing,', () => {
    async function refused(folder: KnowledgeFolder): Promise<string> {
      const { run, heard, file } = stage(folder);
      expect(await run('--apply')).toBe(1);
      expect(heard.out()).toBe('');
      expect(existsSync(file)).toBe(false);
      return heard.err();
    }

    it('too few questions, and says how many are needed and where they stand', async () => {
      const told = await refused(tradeFolder(10));
      expect(told).toMatch(/too few questions to fit anything: they weigh \d+, and 60 are needed\. Nothing was written\./);
      expect(told).toMatch(/golden questions with "relevant" to questions\.jsonl/);
    });

    it('a folder without questions: headlines alone are not how people ask', async () => {
      const folder = tradeFolder();
      folder.remove('questions.jsonl');
      expect(await refused(folder)).toMatch(/they weigh 0, and 60 are needed/);
    });

    it('a line of the questions that is none, which it names', async () => {
      const folder = tradeFolder();
      folder.write('questions.jsonl', '{"id": 1, "question": "Who?"}\n{"id": 2\n');
      expect(await refused(folder)).toMatch(/questions\.jsonl:2 not JSON.*\nponte calibrate: a line of /);
    });

    it('a folder of which nothing can be read', async () => {
      expect(await refused(new KnowledgeFolder())).toMatch(/nothing of .* can be read as a knowledge folder/);
    });

    it('while an import is at work', async () => {
      const { run, heard, file } = stage();
      const release = holdLock(join(heard.rooms.dataFolder, 'import'), 'lock.db');
      try {
        expect(await run('--apply')).toBe(1);
      } finally {
        release();
      }
      expect(heard.err()).toMatch(/^ponte calibrate: another import is at work/);
      expect(existsSync(file)).toBe(false);
    });
  });
});
