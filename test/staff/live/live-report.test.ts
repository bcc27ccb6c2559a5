import { makeLog } from '../../../src/log';
import type { CountedReport, ReportJob } from '../../../src/staff/live/folder-job';
import { LiveReport } from '../../../src/staff/live/live-report';
import type { ServedFolder } from '../../../src/staff/live/served-folder';
import { SMALL_VOCABULARIES } from '../../support/sample-entries';

const SHORT_MS = 20;
const LONG_MS = 5_000;

describe('the report of the folder that serves', () => {
  let digest = 'one';
  let now = Date.parse('2026-11-22T08:00:00Z');
  let hold: Promise<void> | undefined;
  let isBroken = false;
  let counted: string[] = [];
  let lines: string[] = [];
  const folder = (): ServedFolder => ({
    knowledge: { digest, entries: [], vocabularies: SMALL_VOCABULARIES },
    unshown: [],
    brokenFiles: [],
  });
  const count = async (job: ReportJob, served: ServedFolder): Promise<CountedReport> => {
    counted.push(served.knowledge.digest);
    await hold;
    if (isBroken) throw new Error('canary');
    return { html: `report of ${served.knowledge.digest}`, json: '{}', at: job.at, digest: served.knowledge.digest };
  };
  const aReport = () =>
    new LiveReport({
      folder,
      count,
      dataFolder: '/nowhere',
      now: () => new Date(now),
      log: makeLog('warn', { write: (line) => void lines.push(line) }),
    });
  beforeEach(() => {
    [digest, now, hold, isBroken, counted, lines] = ['one', Date.parse('2026-11-22T08:00:00Z'), undefined, false, [], []];
  });

  it('is counted once a version, however many look', async () => {
    const report = aReport();
    const looks = await Promise.all([report.look(LONG_MS), report.look(LONG_MS), report.look(LONG_MS)]);
    expect(looks.map((look) => look.report?.html)).toEqual(Array(3).fill('report of one'));
    await report.look(LONG_MS);
    expect(counted).toEqual(['one']);
    digest = 'two';
    expect((await report.look(LONG_MS)).report?.html).toBe('report of two');
    expect(counted).toEqual(['one', 'two']);
  });

  it('keeps nobody waiting longer than they will, and shows the earlier one meanwhile', async () => {
    const report = aReport();
    hold = new Promise(() => undefined);
    expect(await report.look(SHORT_MS)).toEqual({ isCounting: true });
    hold = undefined;
    digest = 'two';
    await report.look(LONG_MS);
    [digest, hold] = ['three', new Promise(() => undefined)];
    expect(await report.look(SHORT_MS)).toMatchObject({ report: { html: 'report of two' }, isCounting: true });
  });

  it('is counted again on a new day, and when it has grown old', async () => {
    const report = aReport();
    await report.look(LONG_MS);
    now += 599_000;
    await report.look(LONG_MS);
    expect(counted).toHaveLength(1);
    now += 1_000;
    // The old one is shown at once; the next look has the new one.
    expect((await report.look(LONG_MS)).isCounting).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    expect([(await report.look(LONG_MS)).report?.at, counted.length]).toEqual([now, 2]);
    now += 86_400_000;
    await report.look(LONG_MS);
    expect(counted).toHaveLength(3);
  });

  it('that cannot be counted is tried again by the next look, and the log has no word of why', async () => {
    const report = aReport();
    isBroken = true;
    expect(await report.look(LONG_MS)).toEqual({ isCounting: false });
    expect(lines.join('')).toContain('"part":"report"');
    expect(lines.join('')).not.toContain('canary');
    isBroken = false;
    expect((await report.look(LONG_MS)).report?.html).toBe('report of one');
  });
});
