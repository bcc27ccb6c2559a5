import type { Locale } from '../../src/domain/locale';
import { casedWords, namesIn } from '../../src/language/cased-words';

const names = (text: string, locale: Locale = 'en') => [...namesIn(text, locale)];

describe('Words with their capitals', () => {
  it('tell which of them open a sentence', () => {
    expect(casedWords('Hello there. Who runs it?').map(({ surface, opens }) => [surface, opens])).toEqual([
      ['Hello', true],
      ['there', false],
      ['Who', true],
      ['runs', false],
      ['it', false],
    ]);
  });

  it('are names inside a sentence, folded as words are', () => {
    expect(names('¿De cuánto es el bono del Kit Digital?', 'es')).toEqual(['kit', 'digital']);
    expect(names("c'est quoi l'Alter'Incub ?", 'fr')).toEqual(['alter', 'incub']);
    expect(names('Πόσα δίνει το Ταμείο Θάλεια;', 'el')).toEqual(['ταμειο', 'θαλεια']);
  });

  it('are no names where the capital only opens the sentence, unless all of it is capitals', () => {
    expect(names('Grants for bakers. Who pays?')).toEqual([]);
    expect(names('PICE for young people')).toEqual(['pice']);
    expect(names('A grant for me')).toEqual([]);
  });

  it('are no names in German, where each noun has a capital, nor in a text all in capitals', () => {
    expect(names('Wie hoch ist der Zuschuss?', 'de')).toEqual([]);
    expect(names('WHO PAYS FOR THE BAKERY')).toEqual([]);
  });
});
