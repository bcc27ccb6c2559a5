import { isBorneOut, saidInFigures } from '../../src/answering/quantities';
import type { Locale } from '../../src/domain/locale';

const bears = (source: [string, Locale], claim: [string, Locale]): boolean => isBorneOut(saidInFigures(...claim), saidInFigures(...source));

describe('What a sentence says in figures is borne out', () => {
  it.each<[string, [string, Locale], [string, Locale]]>([
    ['in another writing', ['Up to €5,000,000.', 'en'], ['Hasta 5 millones de euros.', 'es']],
    ['with its sign before or after', ['bis zu 127.000 Euro', 'de'], ['up to €127,000', 'en']],
    ['as a word', ['con al menos dos socios', 'es'], ['with at least 2 partners', 'en']],
    ['as a figure for a word', ['with at least 3 partners', 'en'], ['mit mindestens drei Partnern', 'de']],
    ['as a date written out', ['Closes 2025-05-03', 'en'], ['Κλείνει στις 3 Μαΐου 2025', 'el']],
    ['as a part of a date', ['It closed on 3 May 2025.', 'en'], ['It closed in May 2025.', 'en']],
    ['as a year of a date', ['It closed on 3 May 2025.', 'en'], ['It was a call of 2025.', 'en']],
    ['as one end of a range', ['between 1,000 and 2,000 euros', 'en'], ['from €1,000', 'en']],
    ['as a percentage of a range', ['10 bis 20 Prozent', 'de'], ['from 10 %', 'en']],
    ['in inflected months', ['do 3. maja 2025, 40 odstotkov', 'sl'], ['until 3 May 2025, 40%', 'en']],
    ['as an hour', ['bis 15:00 Uhr', 'de'], ['until 15 h', 'en']],
  ])('%s', (_, source, claim) => {
    expect(bears(source, claim)).toBe(true);
  });
});

describe('A sum', () => {
  it.each<[Locale, string, string]>([
    ['en', '5 million euros', '5000000'],
    ['es', '5 millones de euros', '5000000'],
    ['ca', "5 milions d'euros", '5000000'],
    ['fr', '5 millions d’euros', '5000000'],
    ['it', '5 milioni di euro', '5000000'],
    ['pt', '5 milhões de euros', '5000000'],
    ['de', '5 Mio. Euro', '5000000'],
    ['el', '5 εκατομμύρια ευρώ', '5000000'],
    ['sl', '5 milijonov evrov', '5000000'],
    ['hr', '5 milijuna eura', '5000000'],
    ['sq', '5 milionë lekë', '5000000'],
    ['es', '5 mil euros', '5000'],
    ['fr', '5 mille euros', '5000'],
    ['it', '5 mila euro', '5000'],
    ['de', '5 tausend Euro', '5000'],
    ['el', '5 χιλιάδες ευρώ', '5000'],
    ['sl', '5 tisoč evrov', '5000'],
    ['hr', '5 tisuća eura', '5000'],
    ['sq', '5 mijë euro', '5000'],
    ['sq', '5 mije leke', '5000'],
    ['en', '5.7 billion euros', '5700000000'],
    ['pt', '5,7 mil milhões de euros', '5700000000'],
    ['el', '5,7 δισ. ευρώ', '5700000000'],
  ])('in %s: %s', (locale, text, value) => {
    expect(saidInFigures(text, locale).quantities[0]).toEqual({ value, sign: 'money' });
  });

  it.each<[Locale, string]>([
    ['en', '5 per cent'],
    ['es', '5 por ciento'],
    ['ca', '5 per cent'],
    ['fr', '5 pour cent'],
    ['it', '5 per cento'],
    ['pt', '5 por cento'],
    ['de', '5 Prozent'],
    ['el', '5 τοις εκατό'],
    ['sl', '5 odstotkov'],
    ['hr', '5 posto'],
    ['sq', '5 për qind'],
  ])('is no share, in %s: %s', (locale, text) => {
    // "Cento" alone is a hundred, too.
    expect(saidInFigures(text, locale).quantities[0]).toEqual({ value: '5', sign: 'percent' });
  });
});

describe('What a sentence says in figures is not borne out', () => {
  it.each<[string, string, string]>([
    ['a figure that is not there', 'up to €127,000', 'up to €172,000'],
    ['millions for thousands', 'up to €5 million', 'up to €5 thousand'],
    ['a bare number for an amount', 'up to €5', 'for 5 partners'],
    ['a percentage for an amount', 'up to €40', 'up to 40 %'],
    ['the day of a date for a number', 'until 3 May 2025', 'for 3 partners'],
    ['the day of one date with the month of another', 'from 3 March 2025 to 9 May 2025', 'from 9 March 2025'],
    ['the year of another date', 'opened 3 May 2024, closed 9 May 2025', 'opened 3 May 2025'],
    ['a day that was added', 'closes in May 2025', 'closes on 3 May 2025'],
    ['a small number that nobody wrote', 'with three partners', 'with 5 partners'],
    ['a number word that nobody wrote', 'with 3 partners', 'with five partners'],
    ['another hour', 'until 15:00', 'until 16:30'],
  ])('%s', (_, source, claim) => {
    expect(bears([source, 'en'], [claim, 'en'])).toBe(false);
  });
});

it('a sentence without figures needs none', () => {
  expect(bears(['anything', 'en'], ['Social enterprises may apply.', 'en'])).toBe(true);
});
