/** What an import would do, for people and for machines. */

import { plainJson, plainLine } from '../plain-line';
import type { Mapping } from './guess-mapping';
import { FIELDS } from './headings';
import type { Plan, PlanItem, PlanKind } from './plan-import';
import { letterOf } from './table';

const ORDER: readonly PlanKind[] = ['added', 'changed', 'unchanged', 'vanished', 'refused'];

/** Which column is read as what; columns without a field are named too, so that nobody misses one. */
export function mappingLines({ columns, headings, headerRows }: Mapping): string[] {
  const fieldOf = new Map(FIELDS.flatMap((field) => (columns[field] === undefined ? [] : [[columns[field], field] as const])));
  const count = Math.max(headings.length, ...[...fieldOf.keys()].map((at) => at + 1));
  const lines = Array.from({ length: count }, (_, at) => ({ at, heading: headings[at], field: fieldOf.get(at) }))
    .filter(({ heading, field }) => heading !== undefined || field !== undefined)
    .map(
      ({ at, heading, field }) => `  ${letterOf(at).padEnd(3)}${short(heading ?? '(no heading)', 48).padEnd(50)}${field ?? '– not used'}`,
    );
  const where = headerRows.length === 0 ? 'no headings; columns named by letter' : `headings in row ${headerRows.join(' and ')}`;
  return [where, ...lines];
}

export function planLines({ items }: Plan): string[] {
  const lines = ORDER.flatMap((kind) =>
    // Rows that stay as they are need a line only when there is something to say.
    items.filter((item) => item.kind === kind && (kind !== 'unchanged' || item.notes.length > 0)).flatMap(itemLines),
  );
  const texts = items.filter(({ kind }) => kind === 'text');
  if (texts.length > 0)
    lines.push(
      `Rows that hold one text and no call: ${texts
        .slice(0, 20)
        .map(({ row }) => row)
        .join(', ')}${texts.length > 20 ? ' …' : ''}`,
    );
  return [...lines, '', `${ORDER.map((kind) => `${items.filter((item) => item.kind === kind).length} ${kind}`).join(', ')}.`];
}

function itemLines({ kind, row, id, title, what, notes }: PlanItem): string[] {
  const place = row === undefined ? '' : `row ${row}`;
  const head = `${kind.padEnd(10)}${place.padEnd(10)}${id ?? ''}${title ? `  "${short(title, 70)}"` : ''}`.trimEnd();
  return [head, ...what.map((one) => `            ${plainLine(one)}`), ...notes.map((one) => `            note: ${plainLine(one)}`)];
}

/** One line an item. */
export const planJson = ({ items }: Plan): string[] =>
  items.map(({ kind, row, id, title, what, notes, file }) => plainJson({ kind, row, id, title, what, notes, file }));

const short = (text: string, max: number): string => {
  const line = plainLine(text);
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
};
