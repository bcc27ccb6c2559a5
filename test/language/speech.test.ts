import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../src/domain/locale';
import { Languages } from '../../src/language/speech';
import { faultOf } from '../support/fault-of';

const ENGLISH = {
  greet: 'Hello {{name}}',
  found_one: '{{count}} call',
  found_other: '{{count}} calls',
  only: 'only in English',
  group: { inner: 'inside' },
};
const GREEK = {
  greet: 'Γεια σας {{name}}',
  found_one: '{{count}} πρόσκληση',
  found_other: '{{count}} προσκλήσεις',
  group: { inner: 'μέσα' },
};
const SLOVENE = {
  found_one: '{{count}} razpis',
  found_two: '{{count}} razpisa',
  found_few: '{{count}} razpisi',
  found_other: '{{count}} razpisov',
};

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'ponte-locales-'));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

let made = 0;
/** Languages of a folder with these words as the part `part`. */
function languagesOf(words: Partial<Record<string, unknown>>): Languages {
  const folder = join(parent, String(made++));
  for (const [locale, content] of Object.entries(words)) {
    mkdirSync(join(folder, locale), { recursive: true });
    writeFileSync(join(folder, locale, 'part.json'), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return new Languages(folder);
}

/** Blanks that do not break a line read like others. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('The languages of a folder', () => {
  it('are those Ponte is made for that have words there', () => {
    expect(languagesOf({ el: GREEK, en: ENGLISH, nl: {} }).spoken).toEqual(['en', 'el']);
  });

  it('always include English', () => {
    expect(faultOf(() => languagesOf({ el: GREEK }))).toMatchObject({ code: 'LOCALE_BROKEN', where: expect.stringMatching(/en$/) });
  });

  it('name the file that cannot be read', () => {
    expect(faultOf(() => languagesOf({ en: ENGLISH, el: '{ "greet": ' }))).toMatchObject({
      code: 'LOCALE_BROKEN',
      where: join('el', 'part.json'),
    });
  });

  it('give way to English where one is not spoken', () => {
    const languages = languagesOf({ en: ENGLISH, el: GREEK });
    expect([languages.nearest('el'), languages.nearest('sq'), languages.nearest(undefined)]).toEqual(['el', 'en', 'en']);
    expect(languages.speechIn('sq').say('part:greet', { name: 'Ana' })).toBe('Hello Ana');
    expect(languages.part('sq', 'part')).toMatchObject({ only: 'only in English' });
    expect(languages.part('en', 'nothing')).toEqual({});
  });
});

describe('Saying something', () => {
  const languages = () => languagesOf({ en: ENGLISH, el: GREEK, sl: SLOVENE });

  it('fills in what it is about', () => {
    expect(languages().speechIn('el').say('part:greet', { name: 'Μαρία' })).toBe('Γεια σας Μαρία');
    expect(languages().speechIn('en').say('part:group.inner')).toBe('inside');
  });

  it('writes what people said as they said it: no marks are escaped, and none work', () => {
    const { say } = languages().speechIn('en');
    for (const name of ['<b>Ana & Co</b>', '{{count}}', '$t(part:only)', '{{name}}', "O'Neill"])
      expect(say('part:greet', { name })).toBe(`Hello ${name}`);
  });

  it.each<[Locale, number, string]>([
    ['en', 0, '0 calls'],
    ['en', 1, '1 call'],
    ['en', 2, '2 calls'],
    ['el', 1, '1 πρόσκληση'],
    ['el', 5, '5 προσκλήσεις'],
    ['sl', 1, '1 razpis'],
    ['sl', 2, '2 razpisa'],
    ['sl', 3, '3 razpisi'],
    ['sl', 5, '5 razpisov'],
    ['sl', 101, '101 razpis'],
  ])('counts in %s: %i', (locale, count, text) => {
    expect(languages().speechIn(locale).say('part:found', { count })).toBe(text);
  });

  it('says in English what a language has no words for', () => {
    expect(languages().speechIn('el').say('part:only')).toBe('only in English');
  });

  it.each(['part:missing', 'missing:greet', 'missing', 'part:group.missing', 'part:group', 'part:found', ''])(
    'throws for %j, which no language has as a text',
    (key) => {
      expect(faultOf(() => languages().speechIn('el').say(key))).toMatchObject({ code: 'LOCALE_BROKEN', where: key });
    },
  );

  it('is the same speech each time, and no other language’s', () => {
    const both = languages();
    expect(both.speechIn('el')).toBe(both.speechIn('el'));
    expect([both.speechIn('el').locale, both.speechIn('en').locale]).toEqual(['el', 'en']);
  });
});

describe('Formats', () => {
  const speech = (locale: Locale) => languagesOf({ en: ENGLISH }).speechIn(locale);

  it.each<[Locale, string, string, string]>([
    ['en', '31 March 2026', 'March 2026', '2026'],
    ['es', '31 de marzo de 2026', 'marzo de 2026', '2026'],
    ['fr', '31 mars 2026', 'mars 2026', '2026'],
    ['el', '31 Μαρτίου 2026', 'Μάρτιος 2026', '2026'],
    ['de', '31. März 2026', 'März 2026', '2026'],
    ['pt', '31 de março de 2026', 'março de 2026', '2026'],
  ])('of days in %s are those people write', (locale, day, month, year) => {
    expect(['2026-03-31', '2026-03', '2026'].map((one) => speech(locale).day(one))).toEqual([day, month, year]);
  });

  it('of a day are the same day wherever the machine stands', () => {
    expect([speech('en').day('2026-01-01'), speech('en').day('2026-12-31')]).toEqual(['1 January 2026', '31 December 2026']);
  });

  it.each<[Locale, number, string]>([
    ['en', 85_000, '€85,000'],
    ['en', 1_999.99, '€1,999.99'],
    ['en', 110_000_000, '€110,000,000'],
    ['en', 0.5, '€0.50'],
    ['es', 85_000, '85.000 €'],
    ['es', 110_000_000, '110.000.000 €'],
    ['fr', 85_000, '85 000 €'],
    ['fr', 110_000_000, '110 000 000 €'],
    ['el', 85_000, '85.000 €'],
    ['el', 110_000_000, '110.000.000 €'],
    ['de', 5_000_000, '5.000.000 €'],
  ])('of money in %s: %d is %s', (locale, amount, text) => {
    expect(plain(speech(locale).money(amount, 'EUR'))).toBe(text);
  });

  it('of money keep every digit, so that a sum can be compared with its source', () => {
    for (const amount of [999_999, 1_234_567, 2_000_000_000])
      for (const locale of LOCALES) expect(speech(locale).money(amount, 'EUR').replace(/\D/g, '')).toBe(String(amount));
  });

  it('of money name a currency that is not the euro', () => {
    expect(plain(speech('en').money(5_000, 'ALL'))).toBe('ALL 5,000');
    expect(plain(speech('sq').money(5_000, 'ALL'))).toMatch(/5\.000 Lek/);
  });

  it('of shares, numbers and lists', () => {
    expect([speech('en').percent(85), speech('en').percent(12.5)]).toEqual(['85%', '12.5%']);
    expect(plain(speech('fr').percent(85))).toBe('85 %');
    expect([speech('en').number(1_234.5), speech('es').number(12_345.5)]).toEqual(['1,234.5', '12.345,5']);
    expect(speech('en').list(['a', 'b', 'c'])).toBe('a, b and c');
    expect([speech('el').list(['α', 'β']), speech('es').list(['a']), speech('es').list([])]).toEqual(['α και β', 'a', '']);
    expect([speech('en').anyOf(['a', 'b', 'c']), speech('el').anyOf(['α', 'β'])]).toEqual(['a, b or c', 'α ή β']);
  });

  it('of what may be either part what holds an "or" of its own', () => {
    expect(speech('hr').anyOf(['udruga', 'općina ili grad'])).toBe('udruga; općina ili grad');
    expect(speech('es').anyOf(['una asociación', 'una red u organización paraguas'])).toBe(
      'una asociación; una red u organización paraguas',
    );
    expect(speech('el').anyOf(['ένα ίδρυμα', 'ένας σύλλογος ή σωματείο'])).toBe('ένα ίδρυμα· ένας σύλλογος ή σωματείο');
    expect(plain(speech('fr').anyOf(['une commune', 'une région ou un département']))).toBe('une commune ; une région ou un département');
  });

  it('of thousands are parted from four digits on, as the texts of the folder are', () => {
    expect([speech('es').number(5_500), speech('it').number(3_000), speech('sq').number(20_600)]).toEqual(['5.500', '3.000', '20.600']);
  });

  it('name a language in another', () => {
    expect([speech('en').languageName('el'), speech('es').languageName('el'), speech('el').languageName('sq')]).toEqual([
      'Greek',
      'griego',
      'Αλβανικά',
    ]);
  });
});
