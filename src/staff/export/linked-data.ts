/** Parts of JSON-LD 1.1 that the exports share. Contexts are given inline, so that nobody has to fetch one to read a file. */
import type { Locale, LocalisedText } from '../../domain/locale';
import { textsIn } from './export-options';

export type Value = string | number | boolean | Node | readonly Value[] | undefined;
/** Keys are compact IRIs of the document's context. A key whose value is undefined is not written. */
export interface Node {
  readonly [key: string]: Value;
}

export interface LinkedData {
  readonly '@context': Node;
  readonly '@graph': readonly Node[];
}

/** One text in several languages. */
export const tagged = (texts: LocalisedText, languages: readonly Locale[]): Node[] =>
  textsIn(texts, languages).map(({ text, locale }) => taggedAs(text, locale));

export const taggedAs = (text: string, locale: string): Node => ({ '@language': locale, '@value': text });

export const typed = (value: string, type: string): Node => ({ '@type': type, '@value': value });

/** Signs that a web address may hold and RFC 3987 forbids in an IRI; a reader of RDF refuses the whole file for one of them. */
export const iri = (address: string): string =>
  address.replace(/[\s<>"{}|\\^`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);

export const link = (address: string): Node => ({ '@id': iri(address) });

/** Links to each address, or nothing at all. */
export const links = (addresses: readonly (string | undefined)[]): Node[] | undefined => {
  const given = addresses.filter((address) => address !== undefined);
  return given.length > 0 ? given.map(link) : undefined;
};

/** Things many entries name, such as a country: each is described once and referred to by its id. */
export class NodeSet {
  readonly #nodes = new Map<string, Node>();

  /** Keeps the first description of an id. Gives the reference to it. */
  add(id: string, describe: () => Node): Node {
    const address = iri(id);
    if (!this.#nodes.has(address)) this.#nodes.set(address, { '@id': address, ...describe() });
    return { '@id': address };
  }

  all(): readonly Node[] {
    return [...this.#nodes.values()];
  }
}
