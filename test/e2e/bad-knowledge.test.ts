/** What a mistake of staff does to a server that runs: it is named, the last good version answers on, the mended file goes live. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import type { ParseMemo } from '../../src/knowledge/parse-memo';
import { callText, type Lines } from '../knowledge/entry-files';
import { PROJECT } from '../support/built-server';
import { removeFolders, runServer, type ServerProcess, temporaryFolder } from '../support/running-server';
import { readSharedMemo } from '../support/shipped-folder';
import { Chat, call } from './support/chat';
import { copyKnowledge } from './support/knowledge-copies';
import { entriesOf } from './support/replies';

// Servers start and stop in here: seconds each, more on a busy machine.
jest.setTimeout(240_000);
// What is promised in seconds is tried again when the machine was busy with something else; a fault fails each time.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** What staff are promised, on a machine that keeps the other promise: ready within 3 seconds. A slower one gets as much more time. */
const LIVE_MS = 2_000;
const READY_MS = 3_000;
const LOOK_MS = 50;
/** Asks to wait for a change without running into the pace of one conversation. */
const ASK_MS = 250;
const SETTLES_MS = 60_000;

const ID = 'test-lantern-workshops';
const FILE = `calls/${ID}.md`;
const TWINS = [`organisations/${ID}.md`, 'calls/another-name.md', 'calls/albania-access.md'];
const QUESTION = 'How many lanterns does the lantern workshop of Drama lend?';

/** An entry with a fact that tells its versions apart. */
function lanterns(count: number, call: readonly string[] = ['opens: "2026-01-05"', 'closes: "2027-12-20"'], changes: Lines = {}): string {
  const names = {
    title: '{ en: "Lantern workshops of Drama" }',
    summary: `{ en: "The lantern workshop of Drama lends ${count} lanterns." }`,
  };
  return callText(
    ID,
    call,
    { areas: '[EL]', ...names, ...changes },
    `## Lanterns\n\nThe lantern workshop of Drama lends ${count} lanterns to associations.`,
  );
}

describe('A broken entry file', () => {
  let folder: string;
  let server: ServerProcess;
  let patience: number;
  /** The number that the version serving now has. */
  let lent = 11;
  beforeAll(async () => {
    memo = await readSharedMemo();
    folder = copyKnowledge();
    write(FILE, lanterns(lent));
    server = await runServer({ knowledgeFolder: folder });
    patience = LIVE_MS * Math.max(1, server.startMs / READY_MS);
  });
  // Whatever a test found: the next one begins with a sound folder that serves.
  afterEach(async () => {
    for (const file of TWINS) rmSync(join(folder, file), { force: true });
    for (const file of ['sites/demo.md', 'vocabularies/areas.yaml'])
      writeFileSync(join(folder, file), readFileSync(join(PROJECT, 'knowledge', file)));
    write(FILE, lanterns(lent));
    await settle();
  });
  afterAll(async () => {
    await server?.stop();
    removeFolders();
  });

  /** Saved as careful editors do: written beside, then put in place. */
  const write = (file: string, text: string | Buffer) => {
    writeFileSync(join(folder, `${file}~`), text);
    renameSync(join(folder, `${file}~`), join(folder, file));
  };
  const remove = (file: string) => rmSync(join(folder, file));
  /** `knowledge` is the beginning of the digest of what serves. */
  const details = async (): Promise<{ knowledge: string; brokenFiles: string[] }> => (await call(`${server.url}/readyz`)).body.details;
  const brokenFiles = async (): Promise<string[]> => (await details()).brokenFiles;
  let memo: ParseMemo;
  /** Waits until what lies in the folder is what serves. */
  const settle = async () => {
    const { digest } = (await readKnowledge(folder, undefined, memo)).knowledge;
    memo.turnOver();
    for (const end = Date.now() + SETTLES_MS; Date.now() < end && !digest.startsWith((await details()).knowledge); ) await wait(LOOK_MS);
  };
  const answer = async () => {
    const reply = await (await Chat.open(server.url, 'en')).ask(QUESTION);
    return { entries: entriesOf(reply), text: JSON.stringify([reply.text, reply.attachments]) };
  };
  const expectAnswer = async (count: number) => {
    const { entries, text } = await answer();
    expect([entries, text]).toEqual([[ID], expect.stringContaining(`${count} lanterns`)]);
  };
  const expectNamed = async (files: readonly string[]) => {
    const started = performance.now();
    while (String(await brokenFiles()) !== String(files) && performance.now() - started < patience) await wait(LOOK_MS);
    expect(await brokenFiles()).toEqual(files);
  };
  const expectLive = async (count: number) => {
    const chat = await Chat.open(server.url, 'en');
    const started = performance.now();
    const isLive = async () => JSON.stringify(await chat.ask(QUESTION)).includes(`${count} lanterns`);
    while (!(await isLive()) && performance.now() - started < patience) await wait(ASK_MS);
    await expectAnswer(count);
  };

  it('is not there at first: the entry answers', async () => {
    await expectNamed([]);
    await expectAnswer(lent);
  });

  const marker = join(temporaryFolder('marker'), 'ran');
  const script = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`;
  const bomb = [
    'a: &a ["x","x","x","x","x","x","x","x","x"]',
    ...'bcdefgh'.split('').map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[n]}`)}]`),
  ];
  it.each([
    ['broken YAML', lanterns(99).replace('kind: call', 'kind: "call')],
    ['closing before it opens', lanterns(99, ['opens: "2026-05-01"', 'closes: "2026-04-01"'])],
    ['an alias bomb', lanterns(99).replace('kind: call', `${bomb.join('\n')}\nkind: call`)],
    ['a ---js fence', lanterns(99).replace('---', `---js\n${script}`)],
    [
      'a tag that would run code',
      lanterns(99).replace('kind: call', `kind: !!js/function "function () { ${script.replaceAll('"', "'")} }"`),
    ],
    ['no front matter', '# Lanterns'],
    ['bytes that are no text', Buffer.from('ff00fe', 'hex')],
  ])('with %s is named, the last good version answers, and the mended one goes live', async (_, broken) => {
    write(FILE, broken);
    await expectNamed([FILE]);
    await expectAnswer(lent);
    // Nobody mends a file faster than the index is built.
    await settle();
    lent += 1;
    write(FILE, lanterns(lent));
    await expectLive(lent);
    await expectNamed([]);
    expect(existsSync(marker)).toBe(false);
  });

  it.each([
    ['a later folder', TWINS[0] ?? ''],
    ['the same folder', TWINS[1] ?? ''],
  ])('with the id of another entry, in %s, is named, and the entry that was there answers', async (_, twin) => {
    write(twin, lanterns(99));
    await expectNamed([twin]);
    await expectAnswer(lent);
    remove(twin);
    await expectNamed([]);
    await expectAnswer(lent);
  });

  it('with the id of another entry, in an earlier folder, is named, and the entry that was there answers', async () => {
    write('calls/albania-access.md', callText('albania-access'));
    await expectNamed(['calls/albania-access.md']);
  });

  it('takes neither its site nor the pages down when it is the site', async () => {
    const site = join(folder, 'sites', 'demo.md');
    const good = readFileSync(site, 'utf8');
    write('sites/demo.md', good.replace('kind: site', 'kind: [site'));
    await expectNamed(['sites/demo.md']);
    expect((await call(`${server.url}/chat?site=demo&locale=el`)).status).toBe(200);
    await expectAnswer(lent);
    write('sites/demo.md', good);
    await expectNamed([]);
  });

  it('takes no words down when it is a vocabulary', async () => {
    const areas = join(folder, 'vocabularies', 'areas.yaml');
    const good = readFileSync(areas, 'utf8');
    write('vocabularies/areas.yaml', `- [\n${good}`);
    await expectNamed([join('vocabularies', 'areas.yaml')]);
    await expectAnswer(lent);
    write('vocabularies/areas.yaml', good);
    await expectNamed([]);
  });

  it('does no harm when it comes and goes faster than the folder can be read', async () => {
    for (let n = 0; n < 20; n++) {
      write(FILE, n % 2 === 0 ? 'broken' : lanterns(99));
      await wait(40);
    }
    lent += 1;
    write(FILE, lanterns(lent));
    await expectLive(lent);
    await expectNamed([]);
  });
});
