import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Miss, readMisses } from '../../src/domain/miss';
import { type Log, silentLog } from '../../src/log';
import { MissLog } from '../../src/store/miss-log';

const MISS: Miss = { day: '2026-11-21', locale: 'el', outcome: 'no-evidence', question: 'πού βρίσκω μουσικό σχολείο' };

describe('Questions that found nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-misses-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are kept a line each, in order, and read back', async () => {
    const misses = new MissLog(folder, silentLog);
    misses.keep(MISS);
    misses.keep({ ...MISS, locale: 'sq', question: 'tjetër' });
    await misses.settle();
    const { misses: read, unreadable } = readMisses(readFileSync(join(folder, 'misses.jsonl'), 'utf8'));
    expect([read.map(({ locale }) => locale), unreadable]).toEqual([['el', 'sq'], 0]);
  });

  it('never fill the disk: the file begins anew, and the one before stays', async () => {
    const misses = new MissLog(folder, silentLog, 300);
    for (let n = 0; n < 10; n++) misses.keep(MISS);
    await misses.settle();
    expect(existsSync(join(folder, 'misses.jsonl.1'))).toBe(true);
    expect(readFileSync(join(folder, 'misses.jsonl'), 'utf8').length).toBeLessThanOrEqual(300);
  });

  it('that cannot be kept are given up, and that is logged', async () => {
    const degraded: string[] = [];
    const log: Log = { ...silentLog, degraded: ({ part }) => degraded.push(part) };
    const misses = new MissLog(join(folder, 'nowhere'), log);
    misses.keep(MISS);
    await misses.settle();
    expect(degraded).toEqual(['misses']);
  });
});
