/**
 * Whether somebody asks something where an answer was expected: "what is a social enterprise?" is not the answer "social enterprise".
 * The words that open a question are data, `locales/<locale>/openers.json`.
 */
import type { Locale } from '../../src/domain/locale';
import { wordsOf } from '../../src/language/fold';
import type { Languages } from '../../src/language/speech';

export interface QuestionHeard {
  /** A part of the sentence begins as questions do; otherwise only its punctuation says so, as in "and in Seville?". */
  readonly isOpened: boolean;
  /** Without what is said to get a word in: "wait, what is ESF+?" → "what is ESF+?". */
  readonly text: string;
}

/** "Wait", "one moment": longer ones tell something. Words. */
const SHORT_CALL = 2;

export function hearQuestion(said: string, locales: readonly Locale[], languages: Languages): QuestionHeard | undefined {
  const clauses = [...said.matchAll(/[^,.:;!?¿¡…\n]+/g)].map(({ 0: text, index }) => ({ index, words: wordsOf(text) }));
  for (const locale of locales) {
    const openers = phrasesOf(languages.part(locale, 'openers').question);
    // "And until when?" begins with what goes on from before.
    const joins = phrasesOf(languages.part(locale, 'asked').follow);
    const opens = (words: readonly string[]) => openers.some((phrase) => `${words.join(' ')} `.startsWith(`${phrase} `));
    const at = clauses.findIndex(({ words }) => opens(words) || (joins.includes(words[0] ?? '') && opens(words.slice(1))));
    if (at < 0) continue;
    const isAfterCall = clauses.slice(0, at).every(({ words }) => words.length <= SHORT_CALL);
    return { isOpened: true, text: isAfterCall ? said.slice(clauses[at]?.index).trim() : said };
  }
  // Greek asks with a semicolon.
  const isMarked = /[?¿]/.test(said) || (/;\s*$/.test(said) && /\p{Script=Greek}/u.test(said));
  return isMarked ? { isOpened: false, text: said } : undefined;
}

/** By the list itself, which stays as long as the process: some hundred phrases, and every utterance asks for them. */
const folded = new WeakMap<object, readonly string[]>();

function phrasesOf(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  const phrases = folded.get(list) ?? list.flatMap((phrase) => (typeof phrase === 'string' ? [wordsOf(phrase).join(' ')] : []));
  folded.set(list, phrases);
  return phrases;
}
