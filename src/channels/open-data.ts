/** Routes of the open data: what Ponte knows, for other machines, under a licence. What is served is made elsewhere. */
import type { HttpAnswer, HttpRequest } from './http-exchange';
import type { HttpFront } from './http-front';
import { HttpRefusal } from './http-refusal';
import { holds } from './negotiation';
import { type Kept, type OpenData, type OpenDataOptions, Shelf } from './open-data-shelf';

/** Mounts `GET /open-data` and `GET /open-data/:format`. */
export function mountOpenData(front: HttpFront, data: OpenData, options: OpenDataOptions): void {
  const shelf = new Shelf(data, options);
  const answer = async (format: string, request: HttpRequest): Promise<HttpAnswer> => {
    if (!data.formats.includes(format)) throw new HttpRefusal('NotFound');
    return answerWith(await shelf.take(format), data.licence, request);
  };
  front.route('GET', '/open-data', (request) => answer(data.index, request));
  front.route('GET', '/open-data/:format', (request) => answer(request.params.format ?? '', request));
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
  if (tags !== undefined) return holds(etag, tags);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && file.modified <= since;
}
