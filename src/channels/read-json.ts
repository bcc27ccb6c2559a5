/**
 * Reads a JSON body without trusting it: bounded, not compressed, not deep. restify's own readers each let one request stop
 * the process (a broken gzip stream, a 50 MB bomb, an overflowing recursion), so none of them is used.
 */
import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal';
import { readBytes } from './read-bytes';

/** Deeper values parse, but would overflow whoever walks them recursively. */
const MAX_DEPTH = 32;
const MAX_NODES = 5_000;

/** `undefined` for an absent or empty body. Refuses with 400, 413 or 415. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  if (!isJson(request.headers['content-type'])) throw new HttpRefusal('BadMediaType');
  return parseJson(bytes);
}

/** Refuses with 400. */
function parseJson(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    // A byte order mark stays in and is refused by the parser: RFC 8259, 8.1.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new HttpRefusal('BadJson');
  }
  refuseHostileShape(value);
  return value;
}

/** A list of values still to look at, never recursion: the value may be nested as deep as the body is long. */
function refuseHostileShape(value: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let nodes = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    nodes += 1;
    if (nodes > MAX_NODES || next.depth > MAX_DEPTH) throw new HttpRefusal('BadJson');
    if (typeof next.value !== 'object' || next.value === null) continue;
    // As an own key it would become a prototype in the first careless copy.
    if (Object.hasOwn(next.value, '__proto__')) throw new HttpRefusal('BadJson');
    const depth = next.depth + 1;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth });
  }
}

function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.replace(/^charset="?([^"]*)"?$/, '$1');
  return type === 'application/json' && (charset === undefined || charset === 'utf-8' || charset === 'utf8');
}
