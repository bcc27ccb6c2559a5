import { LOCALES, type Locale } from '../../src/domain/locale';
import { isStopWord, soundsLikeGreekStopWord } from '../../src/retrieval/stop-words';
import { foldWord, tokenise } from '../../src/retrieval/words';

const QUESTION_WORDS: Readonly<Record<Locale, string>> = {
  en: 'what is a the how can I',
  es: 'qué es un la cómo puedo',
  ca: 'què és la com puc',
  fr: 'qu’est-ce que la comment puis',
  it: 'che cosa è la come posso',
  pt: 'o que é a como posso',
  de: 'was ist ein die wie kann ich',
  el: 'τι είναι ένα η πώς μπορώ να',
  sl: 'kaj je kako lahko za',
  hr: 'što je kako mogu za',
  sq: 'çfarë është si mund të',
};

describe('stop words', () => {
  it.each(LOCALES)('hold the words that only make a question, in %s', (locale) => {
    const content = tokenise(QUESTION_WORDS[locale]).filter((word) => !isStopWord(foldWord(word), locale));
    expect(content).toEqual([]);
  });

  it('leave the words that questions about work and money are about', () => {
    for (const word of ['empleo', 'trabajo', 'acuerdo', 'valor']) expect(isStopWord(word, 'es')).toBe(false);
    expect(isStopWord('delo', 'sl')).toBe(false);
    expect(isStopWord('punë', 'sq')).toBe(false);
  });

  it('know the parts of shortened words', () => {
    expect(tokenise("What's there? I can't").filter((word) => !isStopWord(word, 'en'))).toEqual([]);
  });

  it('hear a Greek one in Latin letters', () => {
    expect(['ειναι', 'μπορο', 'για'].map(soundsLikeGreekStopWord)).toEqual([true, true, true]);
    expect(soundsLikeGreekStopWord('επιδοτισι')).toBe(false);
  });

  it('of Slovene are Slovene and not Russian', () => {
    expect(isStopWord('не', 'sl')).toBe(false);
    expect(isStopWord('ali', 'sl')).toBe(true);
  });
});
