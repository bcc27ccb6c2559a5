/**
 * schema.org JSON-LD: every entry, for search engines and whoever reads the web. A call and a service are a `Service`, a training a
 * `Course`, a programme a `FundingScheme`, a guide an `Article`, an organisation and a cluster an `Organization`.
 */
import type { Entry } from '../../domain/entry';
import type { Vocabularies } from '../../domain/vocabulary';
import { addressOf, authorityOf, type ExportOptions, type ShownEntry, shownOf } from './export-options';
import { iri, type LinkedData, link, links, type Node, tagged } from './linked-data';
import { callParts } from './schema-org-call';
import { Terms } from './schema-org-terms';

const CONTEXT = { '@vocab': 'https://schema.org/', xsd: 'http://www.w3.org/2001/XMLSchema#' };

const TYPES: Readonly<Record<ShownEntry['kind'], string>> = {
  call: 'Service',
  service: 'Service',
  training: 'Course',
  programme: 'FundingScheme',
  organisation: 'Organization',
  cluster: 'Organization',
  guide: 'Article',
};
const COURSE_MODES = { online: 'online', 'in-person': 'onsite', blended: 'blended' };

export function toSchemaOrg(entries: readonly Entry[], vocabularies: Vocabularies, options: ExportOptions): LinkedData {
  const terms = new Terms(vocabularies, options);
  const things = shownOf(entries).map((entry) => thing(entry, terms, options));
  return { '@context': CONTEXT, '@graph': [...things, ...terms.nodes.all()] };
}

function thing(entry: ShownEntry, terms: Terms, options: ExportOptions): Node {
  const { languages } = options;
  return {
    '@id': iri(addressOf(entry, options)),
    '@type': TYPES[entry.kind],
    identifier: entry.id,
    name: tagged(entry.title, languages),
    description: tagged(entry.summary, languages),
    alternateName: entry.otherNames.length > 0 ? entry.otherNames : undefined,
    url: links([entry.website]),
    subjectOf: page(entry, options),
    ...partsOf(entry, terms, options),
  };
}

/** schema.org gives each kind of thing other properties for the same facts. */
function partsOf(entry: ShownEntry, terms: Terms, { at }: ExportOptions): Node {
  const topics = entry.topics.map((id) => terms.topic(id));
  const areas = entry.areas.map((code) => terms.area(code));
  const applicants = entry.audience.map((id) => terms.applicant(id));
  switch (entry.kind) {
    case 'call':
    case 'service':
      return {
        category: topics,
        areaServed: areas,
        audience: applicants,
        provider: organisations(entry),
        serviceType: entry.kind === 'call' ? 'call for proposals' : 'service',
        ...(entry.kind === 'call' ? callParts(entry, at) : channel(entry)),
      };
    case 'training': {
      const { format, free } = entry.training;
      return {
        about: topics,
        audience: [...applicants, { '@type': 'Audience', geographicArea: areas }],
        provider: organisations(entry),
        availableLanguage: entry.languages,
        isAccessibleForFree: free,
        hasCourseInstance: format && { '@type': 'CourseInstance', courseMode: COURSE_MODES[format] },
      };
    }
    case 'guide':
      return { about: topics, audience: [...applicants, { '@type': 'Audience', geographicArea: areas }], inLanguage: entry.locale };
    default:
      return { knowsAbout: topics, areaServed: areas, ...reachable(entry), url: links([entry.website ?? entry.contact?.website]) };
  }
}

/** The entry as a page: when it was compared with its sources, until when that holds, and what they are. */
function page(entry: ShownEntry, options: ExportOptions): Node {
  return {
    '@type': 'WebPage',
    url: iri(addressOf(entry, options)),
    lastReviewed: entry.checked,
    expires: entry.reviewBy,
    license: link(options.licence),
    citation: entry.sources.map(({ title, url, date }) => ({
      '@type': 'CreativeWork',
      name: title,
      url: links([url]),
      datePublished: date,
    })),
  };
}

/** Who answers for it, and who is asked: often one, and never mixed up when they are two. */
function organisations(entry: ShownEntry): Node[] {
  const responsible = authorityOf(entry);
  const asked = entry.contact?.organisation ?? responsible;
  const names = [responsible, asked].filter((name, n, all) => name !== undefined && all.indexOf(name) === n);
  return names.map((name) => ({ '@type': 'Organization', name, ...(name === asked && reachable(entry)) }));
}

const reachable = ({ contact }: ShownEntry): Node => ({
  email: contact?.email,
  telephone: contact?.phone,
  address: contact?.address,
  url: links([contact?.website]),
});

const channel = ({ languages }: ShownEntry): Node =>
  languages.length > 0 ? { availableChannel: { '@type': 'ServiceChannel', availableLanguage: languages } } : {};
