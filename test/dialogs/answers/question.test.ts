import { hearQuestion } from '../../../dialogs/answers/question';
import type { Locale } from '../../../src/domain/locale';
import { Languages } from '../../../src/language/speech';

const languages = new Languages('locales');
const hear = (said: string, locale: Locale) => hearQuestion(said, [locale], languages);

describe('A question where an answer was expected', () => {
  it.each<[Locale, string]>([
    ['en', 'what is a social enterprise'],
    ['en', 'and until when'],
    ['es', '¿hasta cuándo?'],
    ['es', 'que es una convocatoria'],
    ['es', '¿y quién puede pedirlas?'],
    ['ca', 'quina és la data límit'],
    ['fr', 'jusqu’à quand'],
    ['it', 'fino a quando'],
    ['pt', 'até quando'],
    ['de', 'Wer berät uns'],
    ['de', 'und bis wann'],
    ['el', 'τι σημαίνει κοινωνική επιχείρηση;'],
    ['el', 'mexri pote'],
    ['sl', 'Kaj je socialno podjetje?'],
    ['sl', 'kdo mi pomaga v Mariboru'],
    ['hr', 'tko se može prijaviti'],
    ['sq', 'cfare eshte FSE+'],
  ])('is heard in %s: %s', (locale, said) => {
    expect(hear(said, locale)).toMatchObject({ isOpened: true });
  });

  it.each<[Locale, string]>([
    ['es', '¿y en Sevilla?'],
    ['de', 'und in Wien?'],
    ['el', 'και στην Καβάλα;'],
  ])('is only marked in %s: %s', (locale, said) => {
    expect(hear(said, locale)).toEqual({ isOpened: false, text: said });
  });

  it('is taken without what only gets a word in, and with what tells something', () => {
    expect(hear('περίμενε, τι είναι το ΕΚΤ+;', 'el')?.text).toBe('τι είναι το ΕΚΤ+;');
    expect(hear('Somos una cooperativa pequeña, ¿quién nos asesora?', 'es')?.text).toContain('cooperativa');
  });

  it('is none in a statement, and a semicolon asks in Greek alone', () => {
    expect(hear('Somos una cooperativa de Zaragoza', 'es')).toBeUndefined();
    expect(hear('we are an association;', 'en')).toBeUndefined();
  });
});
