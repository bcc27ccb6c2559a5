/** One row of a calendar → the facts of a call, or why it is refused. */
import type { AreaCode } from '../../domain/area';
import type { Amount } from '../../domain/entry';
import type { Locale } from '../../domain/locale';
import type { Vocabularies } from '../../domain/vocabulary';
import { fold, tidy } from '../../language/fold';
import type { Mapping } from './guess-mapping';
import type { Field } from './headings';
import { readTotal } from './read-amounts';
import { type DayOrder, readDay, type Value } from './read-days';
import { addressOf, areaNames, fundOf, objectiveOf } from './row-words';
import { type Cell, cellAt, letterOf, type Row } from './table';

/** What the row says. Days as in entries; texts tidied. Absent: the row does not say it. */
export interface RowFacts {
  readonly title: string;
  readonly reference?: string;
  readonly summary?: string;
  readonly areas?: readonly AreaCode[];
  readonly objective?: string;
  readonly applicants?: string;
  readonly total?: Amount;
  readonly opens?: string;
  readonly closes?: string;
  readonly closesAt?: string;
  readonly programme?: string;
  readonly fund?: string;
  readonly authority?: string;
  readonly apply?: string;
}

export type ReadRow =
  | { readonly kind: 'call'; readonly row: number; readonly facts: RowFacts; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly row: number; readonly why: readonly string[] }
  /** A heading between the calls, a note under them. */
  | { readonly kind: 'text'; readonly row: number; readonly text: string };

export interface RowRooms {
  readonly mapping: Mapping;
  readonly locale: Locale;
  readonly country: string;
  readonly orders: { readonly opens: DayOrder; readonly closes: DayOrder };
  readonly areas: Vocabularies['areas'];
}

/** Characters. */
const MAX = { title: 250, summary: 6_000, applicants: 3_000, other: 300 };
/** Text that a page or a chat would run or follow. */
const RISKY = /<[a-z!/?]|\]\(|javascript:|data:\w+\/|&#|&lt;/i;

export function readRow(row: Row, rooms: RowRooms): ReadRow {
  const said = [...new Set(row.cells.map((cell) => cell?.text ?? '').filter(Boolean))];
  const [only] = said;
  if (said.length === 1 && only !== undefined) return { kind: 'text', row: row.row, text: only };
  const reader = new RowReader(row, rooms);
  const facts = reader.facts();
  return facts ? { kind: 'call', row: row.row, facts, notes: reader.notes } : { kind: 'refused', row: row.row, why: reader.problems };
}

class RowReader {
  readonly notes: string[] = [];
  readonly problems: string[] = [];
  readonly #row: Row;
  readonly #rooms: RowRooms;

  constructor(row: Row, rooms: RowRooms) {
    this.#row = row;
    this.#rooms = rooms;
  }

  facts(): RowFacts | undefined {
    const { locale, orders } = this.#rooms;
    const opens = this.#value('opens', (cell) => readDay(cell, locale, orders.opens));
    const closes = this.#value('closes', (cell) => readDay(cell, locale, orders.closes));
    const facts = {
      title: this.#text('title', MAX.title) ?? '',
      reference: this.#text('reference', MAX.other),
      summary: this.#text('summary', MAX.summary),
      areas: this.#areas(),
      objective: objectiveOf(this.#text('objective', MAX.other)),
      applicants: this.#text('applicants', MAX.applicants),
      total: this.#value('total', (cell, heading) => readTotal(cell, locale, heading)),
      opens: opens?.day,
      closes: closes?.day,
      closesAt: closes?.time,
      programme: this.#text('programme', MAX.other),
      fund: fundOf(this.#text('fund', MAX.other)),
      authority: this.#text('authority', MAX.other),
      apply: this.#value('apply', addressOf),
    };
    if (facts.title === '' && this.problems.length === 0) this.problems.push('the row has no title');
    if (facts.opens && facts.closes && facts.closes < facts.opens.slice(0, facts.closes.length))
      this.problems.push(`it closes (${facts.closes}) before it opens (${facts.opens})`);
    if (this.problems.length > 0) return undefined;
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as RowFacts;
  }

  /** The cell of a field; what was copied from the left in a merged block belongs to another column. */
  #cell(field: Field): { cell: Cell; place: string; heading: string } | undefined {
    const column = this.#rooms.mapping.columns[field];
    if (column === undefined) return undefined;
    const cell = cellAt(this.#row, column);
    const heading = this.#rooms.mapping.headings[column] ?? '';
    return cell.spread === 'across' || cell.text === '' ? undefined : { cell, heading, place: `${letterOf(column)}${this.#row.row}` };
  }

  #text(field: Field, max: number): string | undefined {
    const found = this.#cell(field);
    const text = tidy(found?.cell.text ?? '');
    if (!found || text === '') return undefined;
    if (text.length > max) this.problems.push(`${found.place} (${field}) has ${text.length} characters; up to ${max} are taken`);
    if (RISKY.test(text)) this.problems.push(`${found.place} (${field}) holds HTML or a hidden link`);
    return field === 'summary' || field === 'applicants' ? text : text.replace(/\n/g, ' ');
  }

  #value<T>(field: Field, read: (cell: Cell, heading: string) => Value<T>): T | undefined {
    const found = this.#cell(field);
    if (!found) return undefined;
    const value = read(found.cell, found.heading);
    if ('problem' in value) this.problems.push(`${found.place} (${field}): ${value.problem}`);
    if (!('value' in value)) return undefined;
    if (value.note) this.notes.push(`${found.place} (${field}): ${value.note}`);
    return value.value;
  }

  #areas(): AreaCode[] | undefined {
    const found = this.#cell('area');
    if (!found) return undefined;
    const names = areaNames(this.#rooms.areas, this.#rooms.country);
    const codes = found.cell.text.split(/[,;/\n]|\s+-\s+/).flatMap((part) => names.get(fold(part).trim()) ?? []);
    if (codes.length > 0) return [...new Set(codes)];
    this.notes.push(`${found.place} (area): "${found.cell.text}" is no area we know; the authority's own is used`);
    return undefined;
  }
}
