import { parse } from 'csv-parse/sync';
import { cellText, toCsv } from '../../../src/staff/export/csv';
import { naughtyTitles } from '../../support/naughty-strings';
import { entryOf, FOLDER, HIDDEN, OPTIONS } from './sample-offer';

const text = toCsv(FOLDER, OPTIONS);
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });
const rows = rowsOf(text);

describe('the CSV', () => {
  it('has one row a call, service or training that may be shown', () => {
    expect(rows.map(({ id }) => id)).toEqual(['a-call', 'year-call', 'nameless-call', 'a-service', 'a-training', 'paid-training']);
    for (const hidden of HIDDEN) expect(text).not.toContain(hidden);
  });

  it('begins with a byte order mark and ends its lines as RFC 4180 wants', () => {
    expect(text.startsWith('\uFEFFid,kind,title,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(8);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('tells the facts of a call, and its state at that instant', () => {
    expect(rows[0]).toMatchObject({
      kind: 'call',
      title: 'Jobs nearby',
      page: 'https://ponte.example.org/entries/a-call',
      state: 'closing-soon',
      state_on: '2026-11-21',
      opens: '2026-10',
      closes: '2026-12-01',
      closes_at: '14:00',
      authority: 'Generalitat (ejemplo)',
      amounts: 'total: about up to 1000000 EUR | grant: 3000 to 7000 EUR | loan: up to 20000 EUR | fee: from 10 EUR',
      support_rate_max_percent: '95',
      criteria: 'Quién puede | solicitarla',
      title_el: 'Εργασία κοντά',
      summary_el: '',
      licence: OPTIONS.licence,
    });
    expect(rows[5]).toMatchObject({ kind: 'training', state: '', training_format: 'online', training_free: 'false' });
  });

  it('has a title and a summary in the languages asked for only', () => {
    const [greek] = rowsOf(toCsv(FOLDER, { ...OPTIONS, languages: ['el'] }));
    expect(Object.keys(greek ?? {}).slice(-2)).toEqual(['title_el', 'summary_el']);
    expect(greek?.title).toBe('Εργασία κοντά');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+34 900', "'+34 900"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r'=1"],
    ['＝1', "'＝1"],
    ['a;=1', "a;'=1"],
    ['a\n=1', "a\n'=1"],
    ['a\r\nb', 'a\r\nb'],
    ['a = b', 'a = b'],
    ['2026-12-01', '2026-12-01'],
    ['"=1", x', '"=1", x'],
  ])('writes %j as text that reads %j', (value, read) => {
    expect(parse(`${cellText(value)},next\r\n`)).toEqual([[read, 'next']]);
  });

  it('never lets a cell begin as a formula, whatever people write in their fields and whatever separates cells', () => {
    const naughty = [...naughtyTitles(), "=cmd|' /C calc'!A0", 'x;=1', 'x\n@y', '"=1', '";=1'].map((title, n) =>
      entryOf({ kind: 'service', id: `naughty-${n}`, title: { en: title }, contact: { organisation: title, address: `\t${title}` } }),
    );
    const csv = toCsv(naughty, OPTIONS);
    const found = rowsOf(csv);
    expect(found).toHaveLength(naughty.length);
    for (const [n, { title_en: title = '', contact = '' }] of found.entries()) {
      expect(title.replace(/^'(?=[=+\-@＝＋－＠])|(?<=[;\n\r])'(?=[=+\-@＝＋－＠])/g, '')).toBe(naughty[n]?.title.en);
      expect(contact).toBe(title);
    }
    const readings = [found, parse(csv, { bom: true, delimiter: ';', relax_quotes: true, relax_column_count: true, quote: false })];
    for (const cell of readings.flat().flatMap((row) => Object.values(row as object)))
      expect(String(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });
});
