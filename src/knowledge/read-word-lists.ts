/**
 * `word-lists/*.tsv` → concepts: words that others made, brought in by `ponte import words`, and those that `ponte learn words` took from
 * the folder's own texts, as a layer below the glossary. A first row of languages, then a row a concept, words parted by semicolons; lines that begin with # tell whose they are.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/finding';
import { Locale } from '../domain/locale';
import type { Concept } from '../domain/vocabulary';
import { finding, type Read } from './front-matter';
import type { ParseMemo } from './parse-memo';
import { readInside } from './read-folder';

/** What the folder's own texts taught. */
export const LEARNED_FILE = 'word-lists/learned.tsv';
/** Bytes of one file: a full one of eleven languages is about 8 MB. */
const MAX_FILE = 16 * 1024 * 1024;
/** Concepts of all lists together; they take a second at most when an index is built, and some megabytes in it. */
export const MOST_IMPORTED = 20_000;

const LEARN_AGAIN = 'Learn it again with "ponte learn words --apply", or remove it.';
const IMPORT_AGAIN = 'Import the list again with "ponte import words", or remove it.';

export interface WordListReading {
  readonly concepts: readonly Concept[];
  readonly findings: readonly Finding[];
  readonly texts: readonly string[];
}

/** A list that cannot be read teaches nothing and is told; the others serve. */
export async function readWordLists(folder: string, memo: ParseMemo): Promise<WordListReading> {
  const findings: Finding[] = [];
  const texts: string[] = [];
  const concepts: Concept[] = [];
  const names = await readdir(join(folder, 'word-lists')).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.tsv') && !one.startsWith('.')).sort()) {
    const file = `word-lists/${name}`;
    const text = await readInside(folder, join(folder, file), MAX_FILE).catch(() => ({ problem: 'the file cannot be read' }));
    if (typeof text !== 'string') {
      findings.push(
        finding('unreadable', { file }, text.problem, 'Check that it is an ordinary text file inside the folder, up to 16 MB.'),
      );
      continue;
    }
    texts.push(text);
    const { read } = memo.parse(file, text, () => readList(text, file));
    if (!read.ok) findings.push(...read.findings);
    else if (concepts.length + read.value.length > MOST_IMPORTED)
      findings.push(finding('schema', { file }, `with it there are more than ${MOST_IMPORTED} concepts`, 'Remove a list that helps less.'));
    else concepts.push(...read.value);
  }
  return { concepts, findings, texts };
}

function readList(text: string, file: string): Read<Concept[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const head = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
  const locales = (lines[head] ?? '').split('\t');
  const fail = (line: number, what: string): Read<Concept[]> => ({
    ok: false,
    findings: [finding('schema', { file, line: line + 1 }, what, file === LEARNED_FILE ? LEARN_AGAIN : IMPORT_AGAIN)],
  });
  if (!locales.every((locale): locale is Locale => Locale.safeParse(locale).success) || new Set(locales).size < locales.length)
    return fail(Math.max(0, head), 'the first row is not one of languages');
  const concepts: Concept[] = [];
  for (const [line, row] of lines.entries()) {
    if (line <= head || row === '') continue;
    const cells = row.split('\t');
    if (cells.length !== locales.length) return fail(line, `the row has ${cells.length} cells where the first has ${locales.length}`);
    const words = cells.map(
      (cell, n) =>
        [
          locales[n],
          cell
            .split(';')
            .map((word) => word.trim())
            .filter(Boolean),
        ] as const,
    );
    concepts.push({ id: `${file}:${line + 1}`, words: Object.fromEntries(words.filter(([, ways]) => ways.length > 0)), isImported: true });
  }
  return { ok: true, value: concepts };
}
