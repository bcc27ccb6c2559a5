/** Every address that an entry shows to people, and where it stands. */
import type { Entry } from '../../domain/entry';

export type LinkPlace = 'source' | 'website' | 'contact' | 'apply' | 'nextCalls' | 'body';

/** Address without its fragment → where it stands in the entry. Text that is no address is left to `ponte check`. */
export function addressesOf(entry: Entry): ReadonlyMap<string, ReadonlySet<LinkPlace>> {
  const found = new Map<string, Set<LinkPlace>>();
  const add = (place: LinkPlace, written: string | undefined) => {
    const address = written === undefined ? undefined : pageOf(written);
    if (address === undefined) return;
    const places = found.get(address) ?? new Set();
    found.set(address, places.add(place));
  };
  for (const { url } of entry.sources) add('source', url);
  add('website', entry.website);
  add('contact', entry.contact?.website);
  if (entry.kind === 'call') {
    add('apply', entry.call.apply);
    add('nextCalls', entry.call.nextCalls);
  }
  for (const body of Object.values(entry.bodies)) for (const written of writtenIn(body)) add('body', written);
  return found;
}

function pageOf(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  return url.href;
}

/** Addresses in Markdown; a bracket that closes what the address did not open, and the mark that ends a sentence, are not part of it. */
function writtenIn(markdown: string): string[] {
  const found = markdown.match(/https?:\/\/[^\s<>"'`\]|]{1,2000}/g) ?? [];
  return found.map((run) => closed(run).replace(/[.,;:!?*_]+$/, ''));
}

function closed(run: string): string {
  let depth = 0;
  for (let at = 0; at < run.length; at++) {
    if (run[at] === '(') depth++;
    if (run[at] === ')' && --depth < 0) return run.slice(0, at);
  }
  return run;
}

export interface Linked {
  readonly address: string;
  readonly host: string;
  /** `entry-id (source, body)`. */
  readonly stands: readonly string[];
}

/** Each address once, with all entries that show it. */
export function linkedFrom(entries: readonly Entry[]): Linked[] {
  const stands = new Map<string, string[]>();
  for (const entry of entries)
    for (const [address, places] of addressesOf(entry))
      stands.set(address, [...(stands.get(address) ?? []), `${entry.id} (${[...places].join(', ')})`]);
  return [...stands].map(([address, where]) => ({ address, host: new URL(address).hostname, stands: where }));
}
