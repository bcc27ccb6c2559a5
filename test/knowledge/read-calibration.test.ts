import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import { check } from '../../src/staff/check/command';
import { rooms } from '../staff/heard';
import { guideText } from './entry-files';
import { KnowledgeFolder, removeKnowledgeFolders } from './knowledge-folder';

const REST = ['said: 1', 'likeness: 1', 'length: 1', 'several: 1', 'unplaced: -1', 'beyond: -1', 'guide: 1', 'help: 1'];
const OWN = ['samples: 90', 'base: -3', 'coverage: 2', 'score: 1', 'lead: 1', 'whole: 1', 'lacking: 1', 'strange: -1', ...REST];
const text = (lines: readonly string[] = OWN) => ['day: 2026-11-20', 'own:', ...lines.map((line) => `  ${line}`), ''].join('\n');
const FILE = 'calibration.yaml';

describe('The calibration of a folder', () => {
  afterAll(removeKnowledgeFolders);

  const stage = (calibration?: string) => {
    const folder = new KnowledgeFolder();
    folder.write('guides/a-guide.md', guideText('a-guide'));
    if (calibration !== undefined) folder.write(FILE, calibration);
    return folder;
  };

  it('serves with the folder, and a folder without one is whole', async () => {
    const { knowledge, findings } = await readKnowledge(stage(text()).path);
    expect(findings).toEqual([]);
    expect(knowledge.calibration).toMatchObject({ day: '2026-11-20', own: { base: -3, samples: 90 } });
    const without = await readKnowledge(stage().path);
    expect(without.findings).toEqual([]);
    expect(without.knowledge).not.toHaveProperty('calibration');
  });

  it.each([
    ['a coefficient is missing', text(OWN.slice(0, -1)), 3],
    ['a coefficient is no number', text(OWN.map((line) => line.replace('score: 1', 'score: much'))), 6],
    ['a coefficient is beyond all measure', text(OWN.map((line) => line.replace('base: -3', 'base: .inf'))), 4],
    ['a key is unknown', `${text()}extra: 1\n`, 1],
    ['a bracket is left open', 'day: [2026\n', 2],
  ])('is told at its line with the cure when %s, and everything else serves', async (_, broken, line) => {
    const { knowledge, findings } = await readKnowledge(stage(broken).path);
    expect(findings).toMatchObject([{ file: FILE, severity: 'error', line, fix: expect.stringContaining('ponte calibrate --apply') }]);
    expect(knowledge.calibration).toBeUndefined();
    expect(knowledge.entries).toHaveLength(1);
  });

  it('serves in its last good version while it is broken, and no more once it is removed', async () => {
    const folder = stage(text());
    const good = await readKnowledge(folder.path);
    folder.write(FILE, 'own: 1\n');
    const broken = await readKnowledge(folder.path, good.knowledge);
    expect(broken.findings).not.toEqual([]);
    expect(broken.knowledge.calibration).toEqual(good.knowledge.calibration);
    folder.remove(FILE);
    const gone = await readKnowledge(folder.path, broken.knowledge);
    expect(gone.findings).toEqual([]);
    expect(gone.knowledge.calibration).toBeUndefined();
  });

  it('makes another version of the folder when it changes, so that a running server takes it up', async () => {
    const folder = stage();
    const digests = [await readKnowledge(folder.path)];
    folder.write(FILE, text());
    digests.push(await readKnowledge(folder.path));
    folder.write(FILE, text(OWN.map((line) => line.replace('base: -3', 'base: -2'))));
    digests.push(await readKnowledge(folder.path));
    expect(new Set(digests.map(({ knowledge }) => knowledge.digest)).size).toBe(3);
  });

  it('is not read where it is a link that leaves the folder', async () => {
    const folder = stage();
    folder.link(FILE, '../knowledge-of-others/other.yaml');
    expect((await readKnowledge(folder.path)).findings).toEqual([]);
    rmSync(join(folder.path, FILE));
    folder.write('../knowledge-of-others/other.yaml', text());
    folder.link(FILE, '../knowledge-of-others/other.yaml');
    const { knowledge, findings } = await readKnowledge(folder.path);
    expect(findings).toMatchObject([{ file: FILE, what: 'the file is a link that leaves the folder' }]);
    expect(knowledge.calibration).toBeUndefined();
  });

  it('is a file that check knows, to the very key', async () => {
    const folder = stage(`${text()}extra: 1\n`);
    const heard = rooms({ folder: folder.path, dataFolder: folder.outside });
    expect(await check.run([FILE], heard.rooms)).toBe(1);
    expect(heard.out()).toMatch(/calibration\.yaml:19:\d+ {2}error {2}.*extra/);
  });
});
