/**
 * One request to the search service of the EU Funding & Tenders Portal. Not an official interface: what it takes and where it trips is
 * from public clients of it (AarhusAI and others, read November 2026).
 */

/** `SEDIA` is the portal's own public key; `***` matches everything. */
export const PORTAL_SEARCH = 'https://api.tech.ec.europa.eu/search-api/prod/rest/search';
/** The service gives no more on a page. */
const PAGE_SIZE = 100;

/** Codes of the service (its facet endpoint names them). */
export const STATUS = { forthcoming: '31094501', open: '31094502', closed: '31094503' } as const;
export const PROGRAMME = { esfPlus: '43254019', singleMarket: '43252476' } as const;
/** Topics that the EU manages itself. */
const TOPICS = '1';

export interface PortalQuery {
  readonly url: string;
  readonly hasClosed: boolean;
}

export function pageAddress(url: string, page: number): string {
  const address = new URL(url);
  const given = { apiKey: 'SEDIA', text: '***', pageSize: String(PAGE_SIZE), pageNumber: String(page) };
  for (const [name, value] of Object.entries(given)) address.searchParams.set(name, value);
  return address.href;
}

/** Each part must be a file of type JSON; as an ordinary field the service answers 500, or without the filter. */
export function pageBody({ hasClosed }: PortalQuery): FormData {
  const status = [STATUS.forthcoming, STATUS.open, ...(hasClosed ? [STATUS.closed] : [])];
  const must = [{ terms: { type: [TOPICS] } }, { terms: { status } }, { terms: { frameworkProgramme: Object.values(PROGRAMME) } }];
  const form = new FormData();
  const add = (name: string, value: unknown) => form.set(name, new Blob([JSON.stringify(value)], { type: 'application/json' }), 'blob');
  add('query', { bool: { must } });
  add('languages', ['en']);
  add('sort', { field: 'identifier', order: 'ASC' });
  return form;
}

/** Only what cannot be read on the way, or is on this machine. */
export function isSafeAddress(url: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(url);
    return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1'));
  } catch {
    return false;
  }
}
