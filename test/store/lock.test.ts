import { lockDataFolder } from '../../src/store/lock';
import { openStore } from '../../src/store/sqlite-store';
import { killChildren, startChild } from './children/child';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const HOLD_LOCK = require.resolve('./children/hold-lock.ts');

afterEach(killChildren);
afterAll(removeTemporaryFolders);

it('refuses a second server on one folder until the first lets go', () => {
  const folder = temporaryFolder();
  const release = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_LOCKED', where: folder }));
  release();
  lockDataFolder(folder)();
});

it('still refuses another process after it refused one here', async () => {
  const folder = temporaryFolder();
  const release = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_LOCKED' }));
  // The operating system drops a process's locks on a file when it closes any handle of that file.
  await expect(startChild(HOLD_LOCK, folder).printed(1)).rejects.toThrow('DATA_LOCKED');
  release();
}, 30_000);

it('refuses a server while another process holds the folder, and no longer once that was killed', async () => {
  const folder = temporaryFolder();
  const child = startChild(HOLD_LOCK, folder);
  await child.printed(1);
  expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_LOCKED' }));
  child.process.kill('SIGKILL');
  await child.ended;
  lockDataFolder(folder)();
}, 30_000);

it('lets the terminal and staff commands work beside the server', async () => {
  const folder = temporaryFolder();
  const release = lockDataFolder(folder);
  const store = await openStore(folder);
  await store.probe();
  await store.close();
  release();
});

it('holds apart two folders', () => {
  const releases = [lockDataFolder(temporaryFolder()), lockDataFolder(temporaryFolder())];
  for (const release of releases) release();
});

it('says that a folder cannot be made rather than that it is locked', () => {
  expect(() => lockDataFolder('/dev/null/data')).toThrow(expect.objectContaining({ code: 'STORE_FAILED' }));
});
