import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNoFolder } from '../../src/staff/no-folder';

describe('The knowledge folder that a command is to work on', () => {
  const parent = mkdtempSync(join(tmpdir(), 'ponte-no-folder-'));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it('is taken when it is there', async () => {
    expect(await findNoFolder(parent)).toBeUndefined();
  });

  it('is named with its setting when it is missing, or is a file', async () => {
    const file = join(parent, 'knowledge');
    expect(await findNoFolder(file)).toContain(`there is no knowledge folder ${file}. Run this in`);
    writeFileSync(file, '');
    expect(await findNoFolder(file)).toMatch(/is a file, no folder\. .*PONTE_KNOWLEDGE/);
  });
});
