/** `glossary/*.yaml` → concepts. One file a theme; an id, and under it the words of each language, parted by commas. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../domain/finding';
import { Locale } from '../domain/locale';
import type { Concept } from '../domain/vocabulary';
import { finding, readYaml } from './front-matter';
import type { ParseMemo } from './parse-memo';
import { readInside } from './read-folder';

/** Bytes of one file. */
const MAX_FILE = 1024 * 1024;

const Words = z
  .string()
  .transform((text) => text.split(',').map((word) => word.trim()))
  .refine((words) => words.every((word) => word !== ''), 'a word is missing beside a comma');

const Theme = z
  .record(
    z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens'),
    z.partialRecord(Locale, Words).refine((words) => Object.keys(words).length > 0, 'write its words under it, one line a language'),
  )
  .nullable();

export interface GlossaryReading {
  readonly concepts: readonly Concept[];
  /** Where each concept stands: id → file. */
  readonly findings: readonly Finding[];
  readonly texts: readonly string[];
}

/** A file that cannot be read teaches nothing and is told; the others serve. */
export async function readGlossary(folder: string, memo: ParseMemo): Promise<GlossaryReading> {
  const findings: Finding[] = [];
  const texts: string[] = [];
  const concepts = new Map<string, Concept>();
  const names = await readdir(join(folder, 'glossary')).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.yaml') && !one.startsWith('.')).sort()) {
    const file = `glossary/${name}`;
    const text = await readInside(folder, join(folder, file), MAX_FILE).catch(() => ({ problem: 'the file cannot be read' }));
    if (typeof text !== 'string') {
      findings.push(finding('unreadable', { file }, text.problem, 'Check that it is an ordinary text file inside the folder, up to 1 MB.'));
      continue;
    }
    texts.push(text);
    const { read } = memo.parse(file, text, () => readYaml(text, Theme, file, 1));
    if (!read.ok) findings.push(...read.findings);
    else for (const [id, words] of Object.entries(read.value ?? {})) addConcept({ id, words }, file, concepts, findings);
  }
  return { concepts: [...concepts.values()], findings, texts };
}

function addConcept(concept: Concept, file: string, concepts: Map<string, Concept>, findings: Finding[]): void {
  if (!concepts.has(concept.id)) concepts.set(concept.id, concept);
  else
    findings.push(
      finding('duplicate-concept', { file }, `"${concept.id}" stands in another file too`, 'Merge the two, or give one another id.'),
    );
}
