import { HttpFront } from '../../src/channels/http-front';
import { mountOpenData } from '../../src/channels/open-data';
import type { OpenData } from '../../src/channels/open-data-shelf';
import { makeLog } from '../../src/log';

const LICENCE = 'https://licence.example.org/';

describe('the open data', () => {
  let now = Date.parse('2026-11-21T09:00:00.700Z');
  let version = 'one';
  let text = 'first';
  let made = 0;
  let url = '';
  let hold: Promise<void> | undefined;
  const lines: string[] = [];
  const log = makeLog('warn', { write: (line) => void lines.push(line) });
  const front = new HttpFront(log);
  const data: OpenData = {
    licence: LICENCE,
    index: 'catalogue',
    version: () => version,
    formats: ['catalogue', 'csv'],
    make: async (format) => {
      made += 1;
      await hold;
      if (text === 'broken') throw new Error('canary');
      const body = `${format} ${text}`;
      return { body, contentType: 'text/csv; charset=utf-8', fileName: `${format}.csv`, etag: `tag-of-${text}` };
    },
  };
  beforeAll(async () => {
    mountOpenData(front, data, { now: () => now, log, patienceMs: 50 });
    url = `http://127.0.0.1:${await front.listen(0, '127.0.0.1')}`;
  });
  afterAll(() => front.close(100));
  beforeEach(() => {
    [version, text, made, hold] = [`fresh ${performance.now()}`, 'first', 0, undefined];
  });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(url + path, { headers, method });

  it('begin with the catalogue, and give each file with its licence, its tag and its day', async () => {
    expect(await (await get('/open-data')).text()).toBe('catalogue first');
    const answer = await get('/open-data/csv');
    expect([answer.status, await answer.text()]).toEqual([200, 'csv first']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'inline; filename="csv.csv"',
      link: `<${LICENCE}>; rel="license"`,
      etag: '"tag-of-first"',
      'last-modified': 'Sat, 21 Nov 2026 09:00:00 GMT',
      'cache-control': 'no-cache',
    });
  });

  it('are open to pages of other origins', async () => {
    const { headers } = await get('/open-data/csv', { origin: 'https://portal.example' });
    expect([headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')]).toEqual(['*', 'cross-origin']);
  });

  it('are made once a version', async () => {
    for (let times = 0; times < 5; times += 1) await get('/open-data/csv');
    expect(made).toBe(1);
    version = `later ${version}`;
    text = 'second';
    expect(await (await get('/open-data/csv')).text()).toBe('csv second');
    expect(made).toBe(2);
  });

  it('are made once for everybody who asks at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => get('/open-data/csv')));
    expect([answers.map(({ status }) => status), made]).toEqual([Array(10).fill(200), 1]);
  });

  it('ask for patience while they are made, and are there when they are', async () => {
    let release: () => void = () => undefined;
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const early = await get('/open-data/csv');
    expect([early.status, early.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await early.json()).toMatchObject({ error: { code: 'Unavailable' } });
    release();
    const later = await get('/open-data/csv');
    expect([later.status, await later.text(), made]).toEqual([200, 'csv first', 1]);
  });

  it('never stand for a version they were not made from', async () => {
    expect(await (await get('/open-data/csv')).text()).toBe('csv first');
    [version, text, hold] = [`later ${version}`, 'second', new Promise(() => undefined)];
    expect((await get('/open-data/csv')).status).toBe(503);
  });

  it('that cannot be made are not available, are tried again when somebody asks, and the log has no word of why', async () => {
    text = 'broken';
    expect((await get('/open-data/csv')).status).toBe(503);
    expect(lines.join('')).toContain('open data');
    expect(lines.join('')).not.toContain('canary');
    text = 'mended';
    expect(await (await get('/open-data/csv')).text()).toBe('csv mended');
  });

  it('keep their day when a new version brings the same bytes', async () => {
    const before = (await get('/open-data/csv')).headers.get('last-modified');
    now += 3_600_000;
    version = `later ${version}`;
    expect((await get('/open-data/csv')).headers.get('last-modified')).toBe(before);
    text = `changed ${now}`;
    version = `latest ${version}`;
    expect((await get('/open-data/csv')).headers.get('last-modified')).toBe(new Date(Math.floor(now / 1000) * 1000).toUTCString());
  });

  it.each([
    [{ 'if-none-match': '"tag-of-first"' }, 304],
    [{ 'if-none-match': '"other", W/"tag-of-first"' }, 304],
    [{ 'if-none-match': '"other"', 'if-modified-since': 'Sat, 21 Nov 2099 09:00:00 GMT' }, 200],
    [{ 'if-modified-since': 'Sat, 21 Nov 2099 09:00:00 GMT' }, 304],
    [{ 'if-modified-since': 'Sat, 21 Nov 2020 09:00:00 GMT' }, 200],
    [{ 'if-modified-since': 'yesterday' }, 200],
  ])('asked with %j answer %i', async (headers, status) => {
    const answer = await get('/open-data/csv', headers);
    expect(answer.status).toBe(status);
    expect((await answer.text()) === '').toBe(status === 304);
    expect(answer.headers.get('link')).toContain('rel="license"');
  });

  it.each(['/open-data/xml', '/open-data/__proto__', '/open-data/csv/more', '/open-data/%2e%2e'])('have nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('answer HEAD without a body, and take nothing', async () => {
    const head = await get('/open-data/csv', {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '9', '']);
    expect((await get('/open-data/csv', {}, 'POST')).status).toBe(405);
  });
});
