/**
 * CPSV-AP 3.2.0, the European profile for public services: calls, services and trainings as JSON-LD.
 * The profile demands a competent authority. Where the sources name none, none is invented and the entry is left out:
 * see `withoutAuthority`. It has no place for amounts; the schema.org export and the CSV have one.
 */
import { stateOfCall } from '../../domain/call-state';
import type { PartialDay } from '../../domain/day';
import type { CallEntry, Entry } from '../../domain/entry';
import type { Vocabularies } from '../../domain/vocabulary';
import { countryArea, languageAddress } from './authority-tables';
import { KIND_NAMES, Shelf, STATE_NAMES } from './cpsv-ap-shelf';
import { addressOf, authorityOf, type ExportOptions, type OfferedEntry, offeredOf } from './export-options';
import { iri, type LinkedData, link, links, type Node, tagged, taggedAs, typed } from './linked-data';

const CONTEXT = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** What a CPSV-AP catalogue cannot hold until its source, and then its file, names who is responsible. */
export const withoutAuthority = (entries: readonly Entry[]): OfferedEntry[] =>
  offeredOf(entries).filter((entry) => authorityOf(entry) === undefined);

export function toCpsvAp(entries: readonly Entry[], vocabularies: Vocabularies, options: ExportOptions): LinkedData {
  const shelf = new Shelf(`${options.baseUrl}/open-data/cpsv-ap`, vocabularies, options);
  const services = offeredOf(entries).flatMap((entry) => {
    const authority = authorityOf(entry);
    return authority === undefined ? [] : [publicService(entry, authority, shelf, options)];
  });
  return { '@context': CONTEXT, '@graph': [shelf.dataset(), ...services, ...shelf.nodes.all()] };
}

function publicService(entry: OfferedEntry, authority: string, shelf: Shelf, options: ExportOptions): Node {
  const { languages } = options;
  return {
    '@id': iri(addressOf(entry, options)),
    '@type': 'cpsv:PublicService',
    'dct:identifier': entry.id,
    'dct:title': tagged(entry.title, languages),
    'dct:description': tagged(entry.summary, languages),
    'cv:isClassifiedBy': shelf.concept('kind', entry.kind, KIND_NAMES[entry.kind]),
    'cv:thematicArea': entry.topics.map((topic) => shelf.topic(topic)),
    'dct:audience': entry.audience.map((applicant) => shelf.applicant(applicant)),
    'dct:language': entry.languages.flatMap((tag) => languageAddress(tag) ?? []).map((address) => shelf.language(address)),
    'dct:spatial': entry.areas.map((code) => shelf.area(code)),
    'cv:hasCompetentAuthority': shelf.organisation(authority, homeOf(entry)),
    'cv:contactPoint': contactPoint(entry),
    'foaf:page': links([entry.website]),
    'dct:isPartOf': link(shelf.datasetId),
    'dct:source': links(entry.sources.map(({ url }) => url)),
    'dct:modified': typed(entry.checked, 'xsd:date'),
    'dct:license': link(options.licence),
    ...(entry.kind === 'call' && callParts(entry, shelf, options)),
    ...(entry.kind === 'training' && entry.training.free && { 'cv:hasCost': freeOfCharge(entry.id) }),
  };
}

/** Where the responsible organisation is at home: the country; for what has none, all it serves. */
function homeOf({ country, areas }: OfferedEntry): readonly string[] {
  const code = countryArea(country);
  return code === undefined ? areas : [code];
}

function contactPoint({ contact }: OfferedEntry): Node | undefined {
  if (!contact?.email && !contact?.phone && !contact?.website) return undefined;
  return {
    '@type': 'cv:ContactPoint',
    'cv:email': contact.email,
    'cv:telephone': contact.phone,
    'cv:contactPage': contact.website === undefined ? undefined : { ...link(contact.website), '@type': 'foaf:Document' },
  };
}

function callParts(entry: CallEntry, shelf: Shelf, { at }: ExportOptions): Node {
  const { id, call, reviewBy, locale } = entry;
  const state = stateOfCall(call, reviewBy, at);
  return {
    'adms:status': shelf.concept('state', state, STATE_NAMES[state]),
    'cv:holdsRequirement': call.criteria.map((criterion) => ({
      '@type': 'cv:Requirement',
      'dct:identifier': `${id}/${criterion.id}`,
      'dct:title': taggedAs(criterion.quote, locale),
    })),
    'cv:hasChannel': applicationChannel(entry),
  };
}

/** Where and in which days one applies. */
function applicationChannel({ id, call: { apply, opens, closes } }: CallEntry): Node | undefined {
  if (!apply && !opens && !closes) return undefined;
  const edges = { 'time:hasBeginning': opens && instant(opens), 'time:hasEnd': closes && instant(closes) };
  return {
    '@type': 'cv:Channel',
    'dct:identifier': `${id}/apply`,
    'foaf:page': links([apply]),
    'cv:openingHours': opens || closes ? { '@type': 'time:TemporalEntity', ...edges } : undefined,
  };
}

/** As exact as the source is: a day, a month or a year. */
function instant(day: PartialDay): Node {
  const precision = { 4: 'gYear', 7: 'gYearMonth' }[day.length];
  const [property, type] = precision === undefined ? ['inXSDDate', 'date'] : [`inXSD${precision}`, precision];
  return { '@type': 'time:Instant', [`time:${property}`]: typed(day, `xsd:${type}`) };
}

const freeOfCharge = (id: string): Node => ({
  '@type': 'cv:Cost',
  'dct:identifier': `${id}/cost`,
  'cv:hasValue': typed('0', 'xsd:double'),
});
