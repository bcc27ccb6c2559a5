/**
 * The texts that are searched, by number: the passages, then what people say of events and entries. Tells the entries they
 * belong to, and which of them a question may find.
 */
import { type AreaCode, areaServes } from '../domain/area';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { Passage, PassageFilter } from '../domain/passage';
import { BoundedMap } from './bounded-map';
import { FOREIGN, Gate } from './gate';
import { indexedText } from './indexed-text';
import { type SaidText, saidTexts } from './said-texts';

/** Kept: one language each, and the pairs that are often confused. */
const MOST_MASKS = 32;
const MOST_SCOPES = 64;

export interface Scope {
  readonly filter?: PassageFilter | undefined;
  /** Entries left out: a calibration asks what happens when the folder does not know. */
  readonly without?: readonly string[] | undefined;
}

export interface EntryScope {
  readonly ids: ReadonlySet<string>;
  /** By entry number, 1 for those in scope; the last is for what people say, which may help in several. */
  readonly open: Uint8Array;
}

export class Corpus {
  readonly passages: readonly Passage[];
  /** Ids in order of first passage. */
  readonly entries: readonly string[];
  readonly #entryOf: Uint32Array;
  readonly #sections: Uint16Array;
  readonly #passagesOf: readonly (readonly number[])[];
  readonly #said: readonly SaidText[];
  /** Entry numbers by text that people say. */
  readonly #helping: readonly (readonly number[])[];
  /** Numbers of what people say by entry. */
  readonly #saidOf = new Map<number, number[]>();
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #knowledge: KnowledgeBase;
  readonly #scopes = new BoundedMap<string, EntryScope>(MOST_SCOPES);
  /** Masks of questions without a filter, by the languages asked. */
  readonly #masks = new BoundedMap<string, Uint8Array>(MOST_MASKS);

  constructor(knowledge: KnowledgeBase) {
    this.#knowledge = knowledge;
    this.passages = knowledge.passages;
    const numbers = new Map<string, number>();
    const passagesOf: number[][] = [];
    const entryOf = Array.from(this.passages, ({ entry }, passage) => {
      const number = numbers.get(entry) ?? numbers.size;
      if (number === numbers.size) passagesOf.push([]);
      numbers.set(entry, number);
      passagesOf[number]?.push(passage);
      return number;
    });
    this.#numbers = numbers;
    this.entries = [...numbers.keys()];
    this.#passagesOf = passagesOf;
    this.#said = saidTexts(knowledge);
    // Beyond the last entry: whatever entries are in scope, what people say may be found.
    this.#entryOf = Uint32Array.from([...entryOf, ...this.#said.map(() => numbers.size)]);
    const helping = new Map<readonly string[], readonly number[]>();
    this.#helping = this.#said.map(({ entries }) => {
      const known = helping.get(entries) ?? entries.flatMap((id) => numbers.get(id) ?? []);
      helping.set(entries, known);
      return known;
    });
    for (const [n, helping] of this.#helping.entries())
      for (const entry of helping) this.#saidOf.set(entry, [...(this.#saidOf.get(entry) ?? []), this.passages.length + n]);
    this.#sections = Uint16Array.from(this.passages, ({ id }) => Number(/#(\d+)\.[a-z]+$/.exec(id)?.[1] ?? 0));
  }

  /** How many texts are searched: passages, then what people say. */
  get size(): number {
    return this.passages.length + this.#said.length;
  }

  /** Numbers of the entries that help who says this; undefined for a passage. */
  helpingIn(text: number): readonly number[] | undefined {
    // An index below zero would be looked up as the name of a property: most of the time of a search.
    return text < this.passages.length ? undefined : this.#helping[text - this.passages.length];
  }

  /** Numbers of what people say when this entry helps. */
  saidOf(entry: number): readonly number[] {
    return this.#saidOf.get(entry) ?? [];
  }

  /** Its passages and what is said for it. */
  textsOf(entry: number): readonly number[] {
    return [...this.passagesOf(entry), ...this.saidOf(entry)];
  }

  /** Number of an entry; −1 for one without passages. */
  numberOf(entry: string): number {
    return this.#numbers.get(entry) ?? -1;
  }

  entryOf(passage: number): number {
    return this.#entryOf[passage] ?? 0;
  }

  /** Section of a passage within its entry, the same in each translation; 0 is the headline. */
  sectionOf(passage: number): number {
    return this.#sections[passage] ?? 0;
  }

  /** What is searched of it. */
  textOf(number: number): string {
    const one = this.passages[number];
    if (one) return indexedText(one, this.sectionOf(number) === 0, this.#knowledge);
    return this.#said[number - this.passages.length]?.text ?? '';
  }

  localeOf(number: number): Locale | undefined {
    return (this.passages[number] ?? this.#said[number - this.passages.length])?.locale;
  }

  passagesOf(entry: number): readonly number[] {
    return this.#passagesOf[entry] ?? [];
  }

  /** The entries in scope; undefined when all are. Worked out once a question, and kept for the filters that come again. */
  entriesIn({ filter, without = [] }: Scope): EntryScope | undefined {
    const key = filter?.area || filter?.kinds ? `${areasOf(filter).join(',')} ${filter.kinds?.join(',') ?? ''}` : undefined;
    const scope = key === undefined ? undefined : this.#scopes.getOrMake(key, () => this.#scopeOf((id) => this.#passesFilter(id, filter)));
    if (without.length === 0) return scope;
    return this.#scopeOf((id) => !without.includes(id) && (!scope || scope.ids.has(id)));
  }

  #scopeOf(isIn: (id: string) => boolean): EntryScope {
    const ids = new Set(this.entries.filter(isIn));
    return { ids, open: Uint8Array.from([...this.entries.map((id) => (ids.has(id) ? 1 : 0)), 1]) };
  }

  /**
   * Lets through what a question in these languages may find of these entries. A headline in a language that was not asked tells nothing
   * beyond the one in a language that was, and eleven chances would favour the wrong entry (XQuAD with headlines: 0.783 → 0.797).
   */
  gateFor(asked: readonly Locale[], entries: EntryScope | undefined): Gate {
    const passages = this.#masks.getOrMake(asked.join(' '), () => this.#maskFor(asked));
    return new Gate(passages, entries && { open: entries.open, of: this.#entryOf });
  }

  #maskFor(asked: readonly Locale[]): Uint8Array {
    const isAsked = this.passages.map(({ locale }) => asked.includes(locale));
    const told = new Uint8Array(this.entries.length);
    const isSpeaking = new Uint8Array(this.entries.length);
    for (const [passage, yes] of isAsked.entries()) {
      if (!yes) continue;
      isSpeaking[this.entryOf(passage)] = 1;
      if (this.sectionOf(passage) === 0) told[this.entryOf(passage)] = 1;
    }
    const ofPassages = isAsked.map((yes, passage) => {
      if (isSpeaking[this.entryOf(passage)] === 0) return FOREIGN;
      return yes || this.sectionOf(passage) > 0 || told[this.entryOf(passage)] === 0 ? 1 : 0;
    });
    // What people say is told in every language: eleven chances would favour the wrong one.
    return Uint8Array.from([...ofPassages, ...this.#said.map(({ locale }) => (asked.includes(locale) ? 1 : 0))]);
  }

  /** An area inside the one asked for passes too: a call of Catalonia may be for somebody in Spain. */
  #passesFilter(id: string, filter: PassageFilter = {}): boolean {
    const entry = this.#knowledge.findEntry(id);
    const { kinds } = filter;
    const areas = areasOf(filter);
    if (kinds && !(entry && kinds.includes(entry.kind))) return false;
    const isHere = (one: AreaCode): boolean => areas.some((area) => areaServes(one, area) || areaServes(area, one));
    return areas.length === 0 || (entry?.areas.some(isHere) ?? false);
  }
}

const areasOf = ({ area, orAreas = [] }: PassageFilter): readonly AreaCode[] => (area ? [area, ...orAreas] : []);
