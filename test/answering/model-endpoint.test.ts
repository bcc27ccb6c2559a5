import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openModelEndpoint } from '../../src/answering/model-endpoint';
import { PonteError } from '../../src/errors';
import { makeLog } from '../../src/log';
import { answering, dripping, FakeModel, flooding, hangingUp, saying, silent } from './fake-model';

let fake: FakeModel;
beforeAll(async () => {
  fake = await FakeModel.open();
});
afterAll(() => fake.close());

const QUESTION = [{ role: 'user', content: 'hello' }] as const;
const ask = (more: object = {}) =>
  openModelEndpoint({ url: fake.url, name: 'small', key: 'a-key', timeoutMs: 400, ...more }).complete(QUESTION);

/** Where the fault says that it failed. */
async function faultOf(asking: Promise<string>): Promise<string> {
  const fault = await asking.then(
    (text) => new Error(`answered: ${text}`),
    (error: unknown) => error,
  );
  if (!(fault instanceof PonteError)) throw fault;
  expect(fault.code).toBe('MODEL_FAILED');
  return fault.where;
}

it('asks one question at /chat/completions under the address, with the key and the model', async () => {
  fake.behaviour = saying('good day');
  expect(await ask()).toBe('good day');
  expect(await ask({ url: `${fake.url}/`, key: undefined })).toBe('good day');
  const [first, second] = fake.heard.slice(-2);
  expect(first).toMatchObject({ url: '/v1/chat/completions', headers: { authorization: 'Bearer a-key' } });
  expect(JSON.parse(first?.body ?? '')).toMatchObject({ model: 'small', messages: QUESTION, temperature: 0, stream: false });
  expect(second?.url).toBe('/v1/chat/completions');
  expect(second?.headers.authorization).toBeUndefined();
});

it.each([
  ['a server fault', answering(500, 'oh'), 'status 500'],
  ['a refusal', answering(401, '{}'), 'status 401'],
  ['too many questions', answering(429, '{}'), 'status 429'],
  ['a page instead of an answer', answering(200, '<!doctype html><h1>Sign in</h1>', { 'content-type': 'text/html' }), 'not a completion'],
  ['half an answer', answering(200, '{"choices":[{"message":{"content":"ha'), 'not a completion'],
  ['an empty answer', answering(200, ''), 'not a completion'],
  ['no choice', answering(200, '{"choices":[]}'), 'not a completion'],
  ['a call of a tool', answering(200, '{"choices":[{"message":{"content":null,"tool_calls":[{}]}}]}'), 'not a completion'],
  ['a body without end', flooding, 'too large'],
  ['a large body', answering(200, JSON.stringify({ choices: [{ message: { content: 'x'.repeat(70_000) } }] })), 'too large'],
  ['silence', silent, 'too late'],
  ['a byte at a time', dripping, 'too late'],
  ['a closed socket', hangingUp, 'no answer'],
])('fails in time for %s', async (_, behaviour, where) => {
  fake.behaviour = behaviour;
  expect(await faultOf(ask())).toBe(where);
});

it('fails where nobody listens', async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  expect(await faultOf(ask({ url: `http://127.0.0.1:${port}/v1` }))).toBe('no answer');
});

it('goes nowhere else: no redirect is followed, no proxy asked', async () => {
  const elsewhere = await FakeModel.open();
  elsewhere.behaviour = saying('from elsewhere');
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'];
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) process.env[name] = elsewhere.url;
  try {
    for (const status of [301, 302, 307, 308]) {
      fake.behaviour = answering(status, '', { location: `${elsewhere.url}/chat/completions` });
      expect(await faultOf(ask())).toBe('no answer');
    }
    fake.behaviour = saying('from here');
    expect(await ask()).toBe('from here');
    expect(elsewhere.heard).toEqual([]);
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await elsewhere.close();
  }
});

it('leaves neither the key nor what was answered in the log', async () => {
  const lines: string[] = [];
  const log = makeLog('info', { write: (line) => void lines.push(line) });
  for (const behaviour of [answering(500, 'CANARY'), answering(200, 'CANARY {'), hangingUp]) {
    fake.behaviour = behaviour;
    await ask({ key: 'CANARY-key' }).catch((error: unknown) => log.degraded({ part: 'language model', error }));
  }
  expect(lines).toHaveLength(3);
  expect(lines.join('')).toContain('MODEL_FAILED');
  expect(lines.join('')).not.toContain('CANARY');
});
