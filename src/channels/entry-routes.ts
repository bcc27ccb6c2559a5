/** `GET /entries/:id`: an entry as a page to link to, print and index, or as JSON-LD for whoever asks for that. */
import { createHash } from 'node:crypto';
import type { EntryView } from '../domain/entry-view';
import type { Locale } from '../domain/locale';
import { entryPage, missingPage } from './entry-html';
import type { HttpAnswer, HttpRequest } from './http-exchange';
import type { HttpFront } from './http-front';
import { HttpRefusal } from './http-refusal';
import { holds, preferredType } from './negotiation';
import { chooseLocale } from './pages';
import { scriptlessPolicy } from './security-headers';
import { colourRule } from './site-look';
import type { PageWords, Sites, SiteView } from './site-view';

/** An entry that may be shown, as it stands at this moment. */
export interface ShownEntry {
  readonly view: EntryView;
  /** JSON-LD. */
  readonly data: object;
  /** Of the whole folder; changes with every byte of it. */
  readonly digest: string;
}

export interface EntryPages {
  /** Also by the id of a record that was merged into it. Never one that waits for its second source, nor a site. */
  findEntry(id: string, locale: Locale): ShownEntry | undefined;
  /** Address people use, without a slash at its end: the ids of the open data begin with it. */
  readonly baseUrl: () => string;
}

export interface EntryRouteRooms {
  readonly entryPages: EntryPages;
  readonly words: PageWords;
  readonly sites: Sites;
  readonly defaultSite: string;
}

const PAGE = 'text/html';
const DATA = 'application/ld+json';
/** Kept by whoever likes, used only after asking: a call that closed must not stay open in a copy. */
const SHARED_HEADERS = { 'Cache-Control': 'no-cache', Vary: 'Accept, Accept-Language' };

export function mountEntries(front: HttpFront, rooms: EntryRouteRooms): void {
  front.route('GET', '/entries/:id', (request) => answer(rooms, request.params.id ?? '', request));
}

function answer(rooms: EntryRouteRooms, id: string, request: HttpRequest): HttpAnswer {
  const site = siteOf(rooms, request);
  const locale = chooseLocale(site.locales, request.query.get('locale'), request.headers['accept-language']);
  const type = preferredType(request.headers.accept, [PAGE, DATA]) ?? PAGE;
  const entry = rooms.entryPages.findEntry(id, locale);
  const parts = partsOf(rooms, site, locale, `/entries/${entry?.view.id ?? id}`);
  if (!entry && type === DATA) throw new HttpRefusal('NotFound', { headers: { Vary: SHARED_HEADERS.Vary } });
  if (!entry) return { status: 404, headers: pageHeaders(site, locale), body: missingPage(parts) };
  if (entry.view.id !== id) return { status: 301, headers: { ...SHARED_HEADERS, Location: `${entry.view.id}${searchOf(request)}` } };
  return type === DATA
    ? dataAnswer(entry, request)
    : tagged(entry, entryPage(parts, entry.view, entry.data), pageHeaders(site, locale), request);
}

/** A link outlives the site it was made on: without it the page has the looks of the default site. */
function siteOf({ sites, defaultSite }: EntryRouteRooms, { query }: HttpRequest): SiteView {
  const site = sites.findSite(query.get('site') ?? defaultSite) ?? sites.findSite(defaultSite) ?? sites.all()[0];
  if (!site) throw new HttpRefusal('NotFound');
  return site;
}

const partsOf = ({ words, entryPages, defaultSite }: EntryRouteRooms, site: SiteView, locale: Locale, path: string) => ({
  site,
  locale,
  words: words(locale),
  path,
  namesSite: site.id !== defaultSite,
  baseUrl: entryPages.baseUrl(),
});

const pageHeaders = (site: SiteView, locale: Locale): Record<string, string> => ({
  ...SHARED_HEADERS,
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Language': locale,
  'Content-Security-Policy': scriptlessPolicy([hashOf(colourRule(site))]),
});

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

function dataAnswer(entry: ShownEntry, request: HttpRequest): HttpAnswer {
  // Open data: pages of other origins may read it too.
  const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
  return tagged(entry, `${JSON.stringify(entry.data)}\n`, { ...SHARED_HEADERS, ...open, 'Content-Type': DATA }, request);
}

/** The folder's digest says of which version it is, that of the bytes that the same version may look different tomorrow. */
function tagged({ digest }: ShownEntry, body: string, headers: Record<string, string>, request: HttpRequest): HttpAnswer {
  const ETag = `"${digest.slice(0, 12)}-${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  if (holds(ETag, request.headers['if-none-match'])) return { status: 304, headers: { ...headers, ETag } };
  return { status: 200, headers: { ...headers, ETag }, body };
}

const searchOf = ({ query }: HttpRequest): string => (query.size > 0 ? `?${query}` : '');
