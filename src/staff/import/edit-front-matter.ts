/**
 * Changes values of an entry's file and leaves every other sign of it as it is: comments, order, quotes, line ends, body. The
 * Document of the yaml library says where each value stands and what the result must mean; the text is cut only there.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isCollection, isMap, isNode, isSeq, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';

type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

export interface Edit {
  /** A key of a map, such as `['call', 'closes']`, or the next place of a list: `['sources', 2]`. */
  readonly path: readonly (string | number)[];
  readonly value: Plain;
}

/** The file with these values; undefined when its text is built in a way that cannot be edited safely. */
export function editFrontMatter(file: string, edits: readonly Edit[]): string | undefined {
  const lineEnd = file.includes('\r\n') ? '\r\n' : '\n';
  const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
  let text = file.slice(mark.length).replaceAll('\r\n', '\n');
  for (const edit of edits) {
    const next = editOne(text, edit);
    if (next === undefined) return undefined;
    text = next;
  }
  return mark + text.replaceAll('\n', lineEnd);
}

function editOne(text: string, edit: Edit): string | undefined {
  const start = text.indexOf('\n') + 1;
  const end = /^---[^\S\n]*$/m.exec(text.slice(start))?.index;
  if (start === 0 || end === undefined) return undefined;
  const yaml = text.slice(start, start + end);
  const edited = cut(yaml, parseDocument(yaml), edit);
  if (edited === undefined) return undefined;
  const wanted = parseDocument(yaml);
  wanted.setIn(edit.path, wanted.createNode(edit.value));
  const result = parseDocument(edited);
  const isRight = result.errors.length === 0 && isDeepStrictEqual(result.toJS(), wanted.toJS());
  // Front matter that is laid out in a way no cut fits is written by the library: comments and order stay, spacing may not.
  const written = isRight ? edited : wanted.toString({ lineWidth: 0, flowCollectionPadding: true });
  return text.slice(0, start) + written + text.slice(start + end);
}

function cut(yaml: string, document: Document.Parsed, { path, value }: Edit): string | undefined {
  const node = document.getIn(path, true);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isNode(node) && node.range) {
    const [from] = node.range;
    const old = yaml.slice(from, node.range[1]).trimEnd();
    const isOnLine = !old.includes('\n') && !isBlock(node as ParsedNode);
    if (isOnLine) return splice(yaml, from, from + old.length, flow(value, old.startsWith('"')));
    return isCollection(node) ? splice(yaml, startOfBlock(yaml, from), from + old.length, ` ${flow(value)}`) : undefined;
  }
  if (isMap(parent)) return addKey(yaml, parent as YAMLMap.Parsed, String(path.at(-1)), value);
  if (isSeq(parent)) return addItem(yaml, parent as ParsedNode, value);
  // The parent itself is missing: the library writes both.
  return yaml;
}

const isBlock = (node: ParsedNode): boolean => isCollection(node) && node.flow !== true;
const splice = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);

/** A block stands on its own lines: the white space between its key and it goes too. */
const startOfBlock = (yaml: string, from: number): number => yaml.slice(0, from).trimEnd().length;

/** Before the first key, in its column. */
function addKey(yaml: string, map: YAMLMap.Parsed, key: string, value: Plain): string {
  const [first] = map.items;
  const at = first?.key.range[0];
  if (at === undefined) return splice(yaml, map.range[0], map.range[1], `{ ${key}: ${flow(value)} }`);
  if (map.flow) return splice(yaml, at, at, `${key}: ${flow(value)}, `);
  const indent = ' '.repeat(at - (yaml.lastIndexOf('\n', at - 1) + 1));
  return splice(yaml, at, at, `${key}: ${flow(value)}\n${indent}`);
}

/** After the last item, as it is written. */
function addItem(yaml: string, list: ParsedNode, value: Plain): string | undefined {
  if (!isSeq(list)) return undefined;
  const last = list.items.at(-1);
  if (!isNode(last) || !last.range) return splice(yaml, list.range[0], list.range[1], `[${flow(value)}]`);
  const end = last.range[0] + yaml.slice(last.range[0], last.range[1]).trimEnd().length;
  if (list.flow) return splice(yaml, end, end, `, ${flow(value)}`);
  const lineStart = yaml.lastIndexOf('\n', last.range[0] - 1) + 1;
  const lead = /^\s*-\s+/.exec(yaml.slice(lineStart))?.[0] ?? '- ';
  // A comment behind the last item stays with it.
  const lineEnd = yaml.indexOf('\n', end);
  const at = lineEnd < 0 ? yaml.length : lineEnd;
  return splice(yaml, at, at, `\n${lead}${flow(value)}`);
}

/** A value on one line. Days and plain words need no quotes; `quoted` keeps those that were there. */
export function flow(value: Plain, quoted = false): string {
  if (Array.isArray(value)) return `[${value.map((one) => flow(one)).join(', ')}]`;
  if (typeof value === 'object')
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${flow(one)}`)
      .join(', ')} }`;
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  return isDay && !quoted ? value : JSON.stringify(value);
}
