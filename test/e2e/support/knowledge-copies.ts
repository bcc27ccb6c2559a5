/** Copies of the shipped knowledge folder, to be broken. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../support/built-server';
import { temporaryFolder } from '../../support/running-server';

const SHIPPED = join(PROJECT, 'knowledge');

/** All of it. */
export function copyKnowledge(): string {
  const folder = join(temporaryFolder('knowledge'), 'knowledge');
  cpSync(SHIPPED, folder, { recursive: true });
  return folder;
}

/** Enough to start with, and quickly. */
export function copySmallKnowledge(): string {
  const folder = temporaryFolder('knowledge');
  for (const name of ['vocabularies', 'sites', 'guides']) cpSync(join(SHIPPED, name), join(folder, name), { recursive: true });
  return folder;
}
