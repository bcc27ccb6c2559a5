/** Tiny spreadsheets in the formats offices send, made by the test. */
import { strToU8, type Zippable, zipSync } from 'fflate';

/** Text, a number, `{ serial }` shown as a day, or nothing. */
export type Made = string | number | { readonly serial: number } | { readonly day: string } | undefined;

export interface MadeSheet {
  readonly name?: string;
  readonly rows: readonly (readonly Made[])[];
  /** Such as `A1:B2`. */
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const letter = (column: number): string => String.fromCharCode(65 + column);
const zip = (files: Record<string, string>, more: Zippable = {}): Uint8Array =>
  zipSync({ ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), ...more });

export function makeXlsx(sheets: readonly MadeSheet[], more: Zippable = {}, is1904 = false): Uint8Array {
  const strings: string[] = [];
  const cell = (value: Made, address: string): string => {
    if (value === undefined) return '';
    if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
    if (typeof value === 'object' && 'serial' in value) return `<c r="${address}" s="1"><v>${value.serial}</v></c>`;
    strings.push(typeof value === 'string' ? value : value.day);
    return `<c r="${address}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const parts = sheets.map(({ rows, merged = [] }) => {
    const data = rows.map(
      (cells, at) => `<row r="${at + 1}">${cells.map((value, n) => cell(value, `${letter(n)}${at + 1}`)).join('')}</row>`,
    );
    const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
  });
  const names = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name ?? `S${at}`}" sheetId="${at + 1}" r:id="rId${at + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const relations = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  return zip(
    {
      'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
      'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><r><t>${escaped(text)}</t></r></si>`).join('')}</sst>`,
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-410]dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      ...Object.fromEntries(parts.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    },
    more,
  );
}

export function makeOds({ name = 'Foglio1', rows, merged = [] }: MadeSheet, more: Zippable = {}, manifest = ''): Uint8Array {
  const spans = new Map(
    merged.map((block) => {
      const [, left = 'A', top = '1', right = 'A', bottom = '1'] = /([A-Z])(\d+):([A-Z])(\d+)/.exec(block) ?? [];
      const wide = right.charCodeAt(0) - left.charCodeAt(0) + 1;
      return [`${left}${top}`, ` table:number-columns-spanned="${wide}" table:number-rows-spanned="${Number(bottom) - Number(top) + 1}"`];
    }),
  );
  const cell = (value: Made, address: string): string => {
    const span = spans.get(address) ?? '';
    if (value === undefined) return '<table:table-cell/>';
    if (typeof value === 'number')
      return `<table:table-cell${span} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
    if (typeof value === 'object' && 'day' in value)
      return `<table:table-cell${span} office:value-type="date" office:date-value="${value.day}"><text:p>shown</text:p></table:table-cell>`;
    const paragraphs = String(value)
      .split('\n')
      .map((line) => `<text:p><text:span>${escaped(line)}</text:span></text:p>`);
    return `<table:table-cell${span} office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation>${paragraphs.join('')}</table:table-cell>`;
  };
  const body = rows.map(
    (cells, at) =>
      `<table:table-row>${cells.map((value, n) => cell(value, `${letter(n)}${at + 1}`)).join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`,
  );
  const end =
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  return zip(
    {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="${name}">${body.join('')}${end}</table:table></office:spreadsheet></office:body></office:document-content>`,
      'META-INF/manifest.xml': `<manifest>${manifest}</manifest>`,
    },
    more,
  );
}

/** Bytes of a text in a code page, for the few signs the tests use. */
export function encode(text: string, encoding: 'windows-1252' | 'iso-8859-7' | 'windows-1250'): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
  // Not what TextDecoder says: Node 20 decodes windows-1252 wrongly (nodejs/node issue 56542).
  if (encoding === 'windows-1252') bytes.set('€', 0x80).set('–', 0x96);
  return Uint8Array.from(text, (sign) => bytes.get(sign) ?? fail(sign));
}

function fail(sign: string): never {
  throw new Error(`no byte for ${sign}`);
}
