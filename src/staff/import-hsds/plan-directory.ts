/** Records and the folder → what the import would do, record by record. Writes nothing. */
import type { Entry } from '../../domain/entry';
import { readEntryFile } from '../../knowledge/read-entry';
import { editFrontMatter } from '../import/edit-front-matter';
import type { Plan, PlanItem } from '../import/plan-import';
import { slug } from '../import/slug';
import { compareItem, type Said, saidBy } from './compare-item';
import type { Directory, JsonObject } from './directory-records';
import { type DirectoryPlanRooms, Drafter } from './draft-entry';
import { withBody } from './entry-text';
import { type DirectoryProfile, prefixOf } from './given-directory';
import { type ItemFacts, type ReadItem, readItem } from './item-facts';

export interface DirectoryPlan extends Plan {
  readonly said: DirectoryProfile['said'];
  /** Services that the directory says are not offered now, and that we do not have. */
  readonly inactive: number;
}

/** Letters of the name in an id; the record's own id makes it one. */
const MAX_NAME = 40;
const ID_DIGITS = 8;

export function planDirectory({ services, organisations }: Directory, rooms: DirectoryPlanRooms): DirectoryPlan {
  const planner = new DirectoryPlanner(rooms);
  const plan = (kind: ItemFacts['kind']) => (record: JsonObject, at: number) => planner.plan(readItem(record, kind), at + 1) ?? [];
  const items = [...organisations.flatMap(plan('organisation')), ...services.flatMap(plan('service'))];
  return { items: [...items, ...planner.vanished()], rows: {}, said: planner.said, inactive: planner.inactive };
}

class DirectoryPlanner {
  readonly said: Record<string, Said>;
  inactive = 0;
  readonly #rooms: DirectoryPlanRooms;
  readonly #prefix: string;
  readonly #own: ReadonlyMap<string, Entry>;
  readonly #drafter: Drafter;
  readonly #seen = new Set<string>();

  constructor(rooms: DirectoryPlanRooms) {
    this.#rooms = rooms;
    this.#prefix = prefixOf(rooms.given);
    this.said = { ...rooms.last?.said };
    const own = rooms.reading.files.entries.filter(({ id }) => id.startsWith(`${this.#prefix}-`));
    // Names change, the record's id does not.
    this.#own = new Map(own.map((entry) => [entry.id.slice(-ID_DIGITS), entry]));
    this.#drafter = new Drafter(rooms);
  }

  plan(read: ReadItem, row: number): PlanItem | undefined {
    if (read.kind === 'refused') return { kind: 'refused', row, title: read.title, what: read.why, notes: [] };
    const uuid = read.kind === 'inactive' ? read.uuid : read.facts.uuid;
    const key = uuid.slice(0, ID_DIGITS);
    const entry = this.#own.get(key);
    if (this.#seen.has(key)) return { kind: 'refused', row, what: [`another record has an id that begins with ${key}`], notes: [] };
    this.#seen.add(key);
    if (read.kind === 'facts') return entry ? this.#change(read, row, entry) : this.#add(read, row, key);
    if (!entry) this.inactive++;
    return (
      entry && {
        kind: 'vanished',
        id: entry.id,
        title: read.title,
        what: [`the directory calls it ${read.status}; mend or remove ${entry.file}`],
        notes: [],
      }
    );
  }

  /** Entries of earlier imports that the file does not have. They are told and never touched. */
  vanished(): PlanItem[] {
    const gone = [...this.#own].filter(([key, { id }]) => !this.#seen.has(key) && this.said[id] !== undefined);
    return gone.map(([, { id, title, locale }]) => ({
      kind: 'vanished',
      id,
      title: title[locale] ?? id,
      what: ['the file does not have it; the entry stays as it is'],
      notes: [],
    }));
  }

  #add({ facts, notes }: Extract<ReadItem, { kind: 'facts' }>, row: number, key: string): PlanItem {
    const draft = this.#drafter.draft(facts, `${this.#prefix}-${slug(facts.title, MAX_NAME)}-${key}`);
    const shown = { row, id: draft.id, title: facts.title, notes: [...notes, ...draft.notes] };
    if ('why' in draft) return { ...shown, kind: 'refused', what: [draft.why] };
    const { file, after } = draft;
    if (this.#rooms.reading.files.texts.has(file))
      return { ...shown, kind: 'refused', what: [`${file} is there and cannot be read: mend it first (ponte check ${file})`] };
    return this.#checked({ ...shown, kind: 'added', what: [facts.kind], file, after }, facts);
  }

  #change({ facts, notes }: Extract<ReadItem, { kind: 'facts' }>, row: number, entry: Entry): PlanItem {
    const before = this.#rooms.reading.files.texts.get(entry.file) ?? '';
    const compared = compareItem(entry, saidBy(facts), this.#rooms.last?.said[entry.id]);
    const shown = { row, id: entry.id, title: facts.title, notes: [...notes, ...compared.notes], file: entry.file };
    if (compared.changes.length === 0) return this.#remembered({ ...shown, kind: 'unchanged', what: [] }, facts);
    const edited = editFrontMatter(before, compared.edits);
    const after = edited !== undefined && compared.isBodyNew ? withBody(edited, facts.body) : edited;
    if (after === undefined)
      return { ...shown, kind: 'refused', what: [`the facts of ${entry.file} cannot be edited safely; change them by hand`] };
    return this.#checked({ ...shown, kind: 'changed', what: compared.changes, before, after }, facts);
  }

  /** Nothing is written that the folder would not read. */
  #checked(item: PlanItem & { file: string; after: string; id: string }, facts: ItemFacts): PlanItem {
    const read = readEntryFile(item.after, item.file);
    if (read.ok) return this.#remembered(item, facts);
    const { kind: _, file, before: __, after: ___, ...rest } = item;
    return { ...rest, kind: 'refused', what: read.findings.map(({ what }) => `${file} would not be valid: ${what}`) };
  }

  #remembered(item: PlanItem & { id: string }, facts: ItemFacts): PlanItem {
    this.said[item.id] = saidBy(facts);
    return item;
  }
}
