/** XLSX (ECMA-376): the visible sheets of a workbook as rows of cells. Formulas give the value that was saved with them. */
import { tidy } from '../../language/fold';
import { dayOfSerial, showsDay } from './excel-days';
import { readXlsxSheet } from './read-xlsx-sheet';
import { readXml } from './read-xml';
import { FileRefused, type Sheet } from './table';
import type { Archive } from './unzip-bounded';

/** Parts of the archive that are read. */
export const XLSX_PARTS =
  /^(\[Content_Types\]\.xml|xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/([^/]+\.xml|_rels\/[^/]+\.rels)))$/i;

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  readonly is1904: boolean;
}

/** Throws FileRefused. */
export function readXlsx({ parts, names }: Archive): Sheet[] {
  if ([...names].some((name) => /vbaProject|macrosheets/i.test(name)))
    throw new FileRefused(
      'the workbook holds macros',
      'Open it in a safe place, save it as "Excel workbook (.xlsx)" without macros, and import that.',
    );
  const byName = new Map([...parts].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  const part = (name: string): Uint8Array | undefined => byName.get(name.toLowerCase());
  const workbook = readWorkbook(part('xl/workbook.xml'));
  const targets = readRelations(part('xl/_rels/workbook.xml.rels'));
  const strings = readStrings(part('xl/sharedStrings.xml'));
  const isDay = readDayStyles(part('xl/styles.xml'));
  const dayOf = (serial: number, style: number): string | undefined => (isDay[style] ? dayOfSerial(serial, workbook.is1904) : undefined);
  return workbook.sheets.flatMap(({ name, relation }) => {
    const target =
      targets
        .get(relation)
        ?.replace(/^\//, '')
        .replace(/^(?!xl\/)/i, 'xl/') ?? '';
    const bytes = part(target);
    const links = readRelations(part(target.replace(/([^/]+)$/, '_rels/$1.rels')));
    return bytes ? [readXlsxSheet(bytes, name, { strings, dayOf, links })] : [];
  });
}

function readWorkbook(bytes: Uint8Array | undefined): Workbook {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  if (bytes)
    readXml(bytes, 'the workbook', {
      open: (name, at) => {
        if (name === 'workbookPr') is1904 = at.date1904 === '1' || at.date1904 === 'true';
        // A hidden sheet is what nobody looks at: lists for drop-downs, drafts.
        if (name === 'sheet' && (at.state ?? 'visible') === 'visible')
          sheets.push({ name: tidy(at.name ?? ''), relation: at['r:id'] ?? '' });
      },
    });
  return { sheets, is1904 };
}

/** Relation id → target. */
function readRelations(bytes: Uint8Array | undefined): Map<string, string> {
  const targets = new Map<string, string>();
  if (bytes)
    readXml(bytes, 'the list of sheets', {
      open: (name, at) => {
        if (name === 'Relationship' && at.Id !== undefined) targets.set(at.Id, at.Target ?? '');
      },
    });
  return targets;
}

/** Strings may be in runs of several fonts; the reading aid of East Asian text (rPh) is no part of them. */
function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isAid = false;
  if (bytes)
    readXml(bytes, 'the text of the cells', {
      open: (name) => {
        if (name === 'si') text = '';
        isText = name === 't';
        if (name === 'rPh') isAid = true;
      },
      text: (more) => {
        if (isText && !isAid) text += more;
      },
      close: (name) => {
        isText = false;
        if (name === 'rPh') isAid = false;
        if (name === 'si') strings.push(tidy(text));
      },
    });
  return strings;
}

/** For each cell style: does it show a day? */
function readDayStyles(bytes: Uint8Array | undefined): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isCellStyle = false;
  if (bytes)
    readXml(bytes, 'the formats of the cells', {
      open: (name, at) => {
        if (name === 'numFmt') codes.set(Number(at.numFmtId), at.formatCode ?? '');
        if (name === 'cellXfs') isCellStyle = true;
        if (name === 'xf' && isCellStyle) styles.push(showsDay(Number(at.numFmtId ?? 0), codes.get(Number(at.numFmtId ?? 0))));
      },
      close: (name) => {
        if (name === 'cellXfs') isCellStyle = false;
      },
    });
  return styles;
}
