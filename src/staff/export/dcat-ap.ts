/** DCAT-AP 3.0.1: the catalogue through which data portals find the exports. Each export is a dataset with one distribution. */
import type { Entry } from '../../domain/entry';
import { areaAddress, DAILY, fileTypeAddress, languageAddress, mediaTypeAddress, PUBLIC_ACCESS, SOCIETY } from './authority-tables';
import { DATASETS, type ListedFormat } from './dcat-ap-datasets';
import { type ExportOptions, shownOf } from './export-options';
import { FORMAT_FACTS, FORMATS } from './formats';
import { iri, type LinkedData, link, type Node, NodeSet, taggedAs, typed } from './linked-data';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const THANKS = 'Facts name their sources. Names and codes of areas: Eurostat, NUTS 2021.';

const LISTED = FORMATS.filter((format): format is ListedFormat => format !== 'dcat-ap');

export function toDcatAp(entries: readonly Entry[], options: ExportOptions): LinkedData {
  const parts = new NodeSet();
  const home = `${options.baseUrl}/open-data`;
  const common = commonFacts(entries, parts, options);
  const datasets = LISTED.map((format) => dataset(format, home, common, parts, options));
  const catalogue = {
    '@id': iri(home),
    '@type': 'dcat:Catalog',
    'dct:title': taggedAs('Open data of Ponte: support for social innovation', 'en'),
    'dct:description': taggedAs(`Exports of the knowledge folder, made anew with each change. ${THANKS}`, 'en'),
    'foaf:homepage': typedPart(parts, `${options.baseUrl}/`, 'foaf:Document'),
    'dct:license': typedPart(parts, options.licence, 'dct:LicenseDocument'),
    ...common,
    'dcat:dataset': datasets.map((one) => ({ '@id': one['@id'] })),
  };
  return { '@context': CONTEXT, '@graph': [catalogue, ...datasets, ...parts.all()] };
}

/** What the catalogue and each of its datasets say alike. */
function commonFacts(entries: readonly Entry[], parts: NodeSet, { baseUrl, languages }: ExportOptions): Node {
  const lastCheck = shownOf(entries).reduce((last, { checked }) => (checked > last ? checked : last), '');
  return {
    'dct:publisher': parts.add(`${baseUrl}/#publisher`, () => ({ '@type': 'foaf:Agent', 'foaf:name': taggedAs('Ponte', 'en') })),
    'dct:language': languages.flatMap((tag) => languageAddress(tag) ?? []).map((id) => typedPart(parts, id, 'dct:LinguisticSystem')),
    // An empty folder has no day.
    'dct:modified': lastCheck === '' ? undefined : typed(lastCheck, 'xsd:date'),
    'dct:spatial': typedPart(parts, areaAddress('EU'), 'dct:Location'),
  };
}

const typedPart = (parts: NodeSet, id: string, type: string): Node => parts.add(id, () => ({ '@type': type }));

function dataset(format: ListedFormat, home: string, common: Node, parts: NodeSet, options: ExportOptions): Node {
  const { title, description, standard } = DATASETS[format];
  const facts = { 'dct:title': taggedAs(title, 'en'), 'dct:description': taggedAs(`${description} ${THANKS}`, 'en') };
  return {
    '@id': iri(`${home}/${format}#dataset`),
    '@type': 'dcat:Dataset',
    'dct:identifier': `${home}/${format}`,
    ...facts,
    ...common,
    'dct:accessRights': typedPart(parts, PUBLIC_ACCESS, 'dct:RightsStatement'),
    'dct:accrualPeriodicity': typedPart(parts, DAILY, 'dct:Frequency'),
    'dct:conformsTo': standard && typedPart(parts, standard, 'dct:Standard'),
    'dcat:theme': parts.add(SOCIETY, () => ({ '@type': 'skos:Concept', 'skos:prefLabel': taggedAs('Population and society', 'en') })),
    'dcat:landingPage': typedPart(parts, `${options.baseUrl}/`, 'foaf:Document'),
    'dcat:distribution': distribution(format, home, parts, options),
  };
}

function distribution(format: ListedFormat, home: string, parts: NodeSet, options: ExportOptions): Node {
  const [mediaType = ''] = FORMAT_FACTS[format].contentType.split(';');
  const { fileType, title } = DATASETS[format];
  return {
    '@id': iri(`${home}/${format}#distribution`),
    '@type': 'dcat:Distribution',
    'dct:title': taggedAs(title, 'en'),
    'dcat:accessURL': link(`${home}/${format}`),
    'dcat:downloadURL': link(`${home}/${format}`),
    'dcat:mediaType': typedPart(parts, mediaTypeAddress(mediaType), 'dct:MediaType'),
    'dct:format': typedPart(parts, fileTypeAddress(fileType), 'dct:MediaTypeOrExtent'),
    'dct:license': typedPart(parts, options.licence, 'dct:LicenseDocument'),
  };
}
