/** One sheet of an XLSX workbook. */
import { tidy } from '../../language/fold';
import { readXml } from './read-xml';
import { type Block, type Cell, columnOf, FileRefused, MAX_COLUMNS, MAX_ROWS, type Sheet, spreadBlocks } from './table';

export interface XlsxWords {
  readonly strings: readonly string[];
  dayOf(serial: number, style: number): string | undefined;
  /** Relation id → address. */
  readonly links: ReadonlyMap<string, string>;
}

/** Throws FileRefused. */
export function readXlsxSheet(bytes: Uint8Array, name: string, words: XlsxWords): Sheet {
  const reader = new XlsxSheetReader(words);
  readXml(bytes, `sheet "${name}"`, reader);
  return { name, rows: reader.finish(name) };
}

class XlsxSheetReader {
  readonly #words: XlsxWords;
  readonly #rows: { row: number; cells: (Cell | undefined)[] }[] = [];
  readonly #blocks: Block[] = [];
  readonly #links: { at: string; to: string }[] = [];
  #row = 0;
  #column = -1;
  #attributes: Readonly<Record<string, string>> = {};
  #value = '';
  #isValue = false;

  constructor(words: XlsxWords) {
    this.#words = words;
  }

  open(name: string, at: Readonly<Record<string, string>>): void {
    this.#isValue = name === 'v' || name === 't';
    if (name === 'row') this.#openRow(at);
    else if (name === 'c') {
      // Cells without an address follow each other.
      this.#column = at.r ? (columnOf(at.r.replace(/\d+$/, '')) ?? this.#column + 1) : this.#column + 1;
      this.#attributes = at;
      this.#value = '';
    } else if (name === 'mergeCell') this.#blocks.push(...blockOf(at.ref ?? ''));
    else if (name === 'hyperlink') this.#links.push({ at: at.ref ?? '', to: this.#words.links.get(at['r:id'] ?? '') ?? '' });
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
  }

  close(name: string): void {
    this.#isValue = false;
    if (name !== 'c' || this.#column >= MAX_COLUMNS) return;
    const cell = this.#cell();
    const cells = this.#rows.at(-1)?.cells;
    if (cell && cells) cells[this.#column] = cell;
  }

  finish(name: string): Sheet['rows'] {
    const rows = this.#rows.filter(({ cells }) => cells.some(Boolean));
    if (rows.length > MAX_ROWS)
      throw new FileRefused(`sheet "${name}" has more than ${MAX_ROWS} rows`, 'Split it and import the parts one after the other.');
    this.#addLinks(rows);
    spreadBlocks(rows, this.#blocks);
    return rows;
  }

  #openRow(at: Readonly<Record<string, string>>): void {
    const row = Number(at.r);
    this.#row = Number.isInteger(row) && row > this.#row ? row : this.#row + 1;
    this.#column = -1;
    // Empty rows at the end are formatted often and filled never.
    if (this.#rows.at(-1)?.cells.length === 0) this.#rows.pop();
    this.#rows.push({ row: this.#row, cells: [] });
  }

  #cell(): Cell | undefined {
    const { t = 'n', s = '0' } = this.#attributes;
    const raw = this.#value;
    if (raw === '') return undefined;
    if (t === 's') return textCell(this.#words.strings[Number(raw)] ?? '');
    if (t === 'd') return { text: raw, day: raw.slice(0, 16) };
    if (t !== 'n') return t === 'e' ? undefined : textCell(tidy(raw));
    const number = Number(raw);
    if (!Number.isFinite(number)) return textCell(tidy(raw));
    const day = this.#words.dayOf(number, Number(s));
    // 15 digits is what Excel shows; behind them stands what computing left.
    return day === undefined ? { text: String(Number(number.toPrecision(15))), number } : { text: day.replace('T', ' '), number, day };
  }

  #addLinks(rows: readonly { row: number; cells: (Cell | undefined)[] }[]): void {
    const byNumber = new Map(rows.map((row) => [row.row, row]));
    for (const { at, to } of this.#links) {
      const [block] = blockOf(at);
      const cells = block && byNumber.get(block.top)?.cells;
      const cell = block && cells?.[block.left];
      if (cells && cell && /^https?:/i.test(to)) cells[block.left] = { ...cell, link: to };
    }
  }
}

const textCell = (text: string): Cell | undefined => (text === '' ? undefined : { text });

/** `B3:D4` or `B3`. */
function blockOf(reference: string): Block[] {
  const [first = '', last = first] = reference.split(':');
  const [left, right] = [columnOf(first.replace(/\d+$/, '')), columnOf(last.replace(/\d+$/, ''))];
  const [top, bottom] = [Number(/\d+$/.exec(first)?.[0]), Number(/\d+$/.exec(last)?.[0])];
  return left === undefined || right === undefined || !(top >= 1) || !(bottom >= top) ? [] : [{ top, left, bottom, right }];
}
