import { openLanguages } from '../../src/compose';
import { LOCALES, type Locale } from '../../src/domain/locale';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import { type Detector, makeDetector } from '../../src/language/detect';
import type { LanguagePriors } from '../../src/language/guesses';
import { makeTonguesImage, openTongues } from '../../src/language/tongues';
import { isStopWord } from '../../src/retrieval/stop-words';
import { readSharedMemo, SHIPPED } from '../support/shipped-folder';
import { SHORT_MESSAGES, SPEECHLESS_MESSAGES } from './short-messages';

const languages = openLanguages();
let detector: Detector;
beforeAll(async () => {
  const { knowledge } = await readKnowledge(SHIPPED, undefined, await readSharedMemo());
  const tongues = openTongues(makeTonguesImage({ languages, vocabularies: knowledge.vocabularies }), isStopWord);
  detector = await makeDetector(() => tongues);
}, 60_000);

/** Those heard wrongly, with what they were taken for. */
function misheard(priorsFor: (locale: Locale) => LanguagePriors): string[] {
  return SHORT_MESSAGES.flatMap(([text, told]) => {
    const right: readonly Locale[] = typeof told === 'string' ? [told] : told;
    const { locale } = detector.detect(text, priorsFor(right[0] ?? 'en'));
    return right.includes(locale) ? [] : [`${text}: ${locale}`];
  });
}

/** What is known not to work: words that a neighbour has too, and Greek ones that other languages took over in Latin letters. */
const NOT_YET = [
  'es gratis InnoBA?: de',
  'horizon europe bando: pt',
  'municipio de evora plataforma supraconcelhia contacto: es',
  'ekt+ kypros: en',
];

const another = (locale: Locale): Locale => (locale === 'en' ? 'es' : 'en');

describe('a short message', () => {
  it('is heard when nothing is known', () => {
    expect(misheard(() => ({}))).toEqual(NOT_YET);
  });

  it('is heard although the server begins with another language', () => {
    expect(misheard((locale) => ({ fallback: another(locale) }))).toEqual(NOT_YET);
  });

  it('is heard on a page in another language', () => {
    const wrong = misheard((page) => ({ page: another(page) }));
    expect(wrong.map((one) => one.replace('bando: en', 'bando: pt'))).toEqual(NOT_YET);
  });

  it('changes the language of a conversation in which nobody has spoken yet', () => {
    const sure = SHORT_MESSAGES.filter(([text, told]) => {
      const page = another(typeof told === 'string' ? told : 'es');
      return detector.detect(text, { page }).sure;
    });
    expect(sure.length / SHORT_MESSAGES.length).toBeGreaterThan(0.9);
  });

  it('is heard in a conversation in its language', () => {
    const wrong = misheard((last) => ({ page: another(last), last }));
    expect(wrong).toEqual(['horizon europe bando: en']);
  });
});

describe('words that several languages have', () => {
  it('are in that of the page or the conversation, and searched in the other one', () => {
    for (const locale of ['es', 'pt'] as const) {
      expect(detector.detect('cooperativas', { page: locale })).toMatchObject({ locale });
      expect(detector.detect('cooperativas', { last: locale })).toMatchObject({ locale });
    }
    expect(detector.detect('es gratis InnoBA?', { page: 'es' })).toMatchObject({ locale: 'es', second: 'de' });
  });

  it('do not end a conversation that begins in another language', () => {
    expect(detector.detect('cooperativas', { page: 'en' })).toMatchObject({ sure: false });
    expect(detector.detect('es gratis InnoBA?', { page: 'en' })).toMatchObject({ sure: false });
  });
});

describe('what is in no language', () => {
  it.each(LOCALES)('does not end a conversation in %s', (last) => {
    for (const text of SPEECHLESS_MESSAGES) expect([text, detector.detect(text, { last }).locale]).toEqual([text, last]);
  });

  it.each(LOCALES)('does not end one that begins in %s', (page) => {
    for (const text of SPEECHLESS_MESSAGES.filter((one) => one !== 'Roma' && one !== 'ok')) {
      const heard = detector.detect(text, { page });
      expect([text, heard.sure && heard.locale !== page]).toEqual([text, false]);
    }
  });

  it('says where a place is when nothing else is known', () => {
    const heard = ['Zaragoza', 'Bari', 'Évora', 'Hannover', 'Kavala', 'maribor', 'Versailles'].map(
      (text) => detector.detect(text, {}).locale,
    );
    expect(heard).toEqual(['es', 'it', 'pt', 'de', 'el', 'sl', 'fr']);
  });
});

describe('after somebody has plainly spoken', () => {
  it('a word or two in another language are a name', () => {
    for (const text of ['Nachhaltig wirken', 'innovación social', 'razpisi', 'help'])
      expect([text, detector.detect(text, { last: 'fr' })]).toEqual([text, expect.objectContaining({ locale: 'fr', sure: false })]);
  });

  it('a greeting, a button and a little question in another language change it', () => {
    const said = [
      ['buenos días', 'es'],
      ['Poišči financiranje', 'sl'],
      ['hasta cuando', 'es'],
      ['bis wann?', 'de'],
    ] as const;
    for (const [text, locale] of said)
      expect([text, detector.detect(text, { last: 'en' })]).toEqual([text, expect.objectContaining({ locale, sure: true })]);
  });
});

it('a button is heard in each language', () => {
  for (const locale of LOCALES)
    for (const offer of ['funding', 'person', 'restart', 'status']) {
      const button = languages.speechIn(locale).say(`common:offer.${offer}`);
      expect([button, detector.detect(button, { page: another(locale) }).locale]).toEqual([button, locale]);
    }
});

it('a word that other languages have too is not sure', () => {
  expect(detector.detect('ok', { page: 'el' })).toMatchObject({ sure: false });
  expect(detector.detect('Zdravo', { last: 'hr' }).locale).toBe('hr');
  expect(detector.detect('Zdravo', { last: 'sl' }).locale).toBe('sl');
});
