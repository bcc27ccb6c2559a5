/**
 * The folder as one consistent value. A file that is broken is told as a finding; when an earlier version of its entry was good,
 * that one goes on serving.
 */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import type { Entry, SiteEntry } from '../domain/entry';
import type { Finding } from '../domain/finding';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import { finding } from './front-matter';
import { ParseMemo } from './parse-memo';
import { bodyDigest, type ReadFile, readEntryFile } from './read-entry';
import { type FolderText, readFolder } from './read-folder';
import { readVocabularies, type VocabularyReading } from './read-vocabularies';
import { splitPassages } from './split-passages';

export interface Reading {
  readonly knowledge: KnowledgeBase;
  readonly findings: readonly Finding[];
  /** What the files themselves say, before anything is left out or kept from an earlier version. */
  readonly files: {
    readonly texts: ReadonlyMap<string, string>;
    /** Also those that are not verified yet. */
    readonly entries: readonly Entry[];
    /** Also those that are older than their source. */
    readonly translations: readonly Translation[];
  };
}

/**
 * Reads and checks the whole folder. `last` is the version that serves now, if any; `memo` spares parsing what has not changed.
 */
export async function readKnowledge(folder: string, last?: KnowledgeBase, memo = new ParseMemo()): Promise<Reading> {
  const root = await realpath(folder);
  const text = await readFolder(root);
  return assemble(text, await readVocabularies(root, memo), memo, last);
}

export type Translation = Extract<ReadFile, { kind: 'translation' }>;

function assemble(text: FolderText, words: VocabularyReading, memo: ParseMemo, last?: KnowledgeBase): Reading {
  const findings: Finding[] = [...text.findings, ...words.findings];
  const entries = new Map<string, Entry>();
  const translations: Translation[] = [];
  // Of two files with one id the one that serves now stays.
  const serving = new Set(last?.entries.map((entry) => entry.file));
  for (const [file, content] of [...text.files].sort(([a], [b]) => Number(serving.has(b)) - Number(serving.has(a)))) {
    const read = memo.parse(file, content, () => readEntryFile(content, file));
    if (!read.ok) findings.push(...read.findings);
    else if (read.value.kind === 'translation') translations.push(read.value);
    else addEntry(read.value.entry, entries, words, findings);
  }
  const written = [...entries.values()];
  keepLastGood(entries, findings, last);
  // In one order whatever was read first, so that the same folder has the same digest.
  for (const translation of translations.sort((a, b) => (a.file < b.file ? -1 : 1))) addTranslation(translation, entries, findings);
  const shown = [...entries.values()].filter((entry) => entry.verified).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    knowledge: makeKnowledgeBase(shown, lastGoodWords(words, last), digestOf(text, words)),
    findings,
    files: { texts: text.files, entries: written, translations },
  };
}

function addEntry(entry: Entry, entries: Map<string, Entry>, words: VocabularyReading, findings: Finding[]): void {
  const twin = entries.get(entry.id);
  if (twin) {
    findings.push(
      finding(
        'duplicate-id',
        { file: entry.file, line: 2 },
        `"${entry.id}" is also the id of ${twin.file}`,
        'Give one of them another id, or merge them and name the other id under "also".',
      ),
    );
    return;
  }
  const unknown = unknownWords(entry, words);
  if (unknown.length > 0)
    findings.push(
      ...unknown.map((word) =>
        finding('unknown-word', { file: entry.file, line: 2 }, word, 'Use a word of knowledge/vocabularies, or add it there first.'),
      ),
    );
  else entries.set(entry.id, entry);
}

/** Words of the front matter that no vocabulary knows. A vocabulary that could not be read judges nothing. */
function unknownWords(entry: Entry, { vocabularies }: VocabularyReading): string[] {
  const { areas, applicants, topics, events } = vocabularies;
  const desks = entry.kind === 'site' ? entry.site.desks : [];
  const criteria = entry.kind === 'call' ? entry.call.criteria : [];
  const listed = (about: string) =>
    criteria.filter((one) => one.about === about).flatMap((one) => (Array.isArray(one.value) ? one.value : []));
  const misses = (known: ReadonlyMap<string, unknown>, used: readonly string[], what: string) =>
    known.size === 0 ? [] : used.filter((word) => word !== 'EU' && !known.has(word)).map((word) => `unknown ${what} "${word}"`);
  return [
    ...misses(areas, [...entry.areas, ...desks.flatMap((desk) => desk.areas), ...listed('area')], 'area'),
    ...misses(applicants, [...entry.audience, ...listed('applicant')], 'applicant'),
    ...misses(topics, [...entry.topics, ...desks.flatMap((desk) => desk.topics), ...listed('topic')], 'topic'),
    ...misses(events, entry.events, 'event'),
  ];
}

/** An entry whose file is still there but broken serves in its last good version. */
function keepLastGood(entries: Map<string, Entry>, findings: readonly Finding[], last?: KnowledgeBase): void {
  const broken = new Set(findings.map((one) => one.file));
  for (const entry of last?.entries ?? []) if (!entries.has(entry.id) && broken.has(entry.file)) entries.set(entry.id, entry);
}

/** A vocabulary that cannot be read any more serves in its last good version, whatever happened to the others. */
function lastGoodWords({ vocabularies: read }: VocabularyReading, last?: KnowledgeBase): KnowledgeBase['vocabularies'] {
  const kept = last?.vocabularies ?? read;
  return {
    areas: read.areas.size > 0 ? read.areas : kept.areas,
    applicants: read.applicants.size > 0 ? read.applicants : kept.applicants,
    topics: read.topics.size > 0 ? read.topics : kept.topics,
    objectives: read.objectives.size > 0 ? read.objectives : kept.objectives,
    events: read.events.size > 0 ? read.events : kept.events,
    skills: read.skills.size > 0 ? read.skills : kept.skills,
    concepts: read.concepts.length > 0 ? read.concepts : kept.concepts,
  };
}

function addTranslation(translation: Translation, entries: Map<string, Entry>, findings: Finding[]): void {
  const { id, locale, file } = translation;
  const entry = entries.get(id);
  if (!entry) {
    findings.push(finding('translation-alone', { file, line: 2 }, `there is no entry "${id}"`, 'Mend the id, or remove the translation.'));
    return;
  }
  const source = entry.bodies[entry.locale];
  if (source !== undefined && bodyDigest(source) !== translation.translates) {
    // Another day, another deadline: a translation of an older text could contradict its source.
    findings.push({
      ...finding(
        'translation-stale',
        { file, line: 2 },
        'the text it was translated from has changed',
        `Read it again, then write translates: ${bodyDigest(source)}`,
      ),
      severity: 'warning',
    });
    return;
  }
  entries.set(id, { ...entry, bodies: { ...entry.bodies, [locale satisfies Locale]: translation.body } });
}

function digestOf(text: FolderText, words: VocabularyReading): string {
  const hash = createHash('sha256');
  for (const [file, content] of text.files) hash.update(`${file}\0${content}\0`);
  for (const content of words.texts) hash.update(`${content}\0`);
  return hash.digest('hex');
}

/** Exported for tests and for tools that make their own entries. */
export function makeKnowledgeBase(entries: readonly Entry[], vocabularies: KnowledgeBase['vocabularies'], digest: string): KnowledgeBase {
  const byId = new Map<string, Entry>();
  for (const entry of entries) for (const also of entry.also) byId.set(also, entry);
  for (const entry of entries) byId.set(entry.id, entry);
  return {
    digest,
    entries,
    passages: entries.filter((entry) => entry.kind !== 'site').flatMap(splitPassages),
    vocabularies,
    findEntry: (id) => byId.get(id),
    findSite: (id) => {
      const entry = byId.get(id);
      return entry?.kind === 'site' ? (entry satisfies SiteEntry) : undefined;
    },
  };
}
