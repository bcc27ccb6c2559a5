/** Topics, kinds of applicant and areas, as schema.org describes them: each once, referred to by its address. */
import type { AreaCode } from '../../domain/area';
import type { LocalisedText } from '../../domain/locale';
import type { Vocabularies } from '../../domain/vocabulary';
import { areaAddress } from './authority-tables';
import type { ExportOptions } from './export-options';
import { type Node, NodeSet, tagged } from './linked-data';

export class Terms {
  readonly nodes = new NodeSet();
  readonly #words: Vocabularies;
  readonly #options: ExportOptions;

  constructor(words: Vocabularies, options: ExportOptions) {
    this.#words = words;
    this.#options = options;
  }

  topic(id: string): Node {
    const name = this.#words.topics.get(id)?.name ?? { en: id };
    return this.nodes.add(this.#address('topic', id), () => ({ '@type': 'DefinedTerm', termCode: id, name: this.#tagged(name) }));
  }

  applicant(id: string): Node {
    const name = this.#words.applicants.get(id)?.name ?? { en: id };
    const describe = () => ({ '@type': 'Audience', identifier: id, audienceType: this.#tagged(name) });
    return this.nodes.add(this.#address('applicant', id), describe);
  }

  area(code: AreaCode): Node {
    const name = this.#words.areas.get(code)?.name;
    const label = name === undefined ? {} : { name: this.#tagged(name) };
    return this.nodes.add(areaAddress(code), () => ({ '@type': 'AdministrativeArea', identifier: code, ...label }));
  }

  #address(scheme: string, id: string): string {
    return `${this.#options.baseUrl}/open-data/schema-org#${scheme}-${id}`;
  }

  #tagged(name: LocalisedText): Node[] {
    return tagged(name, this.#options.languages);
  }
}
