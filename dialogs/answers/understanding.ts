/**
 * Understands short answers and requests in any language: yes, no, skip, "why do you ask", help, a person, start again …
 * The phrases are data, `locales/<locale>/understood.json`. What the conversation's language knows is tried first, then every language,
 * because people answer "ok" and "sí" whatever the page speaks.
 */
import { z } from 'zod';
import { LOCALES, type Locale } from '../../src/domain/locale';
import { wordsOf } from '../../src/language/fold';
import type { Languages } from '../../src/language/speech';

const Phrases = z.array(z.string().min(1));
const Understood = z.strictObject({
  yes: Phrases,
  no: Phrases,
  skip: Phrases,
  unknown: Phrases,
  why: Phrases,
  more: Phrases,
  help: Phrases,
  restart: Phrases,
  person: Phrases,
  language: Phrases,
  status: Phrases,
  funding: Phrases,
  stop: Phrases,
  greeting: Phrases,
  thanks: Phrases,
});
export type Meaning = keyof z.infer<typeof Understood>;

export interface Understanding {
  /** The whole utterance means this. */
  is(said: string, meaning: Meaning, locale: Locale): boolean;
  /** The utterance is short and a phrase of several words with this meaning stands in it. */
  mentions(said: string, meaning: Meaning, locale: Locale, mostWords?: number): boolean;
}

/** "A person" and "my request" stand in ordinary questions too; "talk to a person" does not. Words; two where nothing is named. */
const LEAST_WORDS: Partial<Record<Meaning, number>> = { person: 3, status: 3, help: 3, restart: 3 };

/** An utterance longer than this tells a story: a phrase in it is no request. Words. */
const SHORT_UTTERANCE = 9;

export function makeUnderstanding(languages: Languages): Understanding {
  const tables = new Map<Locale, Record<Meaning, readonly string[]>>();
  for (const locale of LOCALES) {
    if (!languages.spoken.includes(locale)) continue;
    const phrases = Understood.parse(languages.part(locale, 'understood'));
    const folded = Object.entries(phrases).map(([meaning, list]) => [meaning, list.map((phrase) => wordsOf(phrase).join(' '))]);
    tables.set(locale, Object.fromEntries(folded) as Record<Meaning, readonly string[]>);
  }
  const own = (locale: Locale, meaning: Meaning) => tables.get(locale)?.[meaning] ?? [];
  const every = (meaning: Meaning) => [...tables.values()].flatMap((table) => table[meaning]);
  return {
    is: (said, meaning, locale) => {
      const words = wordsOf(said).join(' ');
      if (words === '') return false;
      if (own(locale, meaning).includes(words)) return true;
      // "no" is No in English and Spanish, but another meaning of the conversation's own language goes first.
      const meansElse = Object.keys(tables.get(locale) ?? {}).some((other) => own(locale, other as Meaning).includes(words));
      return !meansElse && every(meaning).includes(words);
    },
    mentions: (said, meaning, locale, mostWords = SHORT_UTTERANCE) => {
      const words = wordsOf(said);
      if (words.length > mostWords) return false;
      const text = ` ${words.join(' ')} `;
      return [...own(locale, meaning), ...every(meaning)].some(
        (phrase) => phrase.split(' ').length >= (LEAST_WORDS[meaning] ?? 2) && text.includes(` ${phrase} `),
      );
    },
  };
}
