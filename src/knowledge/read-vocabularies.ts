/** `vocabularies/{areas,applicants,topics,objectives,skills,events}.yaml` and `glossary/` → the words of front matter and of people. */
import { join } from 'node:path';
import { z } from 'zod';
import { AreaCode } from '../domain/area';
import type { Finding } from '../domain/finding';
import { LocalisedText } from '../domain/locale';
import { Term, type Vocabularies } from '../domain/vocabulary';
import { finding, readYaml } from './front-matter';
import { ParseMemo } from './parse-memo';
import { readInside } from './read-folder';
import { readGlossary } from './read-glossary';
import { readWordLists } from './read-word-lists';

const Area = z.strictObject({
  code: AreaCode,
  name: LocalisedText,
  also: z.array(z.string().min(1)).default([]),
  inPlace: z.array(z.string().min(1)).optional(),
});
const Areas = z.array(Area);
const Terms = z.array(Term);
/** Bytes; the areas of Europe with all their names are nearly half of this. */
const MAX_FILE = 1024 * 1024;

export interface VocabularyReading {
  readonly vocabularies: Vocabularies;
  readonly findings: readonly Finding[];
  /** Bytes read, for the digest. */
  readonly texts: readonly string[];
}

/** A vocabulary that cannot be read is empty and told as a finding. */
export async function readVocabularies(folder: string, memo = new ParseMemo()): Promise<VocabularyReading> {
  const findings: Finding[] = [];
  const texts: string[] = [];
  const read = async <T>(name: string, schema: z.ZodType<readonly T[]>, keyOf: (item: T) => string): Promise<ReadonlyMap<string, T>> => {
    const file = join('vocabularies', name);
    const text = await readInside(folder, join(folder, file), MAX_FILE).catch(() => ({ problem: 'the file is missing' }));
    if (typeof text !== 'string') {
      findings.push(finding('vocabulary', { file }, text.problem, 'Restore it from version control.'));
      return new Map();
    }
    texts.push(text);
    const { read: parsed } = memo.parse(file, text, () => readYaml(text, schema, file, 1));
    if (!parsed.ok) {
      findings.push(...parsed.findings);
      return new Map();
    }
    const map = new Map<string, T>();
    const twice = new Set<string>();
    for (const item of parsed.value) {
      if (map.has(keyOf(item))) twice.add(keyOf(item));
      map.set(keyOf(item), item);
    }
    for (const key of twice) findings.push(finding('vocabulary', { file }, `"${key}" stands twice`, 'Keep one of them.'));
    return map;
  };
  const areas = await read('areas.yaml', Areas, (area) => area.code);
  const applicants = await read('applicants.yaml', Terms, (term) => term.id);
  const topics = await read('topics.yaml', Terms, (term) => term.id);
  const objectives = await read('objectives.yaml', Terms, (term) => term.id);
  const skills = await read('skills.yaml', Terms, (term) => term.id);
  const events = await read('events.yaml', Terms, (term) => term.id);
  const glossary = await readGlossary(folder, memo);
  const lists = await readWordLists(folder, memo);
  const concepts = [...glossary.concepts, ...lists.concepts];
  const all = [...texts, ...glossary.texts, ...lists.texts];
  // The same value for the same words: what others made of them is still right then.
  return memo.sameFor(all, {
    vocabularies: { areas, applicants, topics, objectives, skills, events, concepts },
    findings: [...findings, ...glossary.findings, ...lists.findings],
    texts: all,
  });
}
