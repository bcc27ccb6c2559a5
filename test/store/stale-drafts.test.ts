import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeStaleDrafts } from '../../src/store/stale-drafts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

afterAll(removeTemporaryFolders);

it('a draft goes when the process that wrote it is gone, and nothing else does', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
  const kept = ['index.bin', 'knowledge.json', `index.bin.${process.pid}`, 'index.bin.0', 'index.bin.9.old', 'notes.txt'];
  for (const name of [...kept, `index.bin.${gone}`, `knowledge.json.${gone}`]) writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, `folder.${gone}`));
  await removeStaleDrafts(folder);
  expect(readdirSync(folder).sort()).toEqual([...kept, `folder.${gone}`].sort());
});

it('a folder that is not there is no fault', async () => {
  await expect(removeStaleDrafts(join(temporaryFolder(), 'none'))).resolves.toBeUndefined();
});
