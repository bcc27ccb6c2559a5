/**
 * Open Referral HSDS 3: calls, services and trainings as a page of services, the shape `GET /services` of its API answers with;
 * organisations and clusters beside it. HSDS knows one language a text: the first asked for is in the field, each in an attribute.
 */
import { stateOfCall } from '../../domain/call-state';
import type { CallEntry, Entry } from '../../domain/entry';
import { textIn } from '../../domain/locale';
import type { Vocabularies } from '../../domain/vocabulary';
import { areaAddress } from './authority-tables';
import { addressOf, authorityOf, type ExportOptions, type OfferedEntry, offeredOf, type ShownEntry, shownOf } from './export-options';
import { attributesOf } from './hsds-attributes';
import { type HsdsRooms, type Json, type JsonObject, uuidOf } from './hsds-record';
import { iri } from './linked-data';

export function toHsds(entries: readonly Entry[], vocabularies: Vocabularies, options: ExportOptions): JsonObject {
  const rooms: HsdsRooms = { vocabularies, options, terms: new Map() };
  const services = offeredOf(entries).map((entry) => service(entry, rooms));
  const organisations = shownOf(entries).filter(({ kind }) => kind === 'organisation' || kind === 'cluster');
  return {
    total_items: services.length,
    total_pages: 1,
    page_number: 1,
    size: services.length,
    first_page: true,
    last_page: true,
    empty: services.length === 0,
    contents: services,
    organizations: organisations.map((entry) => organisation(entry, rooms)),
  };
}

function service(entry: OfferedEntry, rooms: HsdsRooms): JsonObject {
  const { vocabularies, options } = rooms;
  const address = addressOf(entry, options);
  const idOf = (part: string) => uuidOf(`${address}#${part}`);
  const isFree = entry.kind === 'training' && entry.training.free;
  return {
    id: uuidOf(address),
    ...headline(entry, options),
    url: entry.website && iri(entry.website),
    email: entry.contact?.email,
    status: statusOf(entry, options.at),
    ...(entry.kind === 'call' && callParts(entry, idOf)),
    assured_date: entry.checked,
    phones: phones(entry, idOf),
    service_areas: entry.areas.map((code) => {
      const name = vocabularies.areas.get(code)?.name;
      return { id: idOf(`area-${code}`), name: name ? textIn(name, ...options.languages).text : code, uri: areaAddress(code) };
    }),
    languages: entry.languages.map((code) => ({ id: idOf(`language-${code}`), code })),
    cost_options: isFree ? [{ id: idOf('cost'), amount: 0 }] : undefined,
    organization: provider(entry, options),
    attributes: attributesOf(entry, rooms, idOf),
  };
}

const headline = ({ title, summary, otherNames }: ShownEntry, { languages }: ExportOptions): JsonObject => ({
  name: textIn(title, ...languages).text,
  alternate_name: otherNames.length > 0 ? otherNames.join(', ') : undefined,
  description: textIn(summary, ...languages).text,
});

/** HSDS has no "unknown": only what one can surely apply to is active. The exact state is an attribute. */
function statusOf(entry: OfferedEntry, at: Date): 'active' | 'inactive' {
  if (entry.kind !== 'call') return 'active';
  return ['open', 'closing-soon'].includes(stateOfCall(entry.call, entry.reviewBy, at)) ? 'active' : 'inactive';
}

function callParts({ call }: CallEntry, idOf: (part: string) => string): JsonObject {
  const { opens, closes, apply, fund, criteria } = call;
  const isDay = (day: string | undefined) => (day?.length === 10 ? day : undefined);
  const vague = [opens, closes].filter((day) => day !== undefined && day.length < 10);
  const schedule = { valid_from: isDay(opens), valid_to: isDay(closes), notes: vague.length > 0 ? vague.join(' – ') : undefined };
  return {
    application_process: apply,
    eligibility_description: criteria.length > 0 ? criteria.map(({ quote }) => quote).join('\n') : undefined,
    schedules: opens || closes ? [{ id: idOf('schedule'), ...schedule }] : undefined,
    funding: fund === undefined ? undefined : [{ id: idOf('funding'), source: fund }],
  };
}

const phones = ({ contact }: ShownEntry, idOf: (part: string) => string): Json =>
  contact?.phone === undefined ? undefined : [{ id: idOf('phone'), number: contact.phone, description: contact.hours }];

/** HSDS demands a description of an organisation; of one that a source only names there is none but the name. */
function provider(entry: OfferedEntry, { baseUrl }: ExportOptions): Json {
  const name = authorityOf(entry);
  return name === undefined ? undefined : { id: uuidOf(`${baseUrl}/organisations/${entry.country}/${name}`), name, description: name };
}

function organisation(entry: ShownEntry, rooms: HsdsRooms): JsonObject {
  const { options } = rooms;
  const address = addressOf(entry, options);
  const idOf = (part: string) => uuidOf(`${address}#${part}`);
  const website = entry.website ?? entry.contact?.website;
  return {
    id: uuidOf(address),
    ...headline(entry, options),
    email: entry.contact?.email,
    website: website && iri(website),
    uri: address,
    phones: phones(entry, idOf),
    attributes: attributesOf(entry, rooms, idOf),
  };
}
