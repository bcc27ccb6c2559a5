/** Where a mistake stands in a file. */
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../../domain/finding';
import { splitFrontMatter } from '../../knowledge/front-matter';
import type { Found } from './rule';

type Place = Pick<Finding, 'line' | 'column'>;
const START: Place = { line: 1, column: 1 };

/**
 * Line and column, from 1, of what was found in this text of a Markdown file with front matter, or of a YAML file. The text is parsed
 * once however many places are asked for.
 */
export function placesIn(text: string, file: string): (found: Pick<Found, 'path' | 'near'>) => Place {
  const plain = text.replace(/\r\n?/g, '\n');
  let facts: Facts | undefined;
  return ({ path, near }) => {
    if (path) {
      facts ??= parseFacts(text, file);
      return placeOfPath(facts, path);
    }
    if (near === undefined) return START;
    // What a body says may stand in the front matter too, as a quote.
    const inBody = plain.indexOf(near, Math.max(0, plain.indexOf('\n---')));
    const at = inBody < 0 ? plain.indexOf(near) : inBody;
    return at < 0 ? START : placeOfOffset(plain, at);
  };
}

interface Facts {
  /** Undefined for a file that has no front matter where it should have some. */
  readonly document?: Document;
  readonly lines: LineCounter;
  /** Lines before the first one of the facts. */
  readonly above: number;
}

function parseFacts(text: string, file: string): Facts {
  const split = file.endsWith('.md') ? splitFrontMatter(text, file) : undefined;
  const lines = new LineCounter();
  const above = split ? 1 : 0;
  if (split && !split.ok) return { lines, above };
  return {
    document: parseDocument(split?.value.yaml ?? text, { schema: 'core', resolveKnownTags: false, lineCounter: lines }),
    lines,
    above,
  };
}

function placeOfPath({ document, lines, above }: Facts, path: readonly (string | number)[]): Place {
  for (let length = path.length; document && length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) continue;
    const { line, col } = lines.linePos(Number(node.range[0]));
    return { line: line + above, column: Math.max(1, col) };
  }
  return START;
}

function placeOfOffset(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
