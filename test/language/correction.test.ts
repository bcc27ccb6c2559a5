import { join } from 'node:path';
import { LOCALES, type Locale } from '../../src/domain/locale';
import { makeAsking } from '../../src/language/make-asking';
import { Languages } from '../../src/language/speech';

const asking = makeAsking(new Languages(join(__dirname, '..', '..', 'locales')));
const read = (locale: Locale, said: string) => asking.corrected(said, [locale]);

describe('what somebody means who refuses an answer', () => {
  it.each<[Locale, string, string, string[]]>([
    ['en', 'not for employers, for me', 'for me', ['employers']],
    ['en', 'no, I meant for municipalities', 'for municipalities', []],
    ['en', 'not Veneto, Sicily', 'Sicily', ['Veneto']],
    ['en', 'not for firms but for associations', 'for associations', ['firms']],
    ['es', 'no, en Aragón', 'en Aragón', []],
    ['es', 'no Valencia, Alicante', 'Alicante', ['Valencia']],
    ['es', 'no quiero poner empresa, quiero trabajar', 'quiero trabajar', ['poner empresa']],
    ['ca', 'no, volia dir per a joves', 'per a joves', []],
    ['fr', 'non, je voulais dire la scop', 'la scop', []],
    ['fr', 'pas à Lyon, à Lille', 'à Lille', ['à Lyon']],
    ['it', 'no, intendevo quello per gli adolescenti', 'quello per gli adolescenti', []],
    ['pt', 'não para empresas, mas para associações', 'para associações', ['empresas']],
    ['de', 'Nein, ich meinte einen Verein', 'einen Verein', []],
    ['de', 'nicht in Sachsen, sondern in Bayern', 'in Bayern', ['in Sachsen']],
    ['el', 'Οχι στην Πάτρα, στα Γιάννενα', 'στα Γιάννενα', ['στην Πάτρα']],
    ['el', 'όχι, εννοούσα για μικρή επιχείρηση, όχι κοινσεπ', 'για μικρή επιχείρηση', ['κοινσεπ']],
    ['sl', 'ne, mislil sem koliko članov na Hrvaškem', 'koliko članov na Hrvaškem', []],
    ['hr', 'ne za tvrtke nego za udruge', 'za udruge', ['tvrtke']],
    ['sq', 'jo, desha të them për shoqata', 'për shoqata', []],
  ])('is heard (%s: %s)', (locale, said, text, refused) => {
    const heard = read(locale, said);
    expect(heard).toEqual({ text, refused });
  });

  it.each<[Locale, string]>([
    ['en', 'not sure what to ask'],
    ['en', 'no'],
    ['es', 'no tengo trabajo, ¿qué ayudas hay?'],
    ['it', 'non ho capito'],
    ['fr', 'où est le bureau ?'],
    ['de', 'Was ist ein Verein?'],
    ['sl', 'ne vem'],
    ['hr', 'ne znam kome se javiti'],
    ['pt', 'não tenho emprego, e agora?'],
    ['el', 'δεν καταλαβαίνω'],
  ])('is not heard where nothing is refused (%s: %s)', (locale, said) => {
    expect(read(locale, said)).toBeUndefined();
  });

  it('has its words in every language', () => {
    for (const locale of LOCALES) expect(() => asking.corrected('x', [locale])).not.toThrow();
  });
});
