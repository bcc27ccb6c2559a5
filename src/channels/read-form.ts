/** Reads the fields of a form that a page of ours sent. */
import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal';
import { readBytes } from './read-bytes';

/** No form of ours has more. */
const MAX_FIELDS = 20;

/** Fields by name, the last of each; empty for an absent body. Refuses with 400, 413 or 415. */
export async function readForm(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  const bytes = await readBytes(request);
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (bytes.length > 0 && type !== 'application/x-www-form-urlencoded') throw new HttpRefusal('BadArgument');
  const fields = [...new URLSearchParams(textOf(bytes))];
  if (fields.length > MAX_FIELDS) throw new HttpRefusal('BadArgument');
  // Without a prototype: a field may have any name.
  return Object.assign(Object.create(null), Object.fromEntries(fields)) as Record<string, string>;
}

/** Refuses with 400. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpRefusal('BadArgument');
  }
}
