/** Copies of the shipped knowledge folder, to be broken. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/running-server';
import { SHIPPED } from '../../support/shipped-folder';

/** All of it. */
export function copyKnowledge(): string {
  const folder = join(temporaryFolder('knowledge'), 'knowledge');
  cpSync(SHIPPED, folder, { recursive: true });
  return folder;
}

/** Enough to start with, and quickly: all servers of it are kin. */
export function smallKnowledge(): { readonly knowledgeFolder: string; readonly kin: string } {
  const folder = temporaryFolder('knowledge');
  for (const name of ['vocabularies', 'sites', 'guides']) cpSync(join(SHIPPED, name), join(folder, name), { recursive: true });
  return { knowledgeFolder: folder, kin: 'small' };
}
