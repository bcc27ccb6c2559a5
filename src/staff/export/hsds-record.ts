/** What an HSDS record is made of: JSON, and an id that is a UUID. */
import { hash } from 'node:crypto';
import type { Vocabularies } from '../../domain/vocabulary';
import type { ExportOptions } from './export-options';

export type Json = string | number | boolean | undefined | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** What every record is made with. */
export interface HsdsRooms {
  readonly vocabularies: Vocabularies;
  readonly options: ExportOptions;
  /** Terms described so far, by their address: thousands of records name the same few dozen. */
  readonly terms: Map<string, JsonObject>;
}

const ADDRESSES = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** RFC 9562 version 5 in the namespace of addresses (its section 6.6): the same thing has the same id in each export. */
export function uuidOf(address: string): string {
  const digest = hash('sha1', Buffer.concat([ADDRESSES, Buffer.from(address)]), 'hex');
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [digest.slice(0, 8), digest.slice(8, 12), `5${digest.slice(13, 16)}`, variant + digest.slice(17, 20), digest.slice(20, 32)].join(
    '-',
  );
}
