/** A question taken apart in one language, ready to be put to the word indexes. */
import type { Locale } from '../domain/locale';
import { stem } from './stemming';
import { isStopWord } from './stop-words';
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
  /** The whole question folded, words framed and joined by `_`, for its runs of letters. */
  readonly letters: string;
}

export function analyseQuestion(text: string, locale: Locale): AnalysedQuestion {
  const words = tokenise(text).map((surface) => ({ word: foldWord(surface), stem: stem(surface, locale) }));
  return { locale, words: words.filter(({ word }) => !isStopWord(word, locale)), letters: framed(words.map(({ word }) => word)) };
}

export const framed = (words: readonly string[]): string => `_${words.join('_')}_`;
