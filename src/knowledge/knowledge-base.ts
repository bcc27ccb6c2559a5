/**
 * The folder as one consistent value. A file that is broken is told as a finding; when an earlier version of its entry was good,
 * that one goes on serving.
 */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import type { Calibration } from '../domain/calibration';
import type { Entry, SiteEntry } from '../domain/entry';
import type { Finding } from '../domain/finding';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { finding, type Read, upTo } from './front-matter';
import { type Kept, ParseMemo } from './parse-memo';
import { type CalibrationReading, lastGoodCalibration, readCalibration } from './read-calibration';
import { type ReadFile, readEntryFile } from './read-entry';
import { type FileText, type FolderText, readFolder } from './read-folder';
import { readVocabularies, type VocabularyReading } from './read-vocabularies';
import { passagesOf } from './split-passages';
import { addTranslations, type Translation } from './translations';

export interface Reading {
  readonly knowledge: KnowledgeBase;
  readonly findings: readonly Finding[];
  /** What the files themselves say, before anything is left out or kept from an earlier version. */
  readonly files: {
    /** Without those that a memo knows. */
    readonly texts: ReadonlyMap<string, string>;
    /** Also those that are not verified yet. */
    readonly entries: readonly Entry[];
    /** Also those that are older than their source. */
    readonly translations: readonly Translation[];
  };
}

/**
 * Reads and checks the whole folder. `last` is the version that serves now, if any; `memo` spares reading and parsing what has not
 * changed, whose texts are not in the reading then.
 */
export async function readKnowledge(folder: string, last?: KnowledgeBase, memo = new ParseMemo()): Promise<Reading> {
  const root = await realpath(folder);
  const text = await readFolder(root, (file, stamp) => memo.knows(file, stamp));
  const words = await readVocabularies(root, memo);
  return assemble(text, { words, sureness: await readCalibration(root, memo) }, memo, last);
}

/** What the folder holds beside its entries. */
interface Beside {
  readonly words: VocabularyReading;
  readonly sureness: CalibrationReading;
}

function assemble(text: FolderText, { words, sureness }: Beside, memo: ParseMemo, last?: KnowledgeBase): Reading {
  const findings: Finding[] = [...text.findings, ...words.findings, ...sureness.findings];
  const entries = new Map<string, Entry>();
  const translations: Translation[] = [];
  // Of two files with one id the one that serves now stays.
  const serving = new Set(last?.entries.map((entry) => entry.file));
  const digests = new Map<string, string>();
  for (const [file, found] of [...text.files].sort(([a], [b]) => Number(serving.has(b)) - Number(serving.has(a)))) {
    const { read, digest } = readFile(file, found, memo);
    digests.set(file, digest);
    if (!read.ok) findings.push(...read.findings);
    else if (read.value.kind === 'translation') translations.push(read.value);
    else addEntry(read.value.entry, entries, words, findings);
  }
  const written = [...entries.values()];
  keepLastGood(entries, findings, last);
  // In one order whatever was read first, so that the same folder has the same digest.
  translations.sort((a, b) => (a.file < b.file ? -1 : 1));
  addTranslations(translations, entries, findings);
  const shown = [...entries.values()].filter((entry) => entry.verified).sort((a, b) => (a.id < b.id ? -1 : 1));
  const digest = digestOf(text, digests, [...words.texts, ...sureness.texts]);
  return {
    knowledge: makeKnowledgeBase(shown, lastGoodWords(words, last), digest, lastGoodCalibration(sureness, last?.calibration)),
    findings,
    files: { texts: textsOf(text), entries: written, translations },
  };
}

type Parsed = Kept & { readonly read: Read<ReadFile> };

function readFile(file: string, { text, stamp }: FileText, memo: ParseMemo): Parsed {
  // A file without a text is one that the memo knows, from the same reader.
  return text === undefined ? (memo.recall(file) as Parsed) : memo.parse(file, text, () => readEntryFile(text, file), stamp);
}

const textsOf = ({ files }: FolderText): ReadonlyMap<string, string> =>
  new Map([...files].flatMap(([file, { text }]) => (text === undefined ? [] : [[file, text] as const])));

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
      ...upTo(MOST_UNKNOWN, unknown, (word, more) =>
        finding(
          'unknown-word',
          { file: entry.file, line: 2 },
          `${word}${more}`,
          'Use a word of knowledge/vocabularies, or add it there first.',
        ),
      ),
    );
  else entries.set(entry.id, entry);
}

/** Told of one file: who has more of them has the wrong vocabulary. */
const MOST_UNKNOWN = 50;

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
  // The very same value where nothing has to be kept: what others made of it is still right then.
  const isWhole = Object.values(read).every(
    (words: ReadonlyMap<string, unknown> | readonly unknown[]) => ('size' in words ? words.size : words.length) > 0,
  );
  if (isWhole || !last) return read;
  const kept = last.vocabularies;
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

function digestOf(text: FolderText, digests: ReadonlyMap<string, string>, beside: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of text.files.keys()) hash.update(`${file}\0${digests.get(file) ?? ''}\0`);
  for (const content of beside) hash.update(`${content}\0`);
  return hash.digest('hex');
}

/** Exported for tests and for tools that make their own entries. */
export function makeKnowledgeBase(
  entries: readonly Entry[],
  vocabularies: KnowledgeBase['vocabularies'],
  digest: string,
  calibration?: Calibration,
): KnowledgeBase {
  const byId = new Map<string, Entry>();
  for (const entry of entries) for (const also of entry.also) byId.set(also, entry);
  for (const entry of entries) byId.set(entry.id, entry);
  return {
    digest,
    entries,
    passages: entries.filter((entry) => entry.kind !== 'site').flatMap(passagesOf),
    vocabularies,
    ...(calibration && { calibration }),
    findEntry: (id) => byId.get(id),
    findSite: (id) => {
      const entry = byId.get(id);
      return entry?.kind === 'site' ? (entry satisfies SiteEntry) : undefined;
    },
  };
}
