import { LOCALES, type Locale } from '../../src/domain/locale';
import { stem } from '../../src/retrieval/stemming';

const FORMS: Readonly<Record<Locale, readonly [string, string]>> = {
  en: ['grants', 'grant'],
  es: ['cooperativas', 'cooperativa'],
  ca: ['empreses', 'empresa'],
  fr: ['subventions', 'subvention'],
  it: ['imprese', 'impresa'],
  pt: ['empresas', 'empresa'],
  de: ['förderungen', 'förderung'],
  el: ['επιχειρήσεις', 'επιχείρηση'],
  sl: ['zadruge', 'zadrug'],
  hr: ['zadruge', 'zadruga'],
  sq: ['kooperativat', 'kooperativë'],
};

describe('stems', () => {
  it.each(LOCALES)('of two forms of a word are one in %s', (locale) => {
    const [one, other] = FORMS[locale];
    expect(stem(one, locale)).toBe(stem(other, locale));
  });

  it('of Croatian words in -aj keep their j', () => {
    expect(stem('natječaj', 'hr')).toBe(stem('natječaji', 'hr'));
    expect(stem('tečaj', 'hr')).toBe(stem('tečaja', 'hr'));
  });

  it.each(LOCALES)('are folded and never empty in %s', (locale) => {
    for (const word of ['é', 'a', '12', 'ς', 'ß', '\u0301', 'аб', '漢字', 'x'.repeat(48)]) {
      const one = stem(word, locale);
      expect(one === '' && word !== '\u0301').toBe(false);
      expect(one).not.toMatch(/[éςß]/);
    }
  });
});
