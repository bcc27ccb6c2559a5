/** Where a mistake stands in a file. */
import { LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../../domain/finding';
import { splitFrontMatter } from '../../knowledge/front-matter';
import type { Found } from './rule';

type Place = Pick<Finding, 'line' | 'column'>;
const START: Place = { line: 1, column: 1 };

/** Line and column, from 1, of what was found in this text of a Markdown file with front matter, or of a YAML file. */
export function findPlace(text: string, { file, path, near }: Found): Place {
  if (path) return placeOfPath(text, file, path);
  if (near === undefined) return START;
  const plain = text.replace(/\r\n?/g, '\n');
  // What a body says may stand in the front matter too, as a quote.
  const inBody = plain.indexOf(near, Math.max(0, plain.indexOf('\n---')));
  const at = inBody < 0 ? plain.indexOf(near) : inBody;
  return at < 0 ? START : placeOfOffset(plain, at);
}

function placeOfPath(text: string, file: string, path: readonly (string | number)[]): Place {
  const split = file.endsWith('.md') ? splitFrontMatter(text, file) : undefined;
  if (split && !split.ok) return START;
  const lines = new LineCounter();
  const document = parseDocument(split?.value.yaml ?? text, { schema: 'core', resolveKnownTags: false, lineCounter: lines });
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) continue;
    const { line, col } = lines.linePos(Number(node.range[0]));
    return { line: line + (split ? 1 : 0), column: Math.max(1, col) };
  }
  return START;
}

function placeOfOffset(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
