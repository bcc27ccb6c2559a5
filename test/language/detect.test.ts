import { LOCALES, type Locale } from '../../src/domain/locale';
import { type Detector, makeDetector } from '../../src/language/detect';

let detector: Detector;
beforeAll(async () => {
  detector = await makeDetector();
});

/** Short questions as people ask them. */
const QUESTIONS: Readonly<Record<Locale, readonly string[]>> = {
  en: ['What grants are there for cooperatives?', 'Where can I find help?', 'who can apply for this call'],
  es: ['¿Qué ayudas hay para cooperativas?', '¿Dónde puedo encontrar ayuda?', 'quién puede solicitar esta convocatoria'],
  ca: ['Quins ajuts hi ha per a cooperatives?', 'On puc trobar ajuda?', 'qui pot sol·licitar aquesta convocatòria'],
  fr: ['Quelles aides existent pour les coopératives ?', 'Où puis-je trouver de l’aide ?', 'qui peut répondre à cet appel'],
  it: ['Quali aiuti ci sono per le cooperative?', 'Dove posso trovare aiuto?', 'chi può partecipare a questo bando'],
  pt: ['Que apoios há para cooperativas?', 'Onde posso encontrar ajuda?', 'quem pode candidatar-se a este aviso'],
  de: ['Welche Förderung gibt es für Genossenschaften?', 'Wo finde ich Hilfe?', 'wer kann sich bewerben'],
  el: ['Τι επιχορηγήσεις υπάρχουν για συνεταιρισμούς;', 'Πού μπορώ να βρω βοήθεια;', 'ποιος μπορεί να κάνει αίτηση'],
  sl: ['Katere spodbude so na voljo za zadruge?', 'Kje lahko najdem pomoč?', 'kdo se lahko prijavi na ta razpis'],
  hr: ['Koje potpore postoje za zadruge?', 'Gdje mogu pronaći pomoć?', 'tko se može prijaviti na ovaj natječaj'],
  sq: ['Çfarë ndihme ka për kooperativat?', 'Ku mund të gjej ndihmë?', 'kush mund të aplikojë për këtë thirrje'],
};

describe('a short question', () => {
  it.each(LOCALES)('in %s is heard, whatever was spoken before', (locale) => {
    for (const question of QUESTIONS[locale])
      for (const before of ['en', 'es', 'el'] as const)
        expect([question, detector.detect(question, { page: before, last: before }).locale]).toEqual([question, locale]);
  });

  it.each(LOCALES)('in %s is heard when nothing is known', (locale) => {
    for (const question of QUESTIONS[locale]) expect([question, detector.detect(question, {}).locale]).toEqual([question, locale]);
  });

  it('is sure where no neighbour comes near', () => {
    for (const locale of LOCALES) {
      const sure = QUESTIONS[locale].filter((question) => detector.detect(question, { last: 'en' }).sure);
      expect([locale, sure.length]).toEqual([locale, QUESTIONS[locale].length]);
    }
  });

  it('is also heard in capitals, without accents, and with the names of another language', () => {
    expect(detector.detect('¿QUÉ AYUDAS HAY PARA COOPERATIVAS?', { last: 'en' }).locale).toBe('es');
    expect(detector.detect('que ayudas hay para los jovenes', { last: 'en' }).locale).toBe('es');
    expect(detector.detect('Τι είναι το Social Innovation+;', { last: 'en' }).locale).toBe('el');
    expect(detector.detect('How does the programme Nachhaltig wirken work?', { last: 'en' }).locale).toBe('en');
  });
});

describe('too little to judge by', () => {
  it.each([
    ['one word', 'Barcelona'],
    ['two words', 'innovación social'],
    ['a name', 'Fundación Tomillo Madrid'],
    ['a number', '2026'],
    ['a code', 'ESF-SI-2024-UA-01'],
    ['a code in small letters and pieces', 'esf si 2024 ua 01'],
    ['an abbreviation', 'ESF+ SME'],
    ['an address', 'https://www.ejemplo.es/convocatorias maria@ejemplo.es'],
    ['signs', '?!'],
    ['nothing', ''],
  ])('%s keeps the language of the conversation: %s', (_, text) => {
    for (const last of ['en', 'fr', 'el'] as const)
      expect(detector.detect(text, { page: 'en', last })).toMatchObject({
        locale: last,
        sure: last === 'en' ? expect.any(Boolean) : false,
      });
  });

  it('is never sure', () => {
    for (const text of ['Barcelona', 'innovación social', 'Fundación Tomillo Madrid', '2026', ''])
      expect(detector.detect(text, { last: 'en' }).sure).toBe(false);
  });

  it('keeps the language of the page when nothing was spoken yet, and English when nothing is known', () => {
    expect(detector.detect('2026', { page: 'sl' }).locale).toBe('sl');
    expect(detector.detect('2026', {})).toEqual({ locale: 'en', sure: false });
  });

  it('tells what it would have heard, so that both can be searched', () => {
    expect(detector.detect('innovación social', { last: 'en' })).toEqual({ locale: 'en', sure: false, second: 'es' });
  });
});

describe('one Greek word', () => {
  it('is Greek: nobody else has these letters', () => {
    expect(detector.detect('Δράμα', { last: 'en' })).toEqual({ locale: 'el', sure: true, isLasting: true });
  });
});

describe('Greek in Latin letters', () => {
  it.each(['en', 'sl', 'it', 'el'] as const)('is heard as Greek, whatever was spoken before: %s', (last) => {
    expect(detector.detect('thelo na kano aitisi gia mia koinsep', { last })).toMatchObject({ locale: 'el', sure: true });
  });

  it('that may be something else is searched in both, and changes nothing', () => {
    const heard = detector.detect('programma epixorigisis ergasias', { last: 'it' });
    expect(heard.sure).toBe(false);
    expect([heard.locale, heard.second]).toContain('el');
  });

  it('does not overrule what the person chose', () => {
    expect(detector.detect('thelo na kano aitisi gia mia koinsep', { chosen: 'en' })).toEqual({ locale: 'en', sure: true, second: 'el' });
  });
});

describe('a chosen language', () => {
  it('stays, and what was heard is the second', () => {
    expect(detector.detect('¿Qué ayudas hay para cooperativas?', { chosen: 'fr', last: 'fr' })).toEqual({
      locale: 'fr',
      sure: true,
      second: 'es',
    });
    expect(detector.detect('Πού μπορώ να βρω βοήθεια;', { chosen: 'en' })).toEqual({ locale: 'en', sure: true, second: 'el' });
  });
});

describe('neighbouring languages', () => {
  it('leave a doubt that names the neighbour', () => {
    expect(detector.detect('Kako se prijavim?', { last: 'en' })).toMatchObject({ second: expect.stringMatching(/sl|hr/) });
  });

  it('are told apart by what was spoken before', () => {
    expect(detector.detect('Kako se prijavim?', { last: 'sl' }).locale).toBe('sl');
    expect(detector.detect('Kako se prijavim?', { last: 'hr' }).locale).toBe('hr');
  });
});

it('any text is answered', () => {
  for (const text of ['a'.repeat(5000), '\u0000\u202e', '🙂 🙂 🙂 🙂', '漢字 かな 한글 слово', `${'x '.repeat(3000)}`, '\ud800']) {
    const heard = detector.detect(text, { last: 'pt' });
    expect(LOCALES).toContain(heard.locale);
  }
});
