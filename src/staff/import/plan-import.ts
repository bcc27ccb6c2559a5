/** Rows and the folder → what an import would do, row by row. Writes nothing. */
import type { Day } from '../../domain/day';
import type { CallEntry } from '../../domain/entry';
import type { Reading } from '../../knowledge/knowledge-base';
import { readEntryFile } from '../../knowledge/read-entry';
import { compareCall } from './compare-call';
import { type Edit, editFrontMatter } from './edit-front-matter';
import type { Given, Profile } from './given';
import { type Matcher, makeMatcher } from './match-entries';
import { writeNewCall } from './new-call';
import type { ReadRow, RowFacts } from './read-row';
import { makeRecogniser, type Recogniser } from './recognise';

export type PlanKind = 'added' | 'changed' | 'unchanged' | 'vanished' | 'refused' | 'text';

export interface PlanItem {
  readonly kind: PlanKind;
  /** As the spreadsheet counts; absent for what vanished. */
  readonly row?: number;
  readonly id?: string;
  readonly title?: string;
  /** What changes, or why it is refused. */
  readonly what: readonly string[];
  readonly notes: readonly string[];
  /** Path in the knowledge folder with forward slashes, its text before (absent: no file) and after. */
  readonly file?: string;
  readonly before?: string | undefined;
  readonly after?: string;
}

export interface Plan {
  readonly items: readonly PlanItem[];
  /** What each row said, for the next import. */
  readonly rows: Profile['rows'];
}

export interface PlanRooms {
  readonly given: Given;
  readonly reading: Reading;
  readonly last: Profile | undefined;
  readonly today: Day;
  readonly reviewBy: Day;
}

type CallRow = Extract<ReadRow, { kind: 'call' }>;

export function planImport(rows: Iterable<ReadRow>, rooms: PlanRooms): Plan {
  const planner = new Planner(rooms);
  const items = Array.from(rows, (row) => planner.plan(row));
  return { items: [...items, ...planner.vanished()], rows: planner.rows };
}

class Planner {
  readonly rows: Record<string, Record<string, unknown>>;
  readonly #rooms: PlanRooms;
  readonly #matcher: Matcher;
  readonly #recogniser: Recogniser;
  /** Id → the row that has it. */
  readonly #seen = new Map<string, number>();

  constructor(rooms: PlanRooms) {
    this.#rooms = rooms;
    this.rows = { ...rooms.last?.rows };
    this.#matcher = makeMatcher(rooms.reading.files.entries, rooms.given, rooms.last);
    this.#recogniser = makeRecogniser(rooms.reading.knowledge.vocabularies, rooms.given.locale);
  }

  plan(row: ReadRow): PlanItem {
    if (row.kind === 'text') return { kind: 'text', row: row.row, what: [row.text], notes: [] };
    if (row.kind === 'refused') return { kind: 'refused', row: row.row, what: row.why, notes: [] };
    const { id, entry, other } = this.#matcher.match(row.facts);
    const twin = this.#seen.get(id);
    if (twin !== undefined) return refused(row, id, `row ${twin} is the same call (${id}); give each its own reference or title`);
    this.#seen.set(id, row.row);
    if (other) return refused(row, id, `${other.file} already has the id ${id}; give the row another reference or title`);
    const item = entry ? this.#change(row, entry) : this.#add(row, id);
    if (item.kind !== 'refused') this.rows[id] = { ...row.facts };
    return item;
  }

  /** Entries of earlier imports that no row is now. They are told and never touched. */
  vanished(): PlanItem[] {
    const gone = [...this.#matcher.own.values()].filter((entry) => !this.#seen.has(entry.id));
    return gone.map(({ id, file, call, title, locale }) => ({
      kind: 'vanished',
      id,
      file,
      title: title[locale] ?? id,
      what: [
        call.closes !== undefined && call.closes < this.#rooms.today.slice(0, call.closes.length)
          ? `it closed (${call.closes}), nothing to do`
          : 'ask the authority whether it was withdrawn; the entry stays as it is',
      ],
      notes: [],
    }));
  }

  #add(row: CallRow, id: string): PlanItem {
    const { given, reading, today, reviewBy } = this.#rooms;
    const file = `calls/${id}.md`;
    if (reading.files.texts.has(file)) return refused(row, id, `${file} is there and cannot be read: mend it first (ponte check ${file})`);
    const { facts } = row;
    const spoken = this.#recogniser.topics([facts.title, facts.summary, facts.objective].filter(Boolean).join('\n'));
    const topics = spoken.length > 0 ? spoken : given.topics;
    if (topics.length === 0) return refused(row, id, 'no topic is recognised in its words; name one for such rows with --topic');
    const audience = facts.applicants === undefined ? [] : this.#recogniser.applicants(facts.applicants);
    const after = writeNewCall({ id, facts, given, topics, audience, today, reviewBy });
    return this.#checked({ kind: 'added', row: row.row, id, title: facts.title, what: [describe(facts)], notes: row.notes, file, after });
  }

  #change(row: CallRow, entry: CallEntry): PlanItem {
    const { given, last } = this.#rooms;
    const before = this.#rooms.reading.files.texts.get(entry.file) ?? '';
    const compared = compareCall(entry, row.facts, last?.rows[entry.id], given.locale);
    const notes = [...row.notes, ...compared.notes];
    const shown = { row: row.row, id: entry.id, title: row.facts.title, notes, file: entry.file };
    if (compared.edits.length === 0) return { ...shown, kind: 'unchanged', what: [] };
    const after = editFrontMatter(before, [...compared.edits, ...this.#stamps(entry)]);
    if (after === undefined) return refused(row, entry.id, `the facts of ${entry.file} cannot be edited safely; change them by hand`);
    return this.#checked({ ...shown, kind: 'changed', what: compared.changes, before, after });
  }

  /** Who says so, since when. Only what came from this calendar alone counts as checked by it. */
  #stamps(entry: CallEntry): Edit[] {
    const { given, today, reviewBy, last } = this.#rooms;
    const at = entry.sources.findIndex((source) => source.url === given.source.url);
    const source: Edit =
      at < 0
        ? { path: ['sources', entry.sources.length], value: { ...given.source, date: today } }
        : { path: ['sources', at, 'date'], value: today };
    const isOwn = last?.rows[entry.id] !== undefined;
    return isOwn ? [source, { path: ['checked'], value: today }, { path: ['reviewBy'], value: reviewBy }] : [source];
  }

  /** Nothing is written that the folder would not read. */
  #checked(item: PlanItem & { file: string; after: string }): PlanItem {
    const read = readEntryFile(item.after, item.file);
    if (read.ok) return item;
    const { kind: _, file, before: __, after: ___, ...rest } = item;
    return { ...rest, kind: 'refused', what: read.findings.map((finding) => `${file} would not be valid: ${finding.what}`) };
  }
}

const refused = (row: CallRow, id: string, why: string): PlanItem => ({
  kind: 'refused',
  row: row.row,
  id,
  title: row.facts.title,
  what: [why],
  notes: row.notes,
});

const describe = (facts: RowFacts): string =>
  [
    facts.opens && `opens ${facts.opens}`,
    facts.closes && `closes ${facts.closes}`,
    facts.total?.max && `${facts.total.max} ${facts.total.currency}`,
  ]
    .filter(Boolean)
    .join(', ') || 'no dates and no amount given';
