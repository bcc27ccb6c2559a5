import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Miss } from '../../src/domain/miss';
import { MissFile, readMissFile } from '../../src/store/miss-file';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const miss = (question: string): Miss => ({ day: '2026-11-22', locale: 'en', outcome: 'no-evidence', question });

describe('The file of questions that found nothing', () => {
  afterAll(removeTemporaryFolders);
  const open = (folder: string, faults: unknown[] = []) => new MissFile(folder, (error) => faults.push(error));
  const questions = async (folder: string) => (await readMissFile(folder)).misses.map(({ question }) => question);

  it('is empty before the first one', async () => {
    expect(await readMissFile(temporaryFolder())).toEqual({ misses: [], unreadable: 0 });
  });

  it('takes them in order, one a line, and only its account may read it', async () => {
    const folder = temporaryFolder();
    const file = open(folder);
    for (let n = 0; n < 50; n++) file.record(miss(`question ${n}`));
    await file.settled();
    expect(await questions(folder)).toEqual(Array.from({ length: 50 }, (_, n) => `question ${n}`));
    expect(statSync(join(folder, 'misses.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('goes on after a line that a killed process left half written', async () => {
    const folder = temporaryFolder();
    const file = open(folder);
    file.record(miss('before'));
    await file.settled();
    appendFileSync(join(folder, 'misses.jsonl'), '{"day":"2026-');
    file.record(miss('after'));
    await file.settled();
    expect(await readMissFile(folder)).toEqual({ misses: [miss('before'), miss('after')], unreadable: 1 });
  });

  it('never fills the disk: of the longest files two are kept', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder);
    const full = `${JSON.stringify(miss('old'))}\n`.repeat(60_000);
    for (let time = 0; time < 2; time++) {
      writeFileSync(join(folder, 'misses.jsonl'), full);
      const file = open(folder);
      file.record(miss(`new ${time}`));
      await file.settled();
    }
    expect(readdirSync(folder).sort()).toEqual(['misses.before.jsonl', 'misses.jsonl']);
    expect(readFileSync(join(folder, 'misses.jsonl'), 'utf8')).toBe(`${JSON.stringify(miss('new 1'))}\n`);
  });

  it('tells a disk that fails as a fault, and stands in nobody’s way', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'misses.jsonl'), { recursive: true });
    const faults: unknown[] = [];
    const file = open(folder, faults);
    file.record(miss('lost'));
    await file.settled();
    expect(faults).toHaveLength(1);
  });
});
