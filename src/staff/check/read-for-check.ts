/** The folder for `ponte check`: as everybody reads it, and the texts of its vocabularies and its glossary beside those of the entries. */
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Reading, readKnowledge } from '../../knowledge/knowledge-base';
import { readInside } from '../../knowledge/read-folder';

const FOLDERS = ['glossary', 'vocabularies'];
/** Bytes; as much as their reader takes. */
const MAX_FILE = 1024 * 1024;

export async function readForCheck(folder: string): Promise<Reading> {
  const reading = await readKnowledge(folder);
  const texts = new Map(reading.files.texts);
  const root = await realpath(folder);
  for (const inner of FOLDERS)
    for (const name of (await readdir(join(root, inner)).catch(() => [])).sort()) {
      if (!name.endsWith('.yaml') || name.startsWith('.')) continue;
      // What cannot be read is the reader's finding already.
      const text = await readInside(root, join(root, inner, name), MAX_FILE).catch(() => undefined);
      if (typeof text === 'string') texts.set(`${inner}/${name}`, text);
    }
  return { ...reading, files: { ...reading.files, texts } };
}
