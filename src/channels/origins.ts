/** Which web pages may talk to this server: its own, and those of the origins a site lists. */
import { HttpRefusal } from './http-refusal';
import type { Sites, SiteView } from './site-view';

/** What of a request decides: two headers, as they came. */
export interface Caller {
  readonly origin: string | undefined;
  readonly host: string;
}

export class Origins {
  readonly #sites: Sites;
  readonly #own: string | undefined;

  constructor(sites: Sites, publicUrl: string | undefined) {
    this.#sites = sites;
    this.#own = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  }

  /** Programs send no Origin; a browser always does for a POST and a web socket, so its absence proves nothing bad. */
  isAllowed(caller: Caller, site: SiteView | undefined): boolean {
    if (caller.origin === undefined) return true;
    const origin = normalisedOrigin(caller.origin);
    if (origin === undefined) return false;
    return this.#isOwn(origin, caller.host) || isListed(origin, site);
  }

  /** Refuses with 403. */
  require(caller: Caller, site: SiteView | undefined): void {
    if (!this.isAllowed(caller, site)) throw new HttpRefusal('OriginNotAllowed');
  }

  /**
   * Headers that let a page of any listed origin read the answer. A preflight names no site, so the list is that of all sites;
   * the request itself is then held against its own site.
   */
  corsHeaders(caller: Caller): Readonly<Record<string, string>> {
    const known = caller.origin !== undefined && (this.isAllowed(caller, undefined) || this.#isListedAnywhere(caller.origin));
    return known && caller.origin !== undefined ? { 'Access-Control-Allow-Origin': caller.origin, Vary: 'Origin' } : { Vary: 'Origin' };
  }

  #isListedAnywhere(given: string): boolean {
    const origin = normalisedOrigin(given);
    return origin !== undefined && this.#sites.all().some((site) => isListed(origin, site));
  }

  /** A browser that names this very host as origin is on a page of this server, behind TLS or not. */
  #isOwn(origin: string, host: string): boolean {
    return origin === this.#own || origin === normalisedOrigin(`http://${host}`) || origin === normalisedOrigin(`https://${host}`);
  }
}

function isListed(origin: string, site: SiteView | undefined): boolean {
  return site?.allowedOrigins.some((allowed) => normalisedOrigin(allowed) === origin) ?? false;
}

/** `HTTPS://Example.org:443/` → `https://example.org`; undefined for what is not the origin of a web page. */
export function normalisedOrigin(text: string): string | undefined {
  if (!/^https?:\/\/[^/\\?#@\s]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
  const { origin } = new URL(text);
  // A trailing dot names the same host to the resolver, but not the same origin to a browser.
  return origin.includes('..') ? undefined : origin;
}
