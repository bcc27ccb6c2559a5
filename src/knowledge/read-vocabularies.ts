/** `vocabularies/{areas,applicants,topics}.yaml` → the words of front matter and of people. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AreaCode } from '../domain/area';
import type { Finding } from '../domain/finding';
import { LocalisedText } from '../domain/locale';
import { Term, type Vocabularies } from '../domain/vocabulary';
import { finding, readYaml } from './front-matter';

const Areas = z.array(z.strictObject({ code: AreaCode, name: LocalisedText, also: z.array(z.string().min(1)).default([]) }));
const Terms = z.array(Term);

export const VOCABULARY_FILES: readonly string[] = ['areas.yaml', 'applicants.yaml', 'topics.yaml'];

export interface VocabularyReading {
  readonly vocabularies: Vocabularies;
  readonly findings: readonly Finding[];
  /** Bytes read, for the digest. */
  readonly texts: readonly string[];
}

/** A vocabulary that cannot be read is empty and told as a finding. */
export async function readVocabularies(folder: string): Promise<VocabularyReading> {
  const findings: Finding[] = [];
  const texts: string[] = [];
  const read = async <T>(name: string, schema: z.ZodType<readonly T[]>, keyOf: (item: T) => string): Promise<ReadonlyMap<string, T>> => {
    const file = join('vocabularies', name);
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (text === undefined) {
      findings.push(finding('vocabulary', { file }, 'the file is missing', 'Restore it from version control.'));
      return new Map();
    }
    texts.push(text);
    const parsed = readYaml(text, schema, file, 1);
    if (!parsed.ok) {
      findings.push(...parsed.findings);
      return new Map();
    }
    const map = new Map<string, T>();
    for (const item of parsed.value) {
      if (map.has(keyOf(item))) findings.push(finding('vocabulary', { file }, `"${keyOf(item)}" stands twice`, 'Keep one of them.'));
      map.set(keyOf(item), item);
    }
    return map;
  };
  const areas = await read('areas.yaml', Areas, (area) => area.code);
  const applicants = await read('applicants.yaml', Terms, (term) => term.id);
  const topics = await read('topics.yaml', Terms, (term) => term.id);
  return { vocabularies: { areas, applicants, topics }, findings, texts };
}
