/** What every kind of spreadsheet is read into: sheets of rows of cells, each with the place a person sees on the screen. */

export interface Cell {
  /** As shown, tidied; '' when empty. */
  readonly text: string;
  /** The number behind it, when the file keeps one: an amount, or a day as Excel counts days. */
  readonly number?: number;
  /** `2026-03-31` or `2026-03-31T17:00`, when the file says that the cell is a day. */
  readonly day?: string;
  /** Where a link in the cell leads. */
  readonly link?: string;
  /** Copied from the first cell of a merged block: from above, or from the left. */
  readonly spread?: 'down' | 'across';
}

export interface Row {
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** Sparse: use cellAt. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Rows with content a sheet may have: five times the largest calendar we must read. */
export const MAX_ROWS = 50_000;
/** Columns that are read; what stands further right is not. */
export const MAX_COLUMNS = 256;
/** Cells that merged blocks of one sheet may fill. */
const MAX_SPREAD = 1_000_000;

const EMPTY: Cell = { text: '' };
export const cellAt = (row: Row, column: number): Cell => row.cells[column] ?? EMPTY;

/** The file cannot be imported: what is wrong, and what the person can do. Caught where the file was opened. */
export class FileRefused extends Error {
  readonly what: string;
  readonly fix: string;

  constructor(what: string, fix: string) {
    super(`${what}. ${fix}`);
    this.name = 'FileRefused';
    this.what = what;
    this.fix = fix;
  }
}

/** 0 → A, 26 → AA. */
export function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letterOf(Math.floor(column / 26) - 1) + rest;
}

/** A → 0, AA → 26; undefined for what is no column. */
export function columnOf(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/i.test(letters)) return undefined;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A merged block; rows from 1, columns from 0, both ends inside. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface OpenRow {
  readonly row: number;
  readonly cells: (Cell | undefined)[];
}

/** Copies the first cell of each merged block over the block, so that every row can be read alone. Rows that do not exist stay so. */
export function spreadBlocks(rows: readonly OpenRow[], blocks: readonly Block[]): void {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const end = rows.at(-1)?.row ?? 0;
  let spread = 0;
  for (const given of blocks) {
    const block = { ...given, bottom: Math.min(given.bottom, end), right: Math.min(given.right, MAX_COLUMNS - 1) };
    spread += (block.bottom - block.top + 1) * (block.right - block.left + 1);
    if (spread > MAX_SPREAD) throw new FileRefused('its merged cells cover more than a calendar can', 'Undo the merging, then save again.');
    spreadBlock(byNumber, block);
  }
}

function spreadBlock(rows: ReadonlyMap<number, OpenRow>, { top, left, bottom, right }: Block): void {
  const first = rows.get(top)?.cells[left];
  if (!first?.text) return;
  for (let row = top; row <= bottom; row++) {
    const cells = rows.get(row)?.cells;
    for (let column = left; cells && column <= right; column++)
      if (row !== top || column !== left) cells[column] = { ...first, spread: column > left ? 'across' : 'down' };
  }
}
