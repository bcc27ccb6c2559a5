/** A file of a managing authority → its sheets. What it is, its first bytes tell, not its name. */
import { readFile, stat } from 'node:fs/promises';
import type { Locale } from '../../domain/locale';
import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { ODS_PARTS, readOds } from './read-ods';
import { readXlsx, XLSX_PARTS } from './read-xlsx';
import { FileRefused, type Sheet } from './table';
import { passwordProtected, unzipBounded } from './unzip-bounded';

/** Bytes; a calendar of ten thousand rows is about 2 MB as XLSX and 5 MB as CSV. */
const MAX_FILE = 32 * 1024 * 1024;

export interface TableFile {
  /** Visible sheets with content. */
  readonly sheets: readonly Sheet[];
  /** `xlsx`, `ods`, or `csv, windows-1252`. */
  readonly format: string;
}

/** Throws FileRefused. `encoding` and `locale` help with CSV only. */
export async function readTable(
  path: string,
  hints: { encoding?: string | undefined; locale?: Locale | undefined } = {},
): Promise<TableFile> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new FileRefused('there is no such file', 'Check the name and the folder.');
  if (!stats.isFile()) throw new FileRefused('this is not an ordinary file', 'Name a CSV, XLSX or ODS file.');
  if (stats.size === 0) throw new FileRefused('the file is empty', 'Fetch it again.');
  if (stats.size > MAX_FILE)
    throw new FileRefused(
      `the file has ${Math.round(stats.size / 1024 / 1024)} MB; up to ${MAX_FILE / 1024 / 1024} MB are read`,
      'Keep only the sheet with the calls, without pictures, and save it as XLSX or CSV.',
    );
  const bytes = await readFile(path).catch(() => {
    throw new FileRefused('the file cannot be read', 'Check that you may open it and that no other program holds it.');
  });
  const file = readBytes(new Uint8Array(bytes), hints);
  const sheets = file.sheets.filter((sheet) => sheet.rows.length > 0);
  if (sheets.length === 0) throw new FileRefused('the file has no row with content', 'Check that the right sheet is there and not hidden.');
  return { ...file, sheets };
}

function readBytes(bytes: Uint8Array, hints: { encoding?: string | undefined; locale?: Locale | undefined }): TableFile {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  if (head.startsWith('PK\x03\x04')) return readArchive(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw oldExcel(bytes);
  if (head.startsWith('%PDF'))
    throw new FileRefused('this is a PDF', 'Ask the authority for the table itself: CPR Art. 49(4) asks for a machine-readable format.');
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table)/i.test(head))
    throw new FileRefused(
      'this is a web page or XML, whatever its name says',
      'Open it in a spreadsheet program and save it as XLSX, ODS or CSV.',
    );
  const { text, encoding } = decodeText(bytes, hints);
  return { sheets: [readCsv(text)], format: `csv, ${encoding}` };
}

function readArchive(bytes: Uint8Array): TableFile {
  const archive = unzipBounded(bytes, (name) => XLSX_PARTS.test(name) || ODS_PARTS.test(name));
  if ([...archive.names].some((name) => /^xl\/workbook\.xml$/i.test(name))) return { sheets: readXlsx(archive), format: 'xlsx' };
  const isBinary = [...archive.names].some((name) => /^xl\/workbook\.bin$/i.test(name));
  if (!isBinary && archive.names.has('content.xml')) return { sheets: readOds(archive), format: 'ods' };
  throw new FileRefused(
    'this archive holds no XLSX or ODS spreadsheet',
    'Unpack it and import the spreadsheet inside, saved as XLSX, ODS or CSV.',
  );
}

/** Excel before 2007 and protected workbooks share one container; only the second names its package, in UTF-16. */
function oldExcel(bytes: Uint8Array): FileRefused {
  const isProtected = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isProtected ? passwordProtected() : new FileRefused('this is an Excel file of before 2007 (.xls)', 'Open it and save it as XLSX.');
}
