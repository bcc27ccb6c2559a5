import type { Locale } from '../../src/domain/locale';
import { compareFigures, figuresIn } from '../../src/language/figures';

const valuesIn = (text: string, locale: Locale) => figuresIn(text, locale).map(({ value }) => value);

describe('The figures of a text', () => {
  it.each<[Locale, string, string[]]>([
    ['en', 'EUR 1,200,000.50', ['1200000.5']],
    ['de', '1.200.000,50 EUR', ['1200000.5']],
    ['fr', '1 200 000,50 €', ['1200000.5']],
    ['es', 'hasta 1.059 millones', ['1059']],
    ['de', '1,059 Milliarden', ['1059']],
    ['en', '11.296 billion', ['11296']],
    ['pt', '5,7 mil milhões', ['5700']],
    ['en', '3 March 2025', ['3', 'month 3', '2025']],
    ['sl', '3. marca 2025', ['3', 'month 3', '2025']],
    ['sl', 'od oktobra do januarja', ['month 10', 'month 1']],
    ['hr', 'u travnju', ['month 4']],
    ['sq', 'më 3 korrikut 2025', ['3', 'month 7', '2025']],
    ['el', 'έως τον Μάρτιο', ['month 3']],
    ['el', '3 Μαρτίου 2025', ['3', 'month 3', '2025']],
    ['it', '03/03/2025', ['3', 'month 3', '2025']],
    ['ca', '2025-03-03', ['3', 'month 3', '2025']],
    ['fr', 'avant 15 h 30', ['15:30']],
    ['fr', 'avant 15:00', ['15']],
    ['en', 'Art. 49(2) of 2021/1060', ['49', '2', '2021', '1060']],
    ['en', '2021-2027', ['2021', '2027']],
  ])('in %s: %s', (locale, text, values) => expect(valuesIn(text, locale)).toEqual(values));

  it.each<[Locale, string]>([
    ['en', 'objective ESO4.11 in the zone EL514'],
    ['en', 'you may march'],
    ['fr', 'la Friche la Belle de Mai'],
    ['sq', 'Shkurt: pa afat'],
  ])('are not in %s: %s', (locale, text) => expect(valuesIn(text, locale)).toEqual([]));
});

describe('A translation held against its source', () => {
  it('agrees when each figure is there in its own way', () => {
    const source = 'From 3 March 2025, 15:00: up to EUR 50,000 (85 %) for 2 partners.';
    const other = 'Από 3 Μαρτίου 2025, 15:00: έως 50.000 ευρώ (85%) για δύο εταίρους.';
    expect(compareFigures(source, 'en', other, 'el')).toEqual({ missing: [], added: [] });
  });

  it.each([
    ['another day', 'Cierra el 4 de marzo de 2025.', ['3'], ['4']],
    ['another month', 'Cierra el 3 de mayo de 2025.', ['month 3'], ['month 5']],
    ['another year', 'Cierra el 3 de marzo de 2026.', ['2025'], ['2026']],
    ['a figure more', 'Cierra el 3 de marzo de 2025 a las 15:30.', [], ['15:30']],
    ['no date', 'Cierra pronto.', ['3', 'month 3', '2025'], []],
  ])('differs by %s', (_, other, missing, added) => {
    const difference = compareFigures('It closes on 3 March 2025.', 'en', other, 'es');
    expect(difference.missing.map(({ value }) => value)).toEqual(missing);
    expect(difference.added.map(({ value }) => value)).toEqual(added);
  });

  it('differs by a small percentage or amount, though small numbers alone may be words', () => {
    const { missing, added } = compareFigures('5 % for 3 years', 'en', '6 % durante tres años', 'es');
    expect([missing, added].map((figures) => figures.map(({ value }) => value))).toEqual([['5'], ['6']]);
  });
});
