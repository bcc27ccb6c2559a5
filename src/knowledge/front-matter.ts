/**
 * Front matter: YAML between a first and a second line of `---`. Only plain YAML is read: no `---js`, no tags, no aliases,
 * because knowledge files come from outside and must never run or swell.
 */
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Finding } from '../domain/finding';

/** Characters; the largest honest front matter (eleven titles and summaries) is a third of this. */
const MAX_FRONT_MATTER = 48_000;
const MAX_NESTING = 24;
/** Of one file: after a quote that is not closed the parser stumbles over every word, and nobody reads a thousand complaints. */
const MOST_BROKEN = 10;
const MOST_ISSUES = 100;

export interface SplitFile {
  readonly yaml: string;
  /** Text after the closing line, trimmed, with LF line ends. */
  readonly body: string;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly findings: readonly Finding[] };

type Place = Pick<Finding, 'file'> & Partial<Pick<Finding, 'line' | 'column'>>;

export function finding(rule: string, place: Place, what: string, fix: string): Finding {
  return { rule, severity: 'error', line: 1, column: 1, ...place, what, fix };
}

/** Splits a file; the opening line must be exactly `---`. */
export function splitFrontMatter(text: string, file: string): Read<SplitFile> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const fail = (what: string, line = 1): Read<SplitFile> => ({
    ok: false,
    findings: [
      finding(
        'front-matter',
        { file, line },
        what,
        'Start the file with a line of three hyphens, then the facts, then a second line of three hyphens.',
      ),
    ],
  });
  if (lines[0]?.trimEnd() !== '---') return fail(`the first line is not "---"`);
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) return fail('the second line of "---" is missing', lines.length);
  const yaml = lines.slice(1, end).join('\n');
  if (yaml.length > MAX_FRONT_MATTER) return fail(`the facts are longer than ${MAX_FRONT_MATTER} characters`);
  if (deepestNesting(yaml) > MAX_NESTING) return fail(`the facts are nested deeper than ${MAX_NESTING} levels`);
  return {
    ok: true,
    value: {
      yaml,
      body: lines
        .slice(end + 1)
        .join('\n')
        .trim(),
    },
  };
}

/** Flow brackets, indentation and marks that open a level, counted before parsing: the parser recurses. */
function deepestNesting(yaml: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of yaml) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
  }
  const indents = yaml.split('\n').map((line) => line.search(/[^ ?:-]/));
  return Math.max(deepest, Math.max(0, ...indents) / 2);
}

/** Parses YAML and checks it; every problem is told with its line and column in the file. `firstLine` is the line of the YAML's first line. */
export function readYaml<T>(yaml: string, schema: z.ZodType<T>, file: string, firstLine: number): Read<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, {
    schema: 'core',
    resolveKnownTags: false,
    uniqueKeys: true,
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
  });
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: line + firstLine - 1, column: Math.max(1, col) };
  };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0)
    return {
      ok: false,
      findings: upTo(MOST_BROKEN, broken, (error, more) =>
        finding(
          'yaml',
          at(error.pos[0]),
          `${error.code === 'DUPLICATE_KEY' ? 'this key stands twice; keep one of the two' : firstSentence(error.message)}${more}`,
          'Mend the YAML: check indentation, quotes and colons.',
        ),
      ),
    };
  const plain = toPlain(document);
  if (!plain.ok)
    return {
      ok: false,
      findings: [finding('yaml', { file, line: firstLine }, plain.what, 'Write the value out instead of using an anchor.')],
    };
  const parsed = schema.safeParse(plain.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    findings: upTo(MOST_ISSUES, parsed.error.issues, (issue, more) =>
      finding(
        'schema',
        at(offsetOf(document, issue.path)),
        `${issue.path.join('.') || 'front matter'}: ${issue.message}${more}`,
        'See knowledge/README.md for what each field takes.',
      ),
    ),
  };
}

/** A finding for each of the first `most`; the last one is told how many more there are. */
export const upTo = <T>(most: number, all: readonly T[], tell: (one: T, more: string) => Finding): Finding[] =>
  all.slice(0, most).map((one, n) => tell(one, n === most - 1 && all.length > most ? ` (and ${all.length - most} more after it)` : ''));

function toPlain(document: Document): { ok: true; value: unknown } | { ok: false; what: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    return {
      ok: false,
      what: error instanceof RangeError ? 'the YAML is nested too deeply' : 'anchors and aliases (& and *) are not read here',
    };
  }
}

/** Where the value of a path stands; the nearest place above it when it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return 0;
}

const firstSentence = (message: string): string => message.split('\n', 1)[0] ?? message;
