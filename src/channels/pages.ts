/** Routes of the pages and browser files. What the pages say and look like is rendered elsewhere. */
import { randomBytes } from 'node:crypto';
import { findLocale, type Locale } from '../domain/locale';
import { type Assets, assetAnswer } from './assets';
import type { HttpAnswer, HttpRequest } from './http-exchange';
import type { HttpFront } from './http-front';
import { HttpRefusal } from './http-refusal';
import { qualityOf } from './negotiation';
import { normalisedOrigin } from './origins';
import { pagePolicy } from './security-headers';
import type { PageWords, Sites, SiteView } from './site-view';

/** What a page is made from. */
export interface PageQuery {
  /** For every `<script>` and `<style>` with content of its own. */
  readonly nonce: string;
  /** Id of the site. */
  readonly site: string;
  readonly locale: Locale;
  readonly words: Readonly<Record<string, string>>;
  readonly siteInfo: SiteView;
}

/** Renders whole HTML documents. */
interface Pages {
  demo(query: PageQuery): Promise<string> | string;
  chat(query: PageQuery): Promise<string> | string;
  kiosk(query: PageQuery): Promise<string> | string;
}

export interface PageRooms {
  readonly pages: Pages;
  readonly words: PageWords;
  readonly sites: Sites;
  readonly assets: Assets;
  /** Id of the site shown where the address names none. */
  readonly defaultSite: string;
}

export function mountPages(front: HttpFront, rooms: PageRooms): void {
  const page = (name: keyof Pages) => (request: HttpRequest) => pageAnswer(rooms, name, request);
  front.route('GET', '/', page('demo'));
  front.route('GET', '/chat', page('chat'));
  front.route('GET', '/kiosk', page('kiosk'));
  front.route('GET', '/widget.js', (request) => {
    // The one file that pages of other origins load.
    request.alwaysSend({ 'Cross-Origin-Resource-Policy': 'cross-origin' });
    return assetAnswer(rooms.assets, 'widget.js', request);
  });
  front.route('GET', '/assets/*', (request) => assetAnswer(rooms.assets, request.params['*'] ?? '', request));
}

async function pageAnswer(rooms: PageRooms, name: keyof Pages, request: HttpRequest): Promise<HttpAnswer> {
  const siteInfo = rooms.sites.findSite((name === 'demo' ? undefined : request.query.get('site')) ?? rooms.defaultSite);
  if (siteInfo === undefined) throw new HttpRefusal('NotFound');
  const locale = chooseLocale(siteInfo.locales, request.query.get('locale'), request.headers['accept-language']);
  const nonce = randomBytes(16).toString('base64');
  const html = await rooms.pages[name]({ nonce, site: siteInfo.id, locale, words: rooms.words(locale), siteInfo });
  const frameAncestors = name === 'chat' ? ["'self'", ...siteInfo.allowedOrigins.flatMap((origin) => normalisedOrigin(origin) ?? [])] : [];
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': locale,
      'Content-Security-Policy': pagePolicy({ nonce, host: request.host, frameAncestors }),
      ...(name === 'chat' && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    },
    body: html,
  };
}

/** What the address says, else what the browser prefers, else the site's first language; always one the site offers. */
export function chooseLocale(offered: readonly Locale[], asked: string | null, acceptLanguage: string | undefined): Locale {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((part, rank) => ({ tag: part.split(';')[0] ?? '', quality: qualityOf(part), rank }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.rank - b.rank)
    .map(({ tag }) => tag);
  for (const tag of [asked ?? '', ...preferred]) {
    const locale = findLocale(tag);
    if (locale !== undefined && offered.includes(locale)) return locale;
  }
  const [first = 'en'] = offered;
  return first;
}
