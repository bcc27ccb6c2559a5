/** Which sheet of the file holds the calls, and what its columns mean: as asked, as last time, or guessed. */
import type { MappingFile } from './given';
import { findMapping, guessMapping, type Mapping } from './guess-mapping';
import { cellAt, FileRefused, letterOf, type Sheet } from './table';

export interface ChosenSheet {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  /** First row with a call, when a person named it. */
  readonly firstRow?: number | undefined;
  readonly notes: readonly string[];
}

export interface SheetWishes {
  readonly sheet?: string | undefined;
  /** The person's mapping file: it must fit. */
  readonly asked?: MappingFile | undefined;
  /** The authority's last mapping: guessed anew when it does not fit any more. */
  readonly last?: MappingFile | undefined;
}

/** Throws FileRefused. */
export function chooseSheet(sheets: readonly Sheet[], { sheet: name, asked, last }: SheetWishes): ChosenSheet {
  const wanted = name ?? asked?.sheet;
  const open = wanted === undefined ? sheets : sheets.filter((sheet) => sheet.name === wanted);
  const [first] = open;
  if (!first) throw new FileRefused(`there is no sheet "${wanted}"`, `Name one of: ${sheets.map((sheet) => sheet.name).join(', ')}.`);
  const chosen = asked ? fits(open, asked) : (remembered(open, last) ?? guessed(open));
  if (!chosen) throw asked ? misfit(first, asked) : noHeadings(first);
  const others = sheets.filter((sheet) => sheet !== chosen.sheet).map((sheet) => sheet.name);
  const note = others.length > 0 ? [`not read: ${others.map((one) => `"${one}"`).join(', ')} (choose with --sheet)`] : [];
  return { ...chosen, notes: [...note, ...chosen.notes] };
}

function fits(sheets: readonly Sheet[], { columns, firstRow }: MappingFile): ChosenSheet | undefined {
  for (const sheet of sheets) {
    const found = findMapping(sheet, columns);
    if ('mapping' in found && found.mapping.columns.title !== undefined) return { sheet, mapping: found.mapping, firstRow, notes: [] };
  }
  return undefined;
}

function remembered(sheets: readonly Sheet[], last: MappingFile | undefined): ChosenSheet | undefined {
  if (!last) return undefined;
  const found = fits([...sheets.filter((sheet) => sheet.name === last.sheet), ...sheets], last);
  const columns = Object.keys(found?.mapping.columns ?? {});
  if (!found) return undefined;
  // Columns that came new since are not used until somebody says so.
  return { ...found, notes: [`columns as last time (${columns.length})`] };
}

function guessed(sheets: readonly Sheet[]): ChosenSheet | undefined {
  const guesses = sheets.flatMap((sheet) => {
    const mapping = guessMapping(sheet);
    return mapping ? [{ sheet, mapping, notes: ['columns guessed from the headings:'] }] : [];
  });
  return guesses.sort((a, b) => Object.keys(b.mapping.columns).length - Object.keys(a.mapping.columns).length)[0];
}

function misfit(sheet: Sheet, { columns }: MappingFile): FileRefused {
  const found = findMapping(sheet, columns);
  const missing = 'missing' in found ? found.missing.map((one) => `"${one}"`).join(', ') : 'a column for "title"';
  return new FileRefused(
    `the mapping names ${missing}, which sheet "${sheet.name}" does not have`,
    'Write headings exactly as in the file, or letters of columns.',
  );
}

/** Shows the first row, so that the person can say which column is which. */
function noHeadings(sheet: Sheet): FileRefused {
  const [row] = sheet.rows;
  const cells = row ? row.cells.map((_, at) => `${letterOf(at)} "${cellAt(row, at).text.slice(0, 30)}"`).join(', ') : '';
  return new FileRefused(
    `no row of sheet "${sheet.name}" looks like headings; row ${row?.row ?? 1} holds ${cells}`,
    `Write a file such as {"columns":{"title":"B","opens":"D","closes":"E"},"firstRow":${row?.row ?? 1}} and name it with --mapping.`,
  );
}
