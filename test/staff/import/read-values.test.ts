import type { Locale } from '../../../src/domain/locale';
import { readTotal } from '../../../src/staff/import/read-amounts';
import { dayOrderOf, readDay } from '../../../src/staff/import/read-days';
import { objectiveOf } from '../../../src/staff/import/row-words';

describe('A day in a calendar', () => {
  const day = (text: string, locale: Locale = 'it', order: 'day-first' | 'month-first' | 'unclear' = 'day-first') => {
    const read = readDay({ text }, locale, order);
    return 'value' in read ? [read.value.day, read.value.time].filter(Boolean).join(' ') : 'absent' in read ? 'absent' : 'refused';
  };

  it.each([
    ['2027-03-31', 'en', '2027-03-31'],
    ['31/03/2027', 'it', '2027-03-31'],
    ['31.3.2027.', 'hr', '2027-03-31'],
    ['31. 3. 2027', 'sl', '2027-03-31'],
    ['31-03-27', 'pt', '2027-03-31'],
    ['31/03/2027 12:00', 'it', '2027-03-31 12:00'],
    ['31/03/2027 ore 12.00', 'it', '2027-03-31 12:00'],
    ['2027-03-31T17:00:00', 'en', '2027-03-31 17:00'],
    ['31.03.2027, 14 Uhr', 'de', '2027-03-31 14:00'],
    ['31 marzo 2027', 'it', '2027-03-31'],
    ['31 de marzo de 2027, 14:00 h', 'es', '2027-03-31 14:00'],
    ['31 de març de 2027', 'ca', '2027-03-31'],
    ['1er avril 2027', 'fr', '2027-04-01'],
    ['31 de março de 2027', 'pt', '2027-03-31'],
    ['31. März 2027', 'de', '2027-03-31'],
    ['31 Μαρτίου 2027', 'el', '2027-03-31'],
    ['ΜΑΡΤΙΟΣ 2027', 'el', '2027-03'],
    ['31. marec 2027', 'sl', '2027-03-31'],
    ['31. ožujka 2027.', 'hr', '2027-03-31'],
    ['ožujak 2027.', 'hr', '2027-03'],
    ['31 mars 2027', 'sq', '2027-03-31'],
    ['entro il 31/03/2027', 'it', '2027-03-31'],
    ['03/2027', 'it', '2027-03'],
    ['2027', 'it', '2027'],
    ['II trimestre 2027', 'it', '2027'],
    ['Q2 2027', 'en', '2027'],
    ['2. Quartal 2027', 'de', '2027'],
    ['Β΄ τρίμηνο 2027', 'el', '2027'],
    ['46477', 'it', '2027-03-31'],
    ['da definire', 'it', 'absent'],
    ['—', 'it', 'absent'],
    ['31/02/2027', 'it', 'refused'],
    ['31/13/2027', 'it', 'refused'],
    ['31/03/1027', 'it', 'refused'],
    ['dal 1/3/2027 al 31/3/2027', 'it', 'refused'],
    ['entro 30 giorni dalla pubblicazione', 'it', 'refused'],
    ['forse marzo 2027', 'it', 'refused'],
    ['2.500.000', 'it', 'refused'],
  ] as const)('%s (%s) is %s', (text, locale, expected) => {
    expect(day(text, locale)).toBe(expected);
  });

  it('written as an Excel number is read, and a number that is no day is refused', () => {
    expect(readDay({ text: '46477', number: 46477 }, 'it', 'day-first')).toEqual({ value: { day: '2027-03-31' } });
    expect(readDay({ text: '2027', number: 2027 }, 'it', 'day-first')).toEqual({ value: { day: '2027' } });
    expect(readDay({ text: '250000', number: 250_000 }, 'it', 'day-first')).toHaveProperty('problem');
  });

  it('has the order of its column, and is refused where the column has both', () => {
    expect(dayOrderOf([{ text: '04/03/2027' }, { text: '12/31/2027' }])).toBe('month-first');
    expect(dayOrderOf([{ text: '04/03/2027' }, { text: '31/12/2027' }])).toBe('day-first');
    expect(dayOrderOf([{ text: '31/12/2027' }, { text: '12/31/2027' }])).toBe('unclear');
    expect(day('04/03/2027', 'en', 'month-first')).toBe('2027-04-03');
    expect(day('04/03/2027', 'en', 'unclear')).toBe('refused');
    expect(day('31/03/2027', 'en', 'unclear')).toBe('2027-03-31');
  });
});

describe('An amount in a calendar', () => {
  const total = (text: string, locale: Locale = 'it', heading = '') => {
    const read = readTotal({ text }, locale, heading);
    if (!('value' in read)) return 'absent' in read ? 'absent' : 'refused';
    const { min, max, currency } = read.value;
    return [...(min === undefined ? [] : [min]), max, currency].join(' ');
  };

  it.each([
    ['1.234.567,89 €', 'it', '1234567.89 EUR'],
    ['€ 1,234,567.89', 'en', '1234567.89 EUR'],
    ['1 234 567,89', 'fr', '1234567.89 EUR'],
    ["1'234'567", 'de', '1234567 EUR'],
    ['1.500', 'en', '1500 EUR'],
    ['1,500', 'de', '1500 EUR'],
    ['2,5 Mio. €', 'de', '2500000 EUR'],
    ['2.5 million', 'en', '2500000 EUR'],
    ['1,500 milioni', 'it', '1500000 EUR'],
    ['3 millones', 'es', '3000000 EUR'],
    ['500 mil euros', 'pt', '500000 EUR'],
    ['2,5 εκατ. ευρώ', 'el', '2500000 EUR'],
    ['300 tisoč', 'sl', '300000 EUR'],
    ['10.000.000,00 kn', 'hr', '10000000 HRK'],
    ['100.000 - 200.000 €', 'it', '100000 200000 EUR'],
    ['22 000 000 лв.', 'en', '22000000 BGN'],
    ['n.d.', 'it', 'absent'],
    ['0', 'it', 'absent'],
    ['-5000', 'it', 'refused'],
    ['vedi avviso', 'it', 'refused'],
    ['3 progetti da 100.000', 'it', 'refused'],
    ['12.34.567', 'it', 'refused'],
  ] as const)('%s (%s) is %s', (text, locale, expected) => {
    expect(total(text, locale)).toBe(expected);
  });

  it('takes its unit from the heading, and is refused when that makes more than the whole fund', () => {
    expect(total('2,5', 'it', 'Dotazione (Mio €)')).toBe('2500000 EUR');
    expect(total('2.500.000', 'it', 'Dotazione (Mio €)')).toBe('refused');
  });
});

describe('An objective in a calendar', () => {
  it.each([
    ['ESO4.8', 'ESO4.8'],
    ['ESO 4.11. Accesso ai servizi', 'ESO4.11'],
    ['h)', 'ESO4.8'],
    ['4.k', 'ESO4.11'],
    ['(a) occupazione', 'ESO4.1'],
    ['a favore dei giovani', 'a favore dei giovani'],
    ['Priorità 4.2', 'Priorità 4.2'],
    ['RSO4.2', 'RSO4.2'],
    ['4.i', '4.i'],
  ])('"%s" is %s', (text, expected) => {
    expect(objectiveOf(text)).toBe(expected);
  });
});
