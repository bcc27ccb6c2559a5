import type { Readiness } from '../../src/channels/health';
import { openWorld, type World } from './support/world';

describe('health', () => {
  let now = 0;
  let looks = 0;
  let readiness: () => Promise<Readiness> = async () => ({ ready: true, reasons: [] });
  let world: World;
  beforeEach(async () => {
    now = 1_000_000;
    looks = 0;
    const look = () => {
      looks += 1;
      return readiness();
    };
    world = await openWorld({ server: { now: () => now, readiness: look } });
  });
  afterEach(() => world.close());

  it('is alive and ready', async () => {
    readiness = async () => ({ ready: true, reasons: [], details: { entries: 60 } });
    expect(await world.call('/healthz')).toMatchObject({ status: 200, body: { alive: true } });
    expect(await world.call('/readyz')).toMatchObject({ status: 200, body: { ready: true, reasons: [], details: { entries: 60 } } });
  });

  it('looks again after a second, not before', async () => {
    readiness = async () => ({ ready: looks < 2, reasons: looks < 2 ? [] : ['store'] });
    const statuses: number[] = [];
    for (const seconds of [0, 0.5, 0.99, 1]) {
      now = 1_000_000 + seconds * 1000;
      statuses.push((await world.call('/readyz')).status);
    }
    expect([...statuses, looks]).toEqual([200, 200, 200, 503, 2]);
  });

  it('is alive and not ready when the look throws or takes too long, and says no word of why', async () => {
    readiness = () => Promise.reject(new Error('canary'));
    expect(await world.call('/readyz')).toMatchObject({ status: 503, body: { ready: false, reasons: ['fault'] } });
    now += 5000;
    readiness = () => new Promise(() => undefined);
    expect(await world.call('/readyz')).toMatchObject({ status: 503, body: { ready: false, reasons: ['timeout'] } });
    expect((await world.call('/healthz')).status).toBe(200);
    expect(world.logged()).not.toContain('canary');
  });

  it('is not ready from the moment it drains', async () => {
    readiness = async () => ({ ready: true, reasons: [] });
    expect((await world.call('/readyz')).status).toBe(200);
    world.server.drain();
    expect(await world.call('/readyz')).toMatchObject({ status: 503, body: { reasons: ['draining'] } });
  });
});
