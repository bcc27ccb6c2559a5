import { makeKnowledgeBase } from '../../../src/knowledge/knowledge-base';
import { FORMATS } from '../../../src/staff/export/formats';
import { makeOpenData } from '../../../src/staff/export/open-data';
import { doJob } from '../../../src/staff/live/folder-job';
import { SMALL_VOCABULARIES } from '../../support/sample-entries';
import { CALL, FOLDER, HIDDEN } from './sample-offer';

function anOpenData() {
  let knowledge = makeKnowledgeBase(FOLDER, SMALL_VOCABULARIES, 'one');
  let now = new Date('2026-12-01T12:10:00Z');
  const folder = () => ({ knowledge, unshown: [], brokenFiles: [] });
  return {
    data: makeOpenData({ folder, make: doJob, baseUrl: () => 'https://ponte.example.org', now: () => now }),
    reload: (digest: string) => {
      knowledge = makeKnowledgeBase([CALL], SMALL_VOCABULARIES, digest);
    },
    waitUntil: (instant: string) => {
      now = new Date(instant);
    },
  };
}

describe('what /open-data serves', () => {
  it('is each format the command writes, of entries that may be shown', async () => {
    const { data } = anOpenData();
    const bodies = await Promise.all(FORMATS.map(async (format) => (await data.make(format)).body));
    expect(new Set(bodies).size).toBe(FORMATS.length);
    for (const body of bodies) for (const hidden of HIDDEN) expect(body).not.toContain(hidden);
    expect(FORMATS).toContain(data.index);
  });

  it('is nothing for a format there is not', async () => {
    const { data } = anOpenData();
    expect(data.formats).toEqual(FORMATS);
    for (const format of ['xml', '', '__proto__', 'constructor', 'CSV']) await expect(data.make(format)).rejects.toThrow();
  });

  it('changes its version with the folder and with the hour, and its tag with its bytes', async () => {
    const { data, reload, waitUntil } = anOpenData();
    const states: [string, string][] = [];
    const look = async () => states.push([data.version(), (await data.make('csv')).etag]);
    await look();
    waitUntil('2026-12-01T12:50:00Z');
    await look();
    waitUntil('2026-12-01T13:00:00Z');
    await look();
    reload('two');
    await look();
    expect(states[1]).toEqual(states[0]);
    // The call closes at 14:00 in Madrid, which is 13:00.
    expect(new Set(states.map(([version]) => version)).size).toBe(3);
    expect(new Set(states.map(([, etag]) => etag)).size).toBe(3);
  });
});
