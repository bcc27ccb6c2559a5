/** The passages by number and the entries they belong to, and which of them a question may find. */
import { areaServes } from '../domain/area';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { Passage, PassageFilter } from '../domain/passage';

export interface Scope {
  readonly filter?: PassageFilter | undefined;
  /** Entries left out: a calibration asks what happens when the folder does not know. */
  readonly without?: readonly string[] | undefined;
}

export class Corpus {
  readonly passages: readonly Passage[];
  /** Ids in order of first passage. */
  readonly entries: readonly string[];
  readonly #entryOf: Uint32Array;
  readonly #passagesOf: readonly (readonly number[])[];
  readonly #knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.#knowledge = knowledge;
    this.passages = knowledge.passages;
    const numbers = new Map<string, number>();
    const passagesOf: number[][] = [];
    this.#entryOf = Uint32Array.from(this.passages, ({ entry }, passage) => {
      const number = numbers.get(entry) ?? numbers.size;
      numbers.set(entry, number);
      (passagesOf[number] ??= []).push(passage);
      return number;
    });
    this.entries = [...numbers.keys()];
    this.#passagesOf = passagesOf;
  }

  entryOf(passage: number): number {
    return this.#entryOf[passage] ?? 0;
  }

  passagesOf(entry: number): readonly number[] {
    return this.#passagesOf[entry] ?? [];
  }

  /** By entry number; undefined when everything may be found. Worked out once a question. */
  allowedEntries({ filter, without = [] }: Scope): Uint8Array | undefined {
    if (!filter?.area && !filter?.kinds && without.length === 0) return undefined;
    return Uint8Array.from(this.entries, (id) => (without.includes(id) || !this.#passesFilter(id, filter) ? 0 : 1));
  }

  /** An area inside the one asked for passes too: a call of Catalonia may be for somebody in Spain. */
  #passesFilter(id: string, filter: PassageFilter = {}): boolean {
    const entry = this.#knowledge.findEntry(id);
    const { kinds, area } = filter;
    if (kinds && !(entry && kinds.includes(entry.kind))) return false;
    return !area || (entry?.areas.some((one) => areaServes(one, area) || areaServes(area, one)) ?? false);
  }
}

/** Section of a passage within its entry, the same in each translation; 0 is the headline. */
export function sectionOf(passage: Passage): number {
  return Number(/#(\d+)\.[a-z]+$/.exec(passage.id)?.[1] ?? 0);
}

/** What is indexed of a passage: its title counts like its text. */
export function indexedText({ title, heading, text }: Passage): string {
  return [title, heading, text].filter(Boolean).join('\n');
}

/** Languages in which an entry has a headline. */
export function headlineLocales(corpus: Corpus, entry: number): Locale[] {
  return corpus.passagesOf(entry).flatMap((passage) => {
    const one = corpus.passages[passage];
    return one && sectionOf(one) === 0 ? one.locale : [];
  });
}
