/** A question taken apart in one language, ready to be put to the word indexes. */
import type { Locale } from '../domain/locale';
import { isInLatinLetters, toGreekLetters } from '../language/greeklish';
import { stem } from './stemming';
import { isStopWord, soundsLikeGreekStopWord } from './stop-words';
import { foldWord, tokenise } from './words';

export interface QuestionWord {
  /** Folded. */
  readonly word: string;
  readonly stem: string;
}

export interface AnalysedQuestion {
  readonly locale: Locale;
  /** Content words in order. A question of stop words alone has none: only its letters are searched. */
  readonly words: readonly QuestionWord[];
  /** All words folded, stop words too, for their runs of letters. */
  readonly letters: readonly string[];
}

export function analyseQuestion(text: string, locale: Locale): AnalysedQuestion {
  const isRespelt = locale === 'el' && isInLatinLetters(text);
  const words = tokenise(isRespelt ? toGreekLetters(text) : text).map((surface) => ({
    word: foldWord(surface),
    stem: stem(surface, locale),
  }));
  const isEmpty = (word: string): boolean => isStopWord(word, locale) || (isRespelt && soundsLikeGreekStopWord(word));
  return { locale, words: words.filter(({ word }) => !isEmpty(word)), letters: words.map(({ word }) => word) };
}
