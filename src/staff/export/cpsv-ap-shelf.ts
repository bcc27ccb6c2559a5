/** What many services of a CPSV-AP catalogue refer to, each described once: places, languages, terms, organisations, the dataset itself. */
import { createHash } from 'node:crypto';
import type { AreaCode } from '../../domain/area';
import type { CallState } from '../../domain/call-state';
import type { LocalisedText } from '../../domain/locale';
import type { Vocabularies } from '../../domain/vocabulary';
import { areaAddress } from './authority-tables';
import type { ExportOptions, OfferedEntry } from './export-options';
import { iri, link, type Node, NodeSet, tagged, taggedAs } from './linked-data';

/** Names of our own codes. Data are read by their makers' colleagues, so English is enough. */
export const KIND_NAMES: Readonly<Record<OfferedEntry['kind'], string>> = {
  call: 'call for proposals',
  service: 'service',
  training: 'training',
};
export const STATE_NAMES: Readonly<Record<CallState, string>> = {
  forthcoming: 'forthcoming',
  open: 'open',
  'closing-soon': 'closing soon',
  closed: 'closed',
  unknown: 'to be checked with the authority',
};

export class Shelf {
  readonly nodes = new NodeSet();
  readonly datasetId: string;
  readonly #document: string;
  readonly #words: Vocabularies;
  readonly #options: ExportOptions;

  /** `document`: the address of the export, below which its own ids lie. */
  constructor(document: string, words: Vocabularies, options: ExportOptions) {
    this.#document = document;
    this.#words = words;
    this.#options = options;
    this.datasetId = `${document}#dataset`;
  }

  dataset(): Node {
    const publisher = this.nodes.add(`${this.#options.baseUrl}/#publisher`, () => ({
      '@type': 'foaf:Agent',
      'dct:identifier': this.#options.baseUrl,
      'dct:title': taggedAs('Ponte', 'en'),
    }));
    return {
      '@id': iri(this.datasetId),
      '@type': 'dcat:Dataset',
      'dct:identifier': this.datasetId,
      'dct:title': taggedAs('Calls, services and trainings for social innovation (CPSV-AP)', 'en'),
      'dct:description': taggedAs('What the knowledge folder of this Ponte offers to people, without what names no authority.', 'en'),
      'dct:publisher': publisher,
      'dct:license': link(this.#options.licence),
      'dcat:landingPage': { ...link(`${this.#options.baseUrl}/`), '@type': 'foaf:Document' },
    };
  }

  /** A code of ours: a kind of entry, or the state of a call. */
  concept(scheme: 'kind' | 'state', code: string, name: string): Node {
    return this.#concept(scheme, code, { en: name });
  }

  topic(id: string): Node {
    return this.#concept('topic', id, this.#words.topics.get(id)?.name ?? { en: id });
  }

  applicant(id: string): Node {
    return this.#concept('applicant', id, this.#words.applicants.get(id)?.name ?? { en: id });
  }

  #concept(scheme: string, code: string, name: LocalisedText): Node {
    return this.nodes.add(`${this.#document}#${scheme}-${code}`, () => ({
      '@type': 'skos:Concept',
      'skos:notation': code,
      'skos:prefLabel': tagged(name, this.#options.languages),
    }));
  }

  language(address: string): Node {
    return this.nodes.add(address, () => ({ '@type': 'dct:LinguisticSystem' }));
  }

  area(code: AreaCode): Node {
    return this.nodes.add(areaAddress(code), () => {
      const name = this.#words.areas.get(code)?.name;
      const label = name === undefined ? {} : { 'skos:prefLabel': tagged(name, this.#options.languages) };
      return { '@type': 'dct:Location', 'skos:notation': code, ...label };
    });
  }

  /** The same name in two countries is two organisations: there is a ministry of labour in each. */
  organisation(name: string, home: readonly AreaCode[]): Node {
    const digest = createHash('sha256').update(`${name}\0${home.join()}`).digest('hex').slice(0, 12);
    return this.nodes.add(`${this.#document}#organisation-${digest}`, () => ({
      '@type': 'cv:PublicOrganisation',
      // Names are written as their owners write them, in a language the entry does not tell.
      'skos:prefLabel': taggedAs(name, 'und'),
      'dct:spatial': home.map((code) => this.area(code)),
    }));
  }
}
