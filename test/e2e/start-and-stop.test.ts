/** How the built server begins and ends: what keeps it from starting is said in one line, and a stop loses nothing. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Settings } from '../../src/config';
import { removeFolders, runServer, runToItsEnd, type ServerProcess, temporaryFolder } from '../support/running-server';
import { pageWords, say } from '../support/spoken-words';
import { Chat, call } from './support/chat';
import { smallKnowledge } from './support/knowledge-copies';

// Servers start and stop in here: seconds each, more on a busy machine.
jest.setTimeout(240_000);

/** sysexits.h: EX_CONFIG and EX_SOFTWARE. */
const EX_CONFIG = 78;
const EX_SOFTWARE = 70;
const CHATS = 12;
/** As many as one conversation may send at once. */
const MOST_MESSAGES = 30;
const TALK_MS = 400;

const servers: ServerProcess[] = [];
const running = async (options: Parameters<typeof runServer>[0] = {}): Promise<ServerProcess> => {
  const server = await runServer({ ...smallKnowledge(), ...options });
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  removeFolders();
});

/** Names of settings at the beginning of a problem: `PORT: …; MAIL_FROM: …`. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/\b([A-Z][A-Z0-9_]+): /g)]
    .map(([, name = '']) => name)
    .filter((name) => name in Settings.shape)
    .sort();

describe('A start', () => {
  it('ends with 78 when settings are wrong, names each and shows no value', async () => {
    const canary = 'canary-1f0b';
    const wrong = {
      PORT: canary,
      PUBLIC_URL: canary,
      LOG_LEVEL: canary,
      TOKEN_SECRET: canary,
      MASTER_KEY: canary,
      SMTP_URL: `http://user:${canary}@localhost`,
      MAIL_FROM: canary,
      MICROSOFT_APP_ID: canary,
      MICROSOFT_APP_TENANT_ID: canary,
      CONVERSATION_HOURS: canary,
    };
    const dataFolder = join(temporaryFolder('data'), 'data');
    const { code, stdout, stderr } = await runToItsEnd({ settings: wrong, dataFolder });
    expect(code).toBe(EX_CONFIG);
    // The third of its three settings is missing, which is told beside what is wrong with the two.
    expect(namedIn(stderr)).toEqual([...Object.keys(wrong), 'MICROSOFT_APP_PASSWORD'].sort());
    expect(stdout + stderr).not.toContain(canary);
    expect(existsSync(dataFolder)).toBe(false);
  });

  it('ends with 78 when settings are missing that others need', async () => {
    const canary = 'canary-77aa';
    const settings = { MICROSOFT_APP_PASSWORD: canary, SMTP_URL: `smtp://user:${canary}@localhost` };
    const { code, stdout, stderr } = await runToItsEnd({ settings });
    expect([code, namedIn(stderr)]).toEqual([EX_CONFIG, ['MAIL_FROM', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID']]);
    expect(stdout + stderr).not.toContain(canary);
  });

  it.each([
    [
      'the port is taken',
      'PORT_IN_USE',
      (first: ServerProcess) => ({ settings: { PORT: String(first.port) } }),
      (first: ServerProcess) => String(first.port),
    ],
    [
      'another server has the data folder',
      'DATA_LOCKED',
      (first: ServerProcess) => ({ dataFolder: first.dataFolder }),
      (first: ServerProcess) => first.dataFolder,
    ],
  ])('ends with one clear line when %s, and the first server answers on', async (_, fault, given, named) => {
    const first = await running();
    const { code, stderr } = await runToItsEnd({ ...smallKnowledge(), ...given(first) });
    expect(code).toBe(EX_SOFTWARE);
    const lines = stderr.split('\n').filter((line) => line.includes(fault));
    expect(lines).toEqual([expect.stringContaining(named(first))]);
    expect(stderr).not.toMatch(/^\s+at /m);
    const helped = await (await Chat.open(first.url, 'el')).ask(say('el', 'common:offer.help'));
    expect(helped.text).toBe(say('el', 'dialogs:help'));
  });

  it.each([
    ['the knowledge folder is not there', 'KNOWLEDGE_EMPTY', () => ({ knowledgeFolder: join(temporaryFolder('none'), 'knowledge') })],
    ['the knowledge folder has nothing in it', 'KNOWLEDGE_EMPTY', () => ({ knowledgeFolder: temporaryFolder('empty') })],
    ['the address is none of this machine', 'HOST_UNUSABLE', () => ({ settings: { HOST: '192.0.2.1' } })],
    ['the data folder is a file', 'STORE_FAILED', () => ({ dataFolder: aFile() })],
  ])('ends with one clear line when %s', async (_, fault, given) => {
    const { code, stderr } = await runToItsEnd({ ...smallKnowledge(), ...given() });
    expect([code, stderr.split('\n').filter((line) => line.includes(fault)).length]).toEqual([EX_SOFTWARE, 1]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('takes the folder of a server that was killed', async () => {
    const server = await running();
    expect(await server.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    await server.restart();
    expect((await call(`${server.url}/healthz`)).status).toBe(200);
  });
});

function aFile(): string {
  const path = join(temporaryFolder('data'), 'file');
  writeFileSync(path, 'what somebody else keeps');
  return path;
}

describe('A stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s under load answers every message it took, once, and ends with 0', async (signal) => {
    const server = await running();
    const chats = await Promise.all(Array.from({ length: CHATS }, () => Chat.open(server.url, 'en')));
    const talks = chats.map(talkOn);
    await wait(TALK_MS);
    expect(await server.kill(signal)).toEqual({ code: 0, signal: null });
    const taken = await Promise.all(talks);
    // The signal came in the middle of the talk, or this test would show nothing.
    for (const ids of taken) expect([ids.length > 0, ids.length < MOST_MESSAGES]).toEqual([true, true]);
    const lengthBefore = server.stdout.length;
    await server.restart();
    // Nothing was left in the inbox: the stop had waited.
    expect(server.stdout.slice(lengthBefore)).not.toContain('"redriven"');
    for (const [n, chat] of chats.entries()) {
      const transcript = await new Chat(server.url, chat.id, chat.token).transcript();
      const answered = transcript.flatMap(({ replyToId }) => replyToId ?? []);
      expect(answered).toEqual(expect.arrayContaining(taken[n] ?? []));
      expect(new Set(answered).size).toBe(answered.length);
    }
  });

  it('leaves a data folder with nothing half done', async () => {
    const server = await running();
    await (await Chat.open(server.url, 'en')).ask(say('en', 'common:offer.help'));
    await server.kill('SIGTERM');
    for (const name of ['core.db', 'transcript.db']) {
      expect(readFileSync(join(server.dataFolder, name)).length).toBeGreaterThan(0);
      expect(existsSync(join(server.dataFolder, `${name}-wal`))).toBe(false);
    }
  });
});

/** Asks one question after another until nobody listens any more; gives the ids of those that were taken. */
async function talkOn(chat: Chat): Promise<string[]> {
  const taken: string[] = [];
  // A long question is a long turn.
  const text = (pageWords('en')['demo.question-3'] ?? '').repeat(20);
  for (let n = 0; n < MOST_MESSAGES; n++) {
    const answer = await chat.post({ type: 'message', text }).catch(() => undefined);
    if (answer?.status !== 200) break;
    taken.push(answer.body.id);
  }
  return taken;
}
