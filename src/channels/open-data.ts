/** Routes of the open data: what Ponte knows, for other machines, under a licence. What is served is made elsewhere. */
import type { HttpAnswer, HttpRequest } from './http-exchange';
import type { HttpFront } from './http-front';
import { HttpRefusal } from './http-refusal';

interface OpenDataFile {
  readonly body: string;
  readonly contentType: string;
  readonly fileName: string;
  /** Digest of the body, without quotes. */
  readonly etag: string;
}

export interface OpenData {
  /** Address of the licence of all of it. */
  readonly licence: string;
  /** The format `/open-data` answers with: the catalogue of the others. */
  readonly index: string;
  /** Changes when any file may have; cheap to ask. */
  version(): string;
  /** Makes a file anew; undefined when there is no such format. */
  make(format: string): OpenDataFile | undefined;
}

interface Kept extends OpenDataFile {
  readonly bytes: Buffer;
  readonly version: string;
  /** Milliseconds, whole seconds: HTTP dates have no more. */
  readonly modified: number;
}

export interface OpenDataOptions {
  /** Milliseconds. */
  readonly now: () => number;
}

/** Mounts `GET /open-data` and `GET /open-data/:format`. */
export function mountOpenData(front: HttpFront, data: OpenData, { now }: OpenDataOptions): void {
  const kept = new Map<string, Kept>();
  const answer = (format: string, request: HttpRequest): HttpAnswer => {
    const file = current(format, data, kept, now);
    if (file === undefined) throw new HttpRefusal('NotFound');
    return answerWith(file, data.licence, request);
  };
  front.route('GET', '/open-data', (request) => answer(data.index, request));
  front.route('GET', '/open-data/:format', (request) => answer(request.params.format ?? '', request));
}

/** Making a file takes as long as a turn: each is made once a version. Unchanged bytes keep the day they are from. */
function current(format: string, data: OpenData, kept: Map<string, Kept>, now: () => number): Kept | undefined {
  const version = data.version();
  const last = kept.get(format);
  if (last?.version === version) return last;
  const made = data.make(format);
  if (made === undefined) return undefined;
  const modified = last?.etag === made.etag ? last.modified : Math.floor(now() / 1000) * 1000;
  const file = { ...made, bytes: Buffer.from(made.body), version, modified };
  kept.set(format, file);
  return file;
}

function answerWith(file: Kept, licence: string, request: HttpRequest): HttpAnswer {
  const etag = `"${file.etag}"`;
  const headers = {
    ETag: etag,
    'Last-Modified': new Date(file.modified).toUTCString(),
    // Kept by whoever likes, used only after asking: a call that closed must not stay open in a copy.
    'Cache-Control': 'no-cache',
    Link: `<${licence}>; rel="license"`,
    // Open means open to pages of other origins too; there is nothing here that a cookie or a token would add.
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Link, Last-Modified',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  if (isFresh(file, etag, request)) return { status: 304, headers };
  const disposition = `inline; filename="${file.fileName}"`;
  return { status: 200, headers: { ...headers, 'Content-Type': file.contentType, 'Content-Disposition': disposition }, body: file.bytes };
}

/** RFC 9110, 13.2.2: a date is looked at only when there is no tag. */
function isFresh(file: Kept, etag: string, { headers }: HttpRequest): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && file.modified <= since;
}
