/** The reader of the folder reports some mistakes at the beginning of a file, because it has no need of more; staff are shown the very line. */
import { parse } from 'yaml';
import type { Finding } from '../../domain/finding';
import { splitFrontMatter } from '../../knowledge/front-matter';
import { placesIn } from './find-place';
import type { Found } from './rule';

type Path = NonNullable<Found['path']>;

/** Fields of front matter that hold words of the vocabularies. */
const WORD_FIELDS = ['areas', 'audience', 'topics', 'value'];

/** The finding at the line it speaks of, as far as the text of its file tells. */
export function atItsLine(finding: Finding, text: string | undefined): Finding {
  const look = text === undefined ? undefined : whereToLook(finding, text);
  return look && text !== undefined ? { ...finding, ...openedFile(text, finding.file).placeOf(look) } : finding;
}

interface OpenedFile {
  readonly text: string;
  readonly file: string;
  readonly placeOf: ReturnType<typeof placesIn>;
  /** Worked out once it is asked for. */
  facts?: unknown;
}

/** The findings of a file come one after the other: it is parsed once for all of them. */
let last: OpenedFile | undefined;

function openedFile(text: string, file: string): OpenedFile {
  if (last?.text !== text || last.file !== file) last = { text, file, placeOf: placesIn(text, file) };
  return last;
}

function whereToLook({ rule, what, file, line }: Finding, text: string): Pick<Found, 'path' | 'near'> | undefined {
  const named = /"([^"]+)"/.exec(what)?.[1] ?? '';
  switch (rule) {
    case 'file-name':
    case 'duplicate-id':
    case 'translation-alone':
      return { path: ['id'] };
    case 'own-title':
      return { path: ['title'] };
    case 'translation-stale':
      return { path: ['translates'] };
    case 'duplicate-concept':
      return { path: [named] };
    case 'yaml':
      return nearOfYaml(what, text, line);
    case 'schema':
      return pathOfStrangeKey(what);
    case 'quote-literal':
      return pathTo(text, file, (path, value) => path.at(-1) === 'id' && path[1] === 'criteria' && value === named, 'quote');
    case 'unknown-word':
      return pathTo(text, file, (path, value) => value === named && WORD_FIELDS.includes(String(path.at(-2))));
    case 'vocabulary':
      return pathTo(text, file, isSecond(named));
    default:
      return undefined;
  }
}

/** The first value that is wanted, or its neighbour of that name. */
function pathTo(
  text: string,
  file: string,
  isWanted: (path: Path, value: unknown) => boolean,
  neighbour?: string,
): { path: Path } | undefined {
  const opened = openedFile(text, file);
  opened.facts ??= factsOf(text, file);
  for (const [path, value] of valuesIn(opened.facts, []))
    if (isWanted(path, value)) return { path: neighbour === undefined ? path : [...path.slice(0, -1), neighbour] };
  return undefined;
}

/** Of a file that its reader could read; undefined for one without facts. */
function factsOf(text: string, file: string): unknown {
  const split = file.endsWith('.md') ? splitFrontMatter(text, file) : undefined;
  if (split && !split.ok) return undefined;
  return parse(split?.value.yaml ?? text, { schema: 'core', resolveKnownTags: false, maxAliasCount: 0 });
}

/** An alias, or the line before which a quote was left open: the parser notices only where the next one opens. */
function nearOfYaml(what: string, text: string, line: number): { near: string } | undefined {
  const alias = what.startsWith('anchors') ? /(?<=[:,[-]\s*)[*&]\w+/.exec(text)?.[0] : undefined;
  const open = text
    .split(/\r?\n/)
    .slice(0, line)
    .find((one) => (one.replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1);
  const near = alias ?? open?.trim();
  return near === undefined ? undefined : { near };
}

/** zod names the map that has a key too many; the key is what staff mistyped. */
function pathOfStrangeKey(what: string): { path: Path } | undefined {
  const [, map = '', key] = /^([^:]*): Unrecognized keys?: "([^"]+)"/.exec(what) ?? [];
  if (key === undefined) return undefined;
  const above = map === 'front matter' ? [] : map.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { path: [...above, key] };
}

function isSecond(id: string): (path: Path, value: unknown) => boolean {
  let seen = 0;
  return (path, value) => path.length === 2 && ['id', 'code'].includes(String(path[1])) && value === id && ++seen === 2;
}

function* valuesIn(node: unknown, path: Path): Iterable<readonly [Path, unknown]> {
  if (Array.isArray(node)) for (const [n, item] of node.entries()) yield* valuesIn(item, [...path, n]);
  else if (typeof node === 'object' && node !== null) for (const [key, item] of Object.entries(node)) yield* valuesIn(item, [...path, key]);
  else yield [path, node];
}
