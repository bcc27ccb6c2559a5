import { join } from 'node:path';
import { readLocale } from '../../../dialogs/answers/locale';
import { LOCALES, type Locale } from '../../../src/domain/locale';
import { Languages } from '../../../src/language/speech';

const languages = new Languages(join(__dirname, '..', '..', '..', 'locales'));
const speaking = (...spoken: readonly Locale[]) => ({ spoken, part: languages.part.bind(languages) }) as unknown as Languages;
const SPOKEN = speaking('en', 'es', 'fr', 'el');

describe('The language somebody asks for', () => {
  it.each<[string, Locale]>([
    ['Greek', 'el'],
    ['Ελληνικά', 'el'],
    ['ελληνικα', 'el'],
    ['griego', 'el'],
    ['grec', 'el'],
    ['English, please', 'en'],
    ['en inglés por favor', 'en'],
    ['Αγγλικά', 'en'],
    ['español', 'es'],
    ['ESPANOL', 'es'],
    ['can we speak Spanish?', 'es'],
    ['français', 'fr'],
    ['el', 'el'],
    ['FR', 'fr'],
  ])('"%s" is %s', (said, locale) => {
    expect(readLocale(said, SPOKEN)).toBe(locale);
  });

  it.each(['', 'language', 'Dutch', 'el proyecto es social', 'Englishman', 'fra', 'es posible?'])('is none in %j', (said) => {
    expect(readLocale(said, SPOKEN)).toBeUndefined();
  });

  it('is never one without words', () => {
    expect([readLocale('Deutsch', SPOKEN), readLocale('de', SPOKEN)]).toEqual([undefined, undefined]);
  });

  it('is understood by its own name and by its English one, for each of the eleven', () => {
    for (const wanted of LOCALES)
      for (const inLocale of [wanted, 'en']) {
        const name = new Intl.DisplayNames([inLocale], { type: 'language' }).of(wanted) ?? '';
        expect([name, readLocale(name, languages)]).toEqual([name, wanted]);
      }
  });
});
