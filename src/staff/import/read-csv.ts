/** CSV as offices write it: comma, semicolon, tab or bar; quoted line breaks; Excel's `sep=` line. */
import { parse } from 'csv-parse/sync';
import { tidy } from '../../language/fold';
import { FileRefused, MAX_COLUMNS, MAX_ROWS, type Row, type Sheet } from './table';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Lines looked at to find the delimiter. */
const SAMPLE_LINES = 40;
/** Characters of one record: an unclosed quote would swallow the rest of the file. */
const MAX_RECORD = 100_000;
/** As many as Excel has rows: it may write them all, empty. More would only be gone through in vain, for seconds. */
const MAX_LINES = 1_048_576;

/** Throws FileRefused. */
export function readCsv(text: string): Sheet {
  if (text.includes('\0')) throw new FileRefused('this is no text', 'Give a CSV, XLSX or ODS file.');
  if (linesIn(text) > MAX_LINES) throw new FileRefused(`the file has more than ${MAX_LINES} lines`, 'Remove the empty ones at its end.');
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  // The line stays, empty, so that rows count as on the screen.
  const content = named ? text.replace(/^[^\r\n]*/, '') : text;
  const delimiter = named?.[1] ?? findDelimiter(content);
  const records = parseRecords(content, delimiter);
  const rows: Row[] = [];
  for (const [at, record] of records.entries()) {
    const cells = record.slice(0, MAX_COLUMNS).map((value) => ({ text: tidy(value) }));
    if (!cells.some((cell) => cell.text !== '')) continue;
    if (rows.length >= MAX_ROWS) throw new FileRefused(`the file has more than ${MAX_ROWS} rows`, 'Split it and import the parts.');
    rows.push({ row: at + 1, cells });
  }
  return { name: 'CSV', rows };
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= MAX_LINES; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function parseRecords(content: string, delimiter: string): string[][] {
  try {
    return parse(content, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, max_record_size: MAX_RECORD });
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : undefined;
    throw new FileRefused(
      `the CSV cannot be read${line ? ` near line ${line}` : ''}`,
      'Look there for a quotation mark (") that is opened and not closed, or save the file as XLSX.',
    );
  }
}

/** The sign that parts most lines into the same number of cells, outside quotes. */
function findDelimiter(content: string): string {
  const lines = content
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  const scores = DELIMITERS.map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return { sign, score: counts.filter((count) => count === usual).length * Math.min(usual, 20) };
  });
  return scores.reduce((a, b) => (b.score > a.score ? b : a)).sign;
}
