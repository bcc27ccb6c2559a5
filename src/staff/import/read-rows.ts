/** The rows under the headings, one after the other, with a word on how far it is. */
import type { Writable } from 'node:stream';
import type { Vocabularies } from '../../domain/vocabulary';
import { wordsOf } from '../../language/fold';
import type { ChosenSheet } from './choose-sheet';
import type { Given } from './given';
import { dayOrderOf } from './read-days';
import { type ReadRow, readRow } from './read-row';
import { cellAt, type Row } from './table';

/** Rows after which people are told how far it is. */
const STEP = 1_000;

interface RowsRooms {
  readonly given: Given;
  readonly vocabularies: Vocabularies;
  readonly err: Writable;
}

export function* readRows({ sheet, mapping, firstRow }: ChosenSheet, { given, vocabularies, err }: RowsRooms): Iterable<ReadRow> {
  const from = firstRow ?? Math.max(0, ...mapping.headerRows) + 1;
  const isHeading = headingTest(mapping.headings);
  const rows = sheet.rows.filter((row) => row.row >= from && !isHeading(row));
  const orderOf = (column: number | undefined) => dayOrderOf(column === undefined ? [] : rows.map((row) => cellAt(row, column)));
  const orders = { opens: orderOf(mapping.columns.opens), closes: orderOf(mapping.columns.closes) };
  const rooms = { mapping, locale: given.locale, country: given.country, orders, areas: vocabularies.areas };
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % STEP === 0) err.write(`${at} of ${rows.length} rows …\n`);
    yield readRow(row, rooms);
  }
}

/** Headings are repeated where a printed page begins. */
function headingTest(headings: readonly (string | undefined)[]): (row: Row) => boolean {
  const plain = (text: string | undefined): string => wordsOf(text ?? '').join(' ');
  const wanted = headings.map(plain);
  return (row) => {
    const said = row.cells.flatMap((cell, at) => (cell?.text ? [{ text: plain(cell.text), at }] : []));
    return said.length > 1 && said.every(({ text, at }) => text === wanted[at]);
  };
}
