import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportJob } from '../../../src/staff/live/folder-job';
import { FolderThread } from '../../../src/staff/live/folder-thread';
import { guideEntry, SMALL_VOCABULARIES } from '../../support/sample-entries';

const job = (format: ExportJob['format']): ExportJob => ({ kind: 'export', format, baseUrl: 'https://ponte.example.org', at: 0 });
const folderOf = (digest: string) => ({
  knowledge: { digest, entries: [guideEntry({ id: `guide-of-${digest}` })], vocabularies: SMALL_VOCABULARIES },
  unshown: [],
  brokenFiles: [],
});

describe('the thread that works on the whole folder', () => {
  let folder = '';
  let threads: FolderThread[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ponte-thread-'));
  });
  afterEach(async () => {
    await Promise.all(threads.map((thread) => thread.close()));
    threads = [];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A thread with a program of the test's; `port` is its way to say something. */
  function threadThat(lines: string): FolderThread {
    const script = join(folder, `${Math.random()}.js`);
    writeFileSync(script, `const { parentPort: port } = require('node:worker_threads');\n${lines}`);
    const thread = new FolderThread(script);
    threads.push(thread);
    return thread;
  }

  /** Tells with each job what it has received since it began. */
  const COUNTING = `
    const seen = [];
    port.on('message', (message) => {
      seen.push(message.kind);
      if (message.kind !== 'job') return;
      if (message.job.format === 'csv') process.exit(3);
      if (message.job.format === 'hsds') return port.postMessage({ kind: 'fault', what: 'canary' });
      port.postMessage({ kind: 'done', result: seen.filter((kind) => kind !== 'piece').join(' ') });
    });`;

  it('gets each version of the folder once, and its jobs in order', async () => {
    const thread = threadThat(COUNTING);
    const asked = ['one', 'one', 'two'].map((digest) => thread.ask(job('cpsv-ap'), folderOf(digest)));
    expect(await Promise.all(asked)).toEqual(['folder job', 'folder job job', 'folder job job folder job']);
  });

  it('tells of a job that fails, and goes on with the next', async () => {
    const thread = threadThat(COUNTING);
    await expect(thread.ask(job('hsds'), folderOf('one'))).rejects.toMatchObject({ code: 'FOLDER_WORK_FAILED' });
    expect(await thread.ask(job('cpsv-ap'), folderOf('one'))).toBe('folder job job');
  });

  it('is begun anew, with the whole folder, when it died', async () => {
    const thread = threadThat(COUNTING);
    const [dead, next] = [thread.ask(job('csv'), folderOf('one')), thread.ask(job('cpsv-ap'), folderOf('one'))];
    await expect(dead).rejects.toMatchObject({ code: 'FOLDER_WORK_FAILED' });
    expect(await next).toBe('folder job');
  });

  it('lets nobody wait for ever when it is closed', async () => {
    const thread = threadThat(`port.on('message', () => undefined);`);
    const asked = thread.ask(job('cpsv-ap'), folderOf('one'));
    asked.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await thread.close();
    await expect(asked).rejects.toMatchObject({ code: 'FOLDER_WORK_FAILED' });
  });

  it('is this very thread where nothing is built', async () => {
    const thread = new FolderThread(join(folder, 'not-there.js'));
    const file = await thread.ask(job('schema-org'), folderOf('one'));
    expect(file.body).toContain('https://ponte.example.org/entries/guide-of-one');
  });
});
