import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readTable } from '../../../src/staff/import/read-table';
import { cellAt, FileRefused, type Sheet } from '../../../src/staff/import/table';
import { encode, makeOds, makeXlsx } from './make-spreadsheets';

describe('A file of a managing authority', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-table-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (bytes: Uint8Array | string): string => {
    const path = join(folder, 'calendar');
    writeFileSync(path, bytes);
    return path;
  };
  const read = (bytes: Uint8Array | string, hints = {}) => readTable(write(bytes), hints);
  const texts = (sheet: Sheet | undefined) =>
    sheet?.rows.map((row) => [row.row, ...Array.from(row.cells, (_, at) => cellAt(row, at).text)]);
  const refusal = async (bytes: Uint8Array | string): Promise<string> => {
    const error: unknown = await read(bytes).catch((one: unknown) => one);
    if (!(error instanceof FileRefused)) throw new Error('it was read');
    expect(error.fix).toMatch(/\w/);
    return error.what;
  };

  it.each([',', ';', '\t', '|'])(
    'is read as CSV parted by "%s", with line breaks in quotes, counting rows as the screen does',
    async (sign) => {
      const text = `a${sign}b\r\n\r\n"x${sign}\n""y"""${sign}2\r\nc${sign}d\r\n`;
      expect(texts((await read(text)).sheets[0])).toEqual([
        [1, 'a', 'b'],
        [3, `x${sign === '\t' ? '' : sign}\n"y"`, '2'],
        [4, 'c', 'd'],
      ]);
    },
  );

  it('obeys the sep= line of Excel', async () => {
    expect(texts((await read('sep=|\na|b,c;d\n')).sheets[0])).toEqual([[2, 'a', 'b,c;d']]);
  });

  it.each([
    ['windows-1252', 'Título;Año «€»\nInclusión niños;María', 'es'],
    ['iso-8859-7', 'Τίτλος;Λήξη\nΚοινωνική καινοτομία άνεργοι;Αθήνα', undefined],
    ['windows-1250', 'naziv;rok\nSocijalno uključivanje mladih – žene;Šibenik, Čakovec, Đakovo', 'hr'],
  ] as const)('in %s keeps its letters', async (encoding, text, locale) => {
    const table = await read(encode(text, encoding), { locale });
    expect(texts(table.sheets[0])?.flat().join(';')).toBe(`1;${text.replace('\n', ';2;')}`);
  });

  it.each([
    ['utf-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8('Λήξη;x')])],
    ['utf-16 with a mark', new Uint8Array([0xff, 0xfe, ...Buffer.from('Λήξη;x', 'utf16le')])],
  ])('in %s keeps its letters', async (_, bytes) => {
    expect(texts((await read(bytes)).sheets[0])).toEqual([[1, 'Λήξη', 'x']]);
  });

  it('is read as XLSX: text, numbers, days as Excel counts them, merged cells; hidden sheets are not', async () => {
    const bytes = makeXlsx([
      { name: 'Listas', rows: [['x']], hidden: true },
      {
        name: 'Avvisi',
        rows: [
          ['Date', undefined],
          ['apre', 'chiude'],
          [{ serial: 46477 }, { serial: 46477.5 }],
          [2.5, undefined],
        ],
        merged: ['A1:B1', 'A3:A4'],
      },
    ]);
    const { sheets, format } = await read(bytes);
    expect(format).toBe('xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['Avvisi']);
    expect(texts(sheets[0])).toEqual([
      [1, 'Date', 'Date'],
      [2, 'apre', 'chiude'],
      [3, '2027-03-31', '2027-03-31 12:00'],
      [4, '2027-03-31'],
    ]);
    expect(sheets[0]?.rows[0]?.cells[1]?.spread).toBe('across');
  });

  it('of a Macintosh counts days from 1904', async () => {
    const { sheets } = await read(makeXlsx([{ rows: [[{ serial: 46477 - 1462 }]] }], {}, true));
    expect(texts(sheets[0])).toEqual([[1, '2027-03-31']]);
  });

  it('is read as ODS: days, paragraphs, merged cells; no remarks, and not the million empty rows at its end', async () => {
    const bytes = makeOds({
      rows: [
        ['Programma', undefined],
        ['uno\ndue', { day: '2027-03-31' }],
        [3.5, 'x'],
      ],
      merged: ['A1:B1'],
    });
    const { sheets, format } = await read(bytes);
    expect(format).toBe('ods');
    expect(texts(sheets[0])).toEqual([
      [1, 'Programma', 'Programma'],
      [2, 'uno\ndue', 'shown'],
      [3, '3.5', 'x'],
    ]);
    expect(sheets[0]?.rows[1]?.cells[1]?.day).toBe('2027-03-31');
  });

  it.each([
    ['protected by a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('  EncryptedPackage', 'utf16le')])],
    ['protected by a password', makeOds({ rows: [['x']] }, {}, '<manifest:encryption-data/>')],
    ['before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
    ['macros', makeXlsx([{ rows: [['x']] }], { 'xl/vbaProject.bin': strToU8('x') })],
    ['macros', makeOds({ rows: [['x']] }, { 'Basic/Standard/Module1.xml': strToU8('x') })],
    ['names a part', makeXlsx([{ rows: [['x']] }], { '../../etc/x': strToU8('x') })],
    ['damaged', makeXlsx([{ rows: [['x']] }]).slice(0, 400)],
    ['document type', makeXlsx([{ rows: [['x']] }], { 'xl/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })],
    ['damaged', makeXlsx([{ rows: [['x']] }], { 'xl/styles.xml': strToU8('<a>&undefined;</a>') })],
    ['no XLSX or ODS', zipSync({ 'a.txt': strToU8('x') })],
    ['a PDF', '%PDF-1.7'],
    ['web page', '<!DOCTYPE html><table><tr><td>x</td></tr></table>'],
    ['empty', ''],
    ['no row', '\n\n;;\n'],
    ['near line', `a;b\n${'x;y\n'.repeat(9)}"never closed;z\n${'x;y\n'.repeat(40_000)}`],
  ])('is refused with what to do: %s', async (what, bytes) => {
    expect(await refusal(bytes)).toContain(what);
  });

  it.each([
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(500)])],
    ['a program', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(500)])],
    ['a database', Buffer.from(`SQLite format 3\0${'\0'.repeat(500)}`)],
    ['a packed file', gzipSync('a;b\n1;2\n')],
    ['zeros', Buffer.alloc(1_000)],
    ['a letter without end', Buffer.from('a'.repeat(1_000_000))],
    ['quotes without end', Buffer.from('"'.repeat(500_000))],
    ['more empty lines than a spreadsheet has', Buffer.from(`${'\n'.repeat(1_200_000)}a;b`)],
  ])('is refused when it is %s, whatever its name says', async (_, bytes) => {
    expect(await refusal(bytes)).not.toBe('');
  });

  it('is read or refused with what to do, wherever it is damaged or cut off', async () => {
    const rows = [['Título', 'Importe', 'Cierre'], ...Array.from({ length: 20 }, (_, n) => [`Empleo ${n}`, `${n}000`, '31/3/2027'])];
    const whole = [makeXlsx([{ rows }]), makeOds({ rows }), Buffer.from(rows.map((row) => row.join(';')).join('\n'))];
    const damage = fc.tuple(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 7 })), { maxLength: 4 }),
      fc.nat({ max: 3 }),
      fc.nat(),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([file, bits, isWhole, length]) => {
        const bytes = Buffer.from(isWhole > 0 ? file : file.subarray(0, length % file.length));
        for (const [at, bit] of bits) if (bytes.length > 0) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
        await read(bytes).catch((error: unknown) => {
          if (!(error instanceof FileRefused)) throw error;
          expect(error.fix).toMatch(/\w/);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is refused when it swells beyond measure', async () => {
    const big = new Uint8Array(60 * 1024 * 1024);
    const bomb = makeXlsx([{ rows: [['x']] }], Object.fromEntries([1, 2, 3, 4].map((n) => [`xl/worksheets/s${n}.xml`, big])));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(bomb)).toContain('when unpacked');
  });

  it('of 100 MB is refused before it is read', async () => {
    const path = write('x');
    truncateSync(path, 100 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    await expect(readTable(path)).rejects.toThrow('100 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('that is not there is refused', async () => {
    await expect(readTable(join(folder, 'missing.csv'))).rejects.toThrow('no such file');
  });
});
