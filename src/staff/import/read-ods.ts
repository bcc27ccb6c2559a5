/** ODS (OpenDocument 1.3, part 3): the sheets of a spreadsheet as rows of cells. */
import { tidy } from '../../language/fold';
import { readXml } from './read-xml';
import { type Block, type Cell, FileRefused, MAX_COLUMNS, MAX_ROWS, type Sheet, spreadBlocks } from './table';
import { type Archive, passwordProtected } from './unzip-bounded';

/** Parts of the archive that are read. */
export const ODS_PARTS = /^(mimetype|content\.xml|META-INF\/manifest\.xml)$/;

type Attributes = Readonly<Record<string, string>>;

/** Throws FileRefused. */
export function readOds({ parts, names }: Archive): Sheet[] {
  const manifest = new TextDecoder().decode(parts.get('META-INF/manifest.xml') ?? new Uint8Array());
  if (/encryption-data|encrypted-package/.test(manifest)) throw passwordProtected();
  if ([...names].some((name) => /^(Basic|Scripts)\/./.test(name)))
    throw new FileRefused('the spreadsheet holds macros', 'Open it in a safe place, save a copy without macros, and import that.');
  const content = parts.get('content.xml');
  if (!content) throw new FileRefused('the spreadsheet has no content', 'Fetch the file again.');
  const reader = new OdsReader();
  readXml(content, 'the spreadsheet', reader);
  return reader.sheets;
}

class OdsReader {
  readonly sheets: Sheet[] = [];
  #name = '';
  #rows: { row: number; cells: (Cell | undefined)[] }[] = [];
  #blocks: Block[] = [];
  #row = 0;
  #cells: (Cell | undefined)[] = [];
  #column = 0;
  #at: Attributes = {};
  #text: string[] = [];
  #link: string | undefined;
  /** Inside a comment of somebody: no part of the cell. */
  #aside = 0;
  #inParagraph = false;

  open(name: string, at: Attributes): void {
    if (name === 'annotation') this.#aside++;
    if (this.#aside > 0) return;
    if (name === 'table') this.#openTable(at);
    else if (name === 'table-row') this.#openRow(at);
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#at = at;
      this.#text = [];
      this.#link = undefined;
    } else this.#openText(name, at);
  }

  text(text: string): void {
    if (this.#inParagraph && this.#aside === 0) this.#text.push(text);
  }

  close(name: string): void {
    if (name === 'annotation') this.#aside--;
    if (this.#aside > 0) return;
    if (name === 'p') this.#inParagraph = false;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell(name === 'table-cell');
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#closeTable();
  }

  #openTable(at: Attributes): void {
    this.#name = tidy(at['table:name'] ?? '');
    this.#rows = [];
    this.#blocks = [];
    this.#row = 0;
    this.#repeatRow = 1;
  }

  #repeatRow = 1;

  #openRow(at: Attributes): void {
    this.#repeatRow = countOf(at['table:number-rows-repeated']);
    this.#row++;
    this.#cells = [];
    this.#column = 0;
  }

  #openText(name: string, at: Attributes): void {
    if (name === 'p') {
      if (this.#text.length > 0) this.#text.push('\n');
      this.#inParagraph = true;
    } else if (name === 's' || name === 'tab') this.#text.push(' ');
    else if (name === 'line-break') this.#text.push('\n');
    else if (name === 'a') this.#link = at['xlink:href'];
  }

  #closeCell(isOwn: boolean): void {
    const repeat = countOf(this.#at['table:number-columns-repeated']);
    const cell = isOwn ? cellOf(this.#at, tidy(this.#text.join('')), this.#link) : undefined;
    const [wide, high] = [countOf(this.#at['table:number-columns-spanned']), countOf(this.#at['table:number-rows-spanned'])];
    if (wide > 1 || high > 1)
      this.#blocks.push({ top: this.#row, left: this.#column, bottom: this.#row + high - 1, right: this.#column + wide - 1 });
    // Rows end in one empty cell that is repeated a thousand times.
    if (cell) for (let n = 0; n < repeat && this.#column + n < MAX_COLUMNS; n++) this.#cells[this.#column + n] = cell;
    this.#column = Math.min(this.#column + repeat, MAX_COLUMNS);
  }

  #closeRow(): void {
    const isFilled = this.#cells.some(Boolean);
    // A sheet ends in one empty row that is repeated a million times.
    if (isFilled && this.#rows.length + this.#repeatRow > MAX_ROWS)
      throw new FileRefused(`sheet "${this.#name}" has more than ${MAX_ROWS} rows`, 'Split it and import the parts one after the other.');
    if (isFilled) for (let n = 0; n < this.#repeatRow; n++) this.#rows.push({ row: this.#row + n, cells: [...this.#cells] });
    this.#row += this.#repeatRow - 1;
  }

  #closeTable(): void {
    spreadBlocks(this.#rows, this.#blocks);
    this.sheets.push({ name: this.#name, rows: this.#rows });
  }
}

const countOf = (text: string | undefined): number => Math.max(1, Math.floor(Number(text ?? 1)) || 1);

function cellOf(at: Attributes, text: string, link: string | undefined): Cell | undefined {
  const day = at['office:date-value']?.slice(0, 16);
  const value = Number(at['office:value'] ?? Number.NaN);
  const shown = text || day?.replace('T', ' ') || (Number.isFinite(value) ? String(value) : '');
  if (shown === '') return undefined;
  return {
    text: shown,
    ...(day ? { day: day.replace(/T00:00$/, '') } : {}),
    ...(Number.isFinite(value) ? { number: value } : {}),
    ...(link && /^https?:/i.test(link) ? { link } : {}),
  };
}
