/** Words of one language by their stems, numbered, with the form in which the texts use each most. */
import type { Locale } from '../../domain/locale';
import { stem } from '../../retrieval/stemming';
import { isStopWord } from '../../retrieval/stop-words';
import { foldWord, hasDigit, tokenise } from '../../retrieval/words';

/** Letters; what is left of "l’" and "d’" is no word. */
const SHORTEST = 2;

export class NumberedWords {
  readonly locale: Locale;
  readonly #known: ReadonlySet<string>;
  readonly #numbers = new Map<string, number>();
  readonly #stems: string[] = [];
  /** By number: each form and how often it was used. */
  readonly #forms: Map<string, number>[] = [];

  /** `known`: stems of words that the glossary has. */
  constructor(locale: Locale, known: ReadonlySet<string> = new Set()) {
    this.locale = locale;
    this.#known = known;
  }

  /** Numbers of the words of a text, each once, without stop words and figures. */
  numbersOf(text: string): readonly number[] {
    const words = tokenise(text).filter((word) => word.length >= SHORTEST && !hasDigit(word) && !isStopWord(foldWord(word), this.locale));
    return [...new Set(words.map((word) => this.#add(word)))];
  }

  isKnown(number: number): boolean {
    return this.#known.has(this.#stems[number] ?? '');
  }

  /** The form used most; of equals the shortest, then the first of the alphabet. */
  formOf(number: number): string {
    const [most] = [...(this.#forms[number] ?? [])].sort(
      ([a, times], [b, others]) => others - times || a.length - b.length || (a < b ? -1 : 1),
    );
    return most?.[0] ?? '';
  }

  #add(word: string): number {
    const stemmed = stem(word, this.locale);
    const number = this.#numbers.get(stemmed) ?? this.#stems.length;
    if (number === this.#stems.length) {
      this.#numbers.set(stemmed, number);
      this.#stems.push(stemmed);
      this.#forms.push(new Map());
    }
    const forms = this.#forms[number];
    forms?.set(word, (forms.get(word) ?? 0) + 1);
    return number;
  }
}
