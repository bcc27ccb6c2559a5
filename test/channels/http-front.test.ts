import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HttpFront } from '../../src/channels/http-front';
import { HttpRefusal } from '../../src/channels/http-refusal';
import { makeLog } from '../../src/log';
import { itWithCorpus } from '../support/corpora';
import { rawRequest, statusOf } from './support/raw-request';

const CANARY = 'canary-7f3a-must-never-be-answered';

describe('the HTTP front', () => {
  const lines: string[] = [];
  const front = new HttpFront(makeLog('debug', { write: (line) => void lines.push(line) }));
  let port = 0;
  let url = '';

  beforeAll(async () => {
    front.route('GET', '/hello', () => ({ status: 200, body: { hello: true } }));
    front.route('POST', '/json', async (request) => ({ status: 200, body: { got: await request.readJson() } }));
    front.route('GET', '/sync', () => {
      throw new Error(CANARY);
    });
    front.route('GET', '/async', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error(CANARY);
    });
    front.route('GET', '/odd', () => {
      throw CANARY;
    });
    front.route('GET', '/refused', () => {
      throw new HttpRefusal('TooManyRequests', { headers: { 'Retry-After': '7' } });
    });
    front.route('GET', '/bad-header', () => ({ status: 200, headers: { 'x-bad': 'a\r\nb' }, body: {} }));
    front.route('GET', '/things/:id', (request) => ({ status: 200, body: { id: request.params.id, q: request.query.get('q') } }));
    front.route('GET', '/files/*', () => ({ status: 200, body: { file: true } }));
    port = await front.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(() => front.close(500));

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/json`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    return { status: response.status, text: await response.text() };
  };
  const isAlive = async () => expect((await get('/hello')).status).toBe(200);

  it('routes to the handler with the parts of the path and the query', async () => {
    expect(JSON.parse((await get('/things/a%20b?q=1&q=2')).text)).toEqual({ id: 'a b', q: '1' });
  });

  it.each(['/sync', '/async', '/odd'])('answers a throw at %s with a fixed body, and logs it under the same id', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain(CANARY);
    const { error } = JSON.parse(answer.text);
    expect(error).toEqual({ code: 'Internal', message: expect.any(String), id: answer.headers.get('x-request-id') });
    expect(lines.find((line) => line.includes('"fault"') && line.includes(error.id))).toContain(path);
    await isAlive();
  });

  it('answers a refusal with its code and headers', async () => {
    const answer = await get('/refused');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(JSON.parse(answer.text).error.code).toBe('TooManyRequests');
  });

  it('survives a handler that sets a header with a line break', async () => {
    expect((await get('/bad-header')).status).toBe(500);
    await isAlive();
  });

  it('gives 404 for an unknown path, and 405 with Allow for a wrong method', async () => {
    const unknown = await get('/nothing?x=<script>');
    expect(unknown.status).toBe(404);
    expect(JSON.parse(unknown.text)).toEqual({ error: { code: 'NotFound', message: expect.any(String), id: expect.any(String) } });
    const wrong = await fetch(`${url}/json`, { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    expect(JSON.parse(await wrong.text()).error.code).toBe('MethodNotAllowed');
  });

  it('answers HEAD like GET, without a body', async () => {
    const response = await fetch(`${url}/hello`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('keeps a well-formed request id and makes its own for any other', async () => {
    expect((await get('/hello', { 'x-request-id': 'abcdef-123456' })).headers.get('x-request-id')).toBe('abcdef-123456');
    expect((await get('/hello', { 'x-request-id': 'a b"<' })).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it.each(['/hello', '/nothing', '/sync', '/x%00', '/refused'])('sends the security headers with %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('server')).toBeNull();
  });

  it('logs each request with its route and never with its address', async () => {
    await get('/things/secret-thing?q=secret-query');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const logged = lines.filter((line) => line.includes('/things/:id')).join('');
    expect(logged).toContain('"status":200');
    expect(logged).not.toContain('secret-');
  });

  describe('a hostile address', () => {
    it.each([
      '/files/x%00',
      '/files/..%2fsecret',
      '/files/..%2F..%2Fetc/passwd',
      '/files/%2e%2e/secret',
      '/files/../hello',
      '/files/./x',
      '/files/..%5csecret',
      '/files/..\\secret',
      '/files/%c0%ae%c0%ae/x',
      '/files/%',
      '/files/%zz',
    ])('%s gives 404', async (path) => {
      expect(statusOf(await rawRequest(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`))).toBe(404);
    });

    it.each([
      ['an absolute target', 'GET http://evil.example/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
      ['a target without slash', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
      ['a host that is none', 'GET /hello HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
      ['a host with a bad port', 'GET /hello HTTP/1.1\r\nHost: x:99999\r\nConnection: close\r\n\r\n'],
      ['a host with markup', 'GET /hello HTTP/1.1\r\nHost: x">\r\nConnection: close\r\n\r\n'],
      ['an empty host', 'GET /hello HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n'],
      ['no host', 'GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ])('%s gives 400', async (_, bytes) => {
      expect(statusOf(await rawRequest(port, bytes))).toBe(400);
      await isAlive();
    });

    it.each([
      ['two lengths', 'POST /json HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
      ['a 20 KB header', `GET /hello HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`],
      ['no HTTP at all', '\u0000\u0001\u0002\r\n\r\n'],
      ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ])('%s ends the connection and nothing else', async (_, bytes) => {
      expect(statusOf(await rawRequest(port, bytes))).not.toBe(200);
      await isAlive();
    });

    it('answers a thousand pipelined requests, each once', async () => {
      const one = 'GET /hello HTTP/1.1\r\nHost: x\r\n\r\n';
      const last = 'GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
      const heard = await rawRequest(port, one.repeat(999) + last, 5000);
      expect(heard.match(/HTTP\/1\.1 200/g)).toHaveLength(1000);
    });
  });

  describe('a body', () => {
    it('is read when it is JSON in UTF-8', async () => {
      expect(JSON.parse((await post('{"a":"é"}')).text)).toEqual({ got: { a: 'é' } });
      expect((await post('{}', { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(200);
      expect((await post('')).text).toBe('{}');
    });

    it.each([
      ['gzip', gzipSync('{}')],
      ['gzip', Buffer.from('not gzip at all')],
      ['gzip', gzipSync('{}').subarray(0, 12)],
      ['deflate', Buffer.from('{}')],
      ['br', Buffer.from('{}')],
      ['identity, gzip', Buffer.from('{}')],
      ['gzip, gzip', Buffer.from('{}')],
    ])('in encoding %s gives 415', async (encoding, bytes) => {
      expect((await post(new Uint8Array(bytes), { 'content-encoding': encoding })).status).toBe(415);
      await isAlive();
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', ''])(
      'of type "%s" gives 415',
      async (type) => {
        const head = `POST /json HTTP/1.1\r\nHost: x\r\n${type && `Content-Type: ${type}\r\n`}Content-Length: 2\r\nConnection: close\r\n\r\n{}`;
        expect(statusOf(await rawRequest(port, head))).toBe(415);
      },
    );

    it('of 1 MB gives 413 and the connection ends', async () => {
      const size = 1024 * 1024;
      const head = `POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${size}\r\n\r\n`;
      const answer = await rawRequest(port, [head, 'a'.repeat(size)], 5000);
      expect(statusOf(answer)).toBe(413);
      expect(answer.toLowerCase()).toContain('connection: close');
      expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)).error.code).toBe('BodyTooLarge');
      await isAlive();
    });

    it('without end in chunks gives 413 and the connection ends', async () => {
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      socket.on('data', (data) => {
        heard += data.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.write('POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunk = `4000\r\n${'a'.repeat(0x4000)}\r\n`;
      const feeding = setInterval(() => socket.writable && socket.write(chunk), 5);
      const begun = Date.now();
      await new Promise<void>((resolve) => socket.once('close', () => resolve()));
      clearInterval(feeding);
      expect(statusOf(heard)).toBe(413);
      expect(Date.now() - begun).toBeLessThan(3000);
      await isAlive();
    });

    it('of exactly 64 KB is read, one byte more is not', async () => {
      const fill = (length: number) => `"${'a'.repeat(length - 2)}"`;
      expect((await post(fill(65_536))).status).toBe(200);
      expect((await post(fill(65_537))).status).toBe(413);
    });

    it.each([
      ['nested 30,000 deep', '['.repeat(30_000) + ']'.repeat(30_000)],
      ['nested 33 deep', '['.repeat(34) + ']'.repeat(34)],
      ['with 5,001 values', JSON.stringify(Array.from({ length: 5_001 }, () => 0))],
      ['with __proto__', '{"a":{"__proto__":{"polluted":true}}}'],
      ['cut off', '{"a":'],
      ['of nothing but a letter', 'x'],
      ['with a byte order mark', '\ufeff{}'],
    ])('%s gives 400', async (_, body) => {
      const answer = await post(body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text).error.code).toBe('BadJson');
      await isAlive();
    });

    it('nested 32 deep with 4,999 values is read', async () => {
      expect((await post('['.repeat(33) + ']'.repeat(33))).status).toBe(200);
      expect((await post(JSON.stringify(Array.from({ length: 4_999 }, () => 0)))).status).toBe(200);
    });

    it('in broken UTF-8 or UTF-16 gives 400', async () => {
      expect((await post(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
      expect((await post(new Uint8Array(Buffer.from('{}', 'utf16le')))).status).toBe(400);
      expect((await post(new Uint8Array(randomBytes(1000)))).status).toBe(400);
    });

    it('that its sender gives up on leaves the server alive', async () => {
      const socket = connect(port, '127.0.0.1');
      socket.write('POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"');
      await new Promise((resolve) => setTimeout(resolve, 30));
      socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 30));
      await isAlive();
    });
  });

  itWithCorpus('answers JSONTestSuite: n_ with 400, y_ with 200, nothing with 5xx', ['json-test-suite', 'test_parsing'], async (folder) => {
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThan(100);
    // Deep nesting is legal JSON that this server refuses; an empty body is no body.
    const ours = new Set(['n_structure_no_data.json']);
    const wrong: string[] = [];
    for (const file of files) {
      const { status } = await post(new Uint8Array(await readFile(join(folder, file))));
      const wanted = { y: [200], n: ours.has(file) ? [200] : [400, 413], i: [200, 400] }[file.charAt(0)] ?? [];
      if (!wanted.includes(status)) wrong.push(`${file}: ${status}`);
    }
    expect(wrong).toEqual([]);
    await isAlive();
  });

  it('names a port in use and a host that is not of this machine', async () => {
    const second = new HttpFront(makeLog('silent'));
    await expect(second.listen(port, '127.0.0.1')).rejects.toMatchObject({ code: 'PORT_IN_USE' });
    const third = new HttpFront(makeLog('silent'));
    await expect(third.listen(0, '203.0.113.7')).rejects.toMatchObject({ code: 'HOST_UNUSABLE' });
  });

  it('bounds headers, requests and connections', () => {
    expect([front.http.headersTimeout, front.http.requestTimeout, front.http.maxConnections]).toEqual([10_000, 15_000, 12_000]);
    expect((front.http as { connectionsCheckingInterval?: number }).connectionsCheckingInterval).toBe(2_000);
  });
});
