import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Assets, assetAnswer, NEEDED_ASSETS, readAssets } from '../../src/channels/assets';
import type { HttpRequest } from '../../src/channels/http-exchange';

const LONG = 'console.log("ponte");'.repeat(200);

describe('the browser files', () => {
  let folder = '';
  let assets: Assets = new Map();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ponte-assets-'));
    for (const name of NEEDED_ASSETS) await writeFile(join(folder, name), name === 'chat.js' ? LONG : name);
    await mkdir(join(folder, 'chunks'));
    await writeFile(join(folder, 'chunks', 'card.js'), 'card()');
    assets = await readAssets(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const get = (name: string, headers: HttpRequest['headers'] = {}) => assetAnswer(assets, name, { headers } as HttpRequest);

  it('are read once, with those in folders', () => {
    expect([...assets.keys()].sort()).toEqual([...NEEDED_ASSETS, 'chunks/card.js'].sort());
    expect(get('chunks/card.js')).toMatchObject({ status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
  });

  it('come in the best encoding the client takes', () => {
    const plain = get('chat.js');
    const brotli = get('chat.js', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = get('chat.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(String(plain.body)).toBe(LONG);
    expect(plain.headers).not.toHaveProperty('Content-Encoding');
    expect([brotli.headers?.['Content-Encoding'], String(brotliDecompressSync(brotli.body as Buffer))]).toEqual(['br', LONG]);
    expect([gzip.headers?.['Content-Encoding'], String(gunzipSync(gzip.body as Buffer))]).toEqual(['gzip', LONG]);
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers?.ETag)).size).toBe(3);
    expect(get('demo.js', { 'accept-encoding': 'br' }).headers).not.toHaveProperty('Content-Encoding');
  });

  it('are not sent again while the client has them', () => {
    const etag = get('chat.js').headers?.ETag ?? '';
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) expect(get('chat.js', { 'if-none-match': given }).status).toBe(304);
    expect(get('chat.js', { 'if-none-match': '"other"' }).status).toBe(200);
  });

  it.each(['__proto__', 'constructor', '', 'chunks', '/chat.js', 'chat.js/', 'CHAT.JS'])('do not include %s', (name) => {
    expect(() => get(name)).toThrow(expect.objectContaining({ code: 'NotFound' }));
  });

  it('that are missing are named', async () => {
    await expect(readAssets(join(folder, 'chunks'))).rejects.toMatchObject({ code: 'WEB_NOT_BUILT', where: NEEDED_ASSETS.join(', ') });
    await expect(readAssets(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'WEB_NOT_BUILT' });
  });
});
