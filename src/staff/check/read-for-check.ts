/** The folder for `ponte check`: as everybody reads it, and the texts of its vocabularies, glossary and calibration beside those of the entries. */
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Reading, readKnowledge } from '../../knowledge/knowledge-base';
import { CALIBRATION_FILE } from '../../knowledge/read-calibration';
import { readInside } from '../../knowledge/read-folder';

const FOLDERS = ['glossary', 'vocabularies'];
/** Bytes; as much as their reader takes. */
const MAX_FILE = 1024 * 1024;

export async function readForCheck(folder: string): Promise<Reading> {
  const reading = await readKnowledge(folder);
  const texts = new Map(reading.files.texts);
  const root = await realpath(folder);
  const add = async (file: string) => {
    // What cannot be read is the reader's finding already.
    const text = await readInside(root, join(root, file), MAX_FILE).catch(() => undefined);
    if (typeof text === 'string') texts.set(file, text);
  };
  await add(CALIBRATION_FILE);
  for (const inner of FOLDERS)
    for (const name of (await readdir(join(root, inner)).catch(() => [])).sort()) {
      if (name.endsWith('.yaml') && !name.startsWith('.')) await add(`${inner}/${name}`);
    }
  return { ...reading, files: { ...reading.files, texts } };
}
