/**
 * The words by which a language builds names, numbers and the like, which the code must know to read it: `locales/<locale>/grammar.json`. They
 * are built in as code is, because what is indexed and kept is made by them.
 */
import { z } from 'zod';
import ca from '../../locales/ca/grammar.json';
import de from '../../locales/de/grammar.json';
import el from '../../locales/el/grammar.json';
import en from '../../locales/en/grammar.json';
import es from '../../locales/es/grammar.json';
import fr from '../../locales/fr/grammar.json';
import hr from '../../locales/hr/grammar.json';
import it from '../../locales/it/grammar.json';
import pt from '../../locales/pt/grammar.json';
import sl from '../../locales/sl/grammar.json';
import sq from '../../locales/sq/grammar.json';
import { LOCALES, type Locale } from '../domain/locale';

const List = z.array(z.string().min(1));

const Grammar = z.strictObject({
  names: z.strictObject({
    /** The name of a person follows, however it is written: "my name is". */
    announced: List,
    /** It follows if it begins with a capital: "I am Maria", not "I am unemployed". German writes all nouns so: no "ich bin". */
    beforeCapital: List,
    /** Stand inside the name of a person: "Juan de la Cruz". */
    particles: List,
    /** May stand before the name of a place: "La Réunion". */
    articles: List,
    /** What declension puts in place of the last vowel of a name or after its last consonant, folded. None: names do not decline. */
    endings: List,
  }),
  /** How a text tells which edition of a call or a law it means. */
  editions: z.strictObject({
    /** Before a year that is not that of a call: "since 2020 we have a cooperative". */
    since: List,
    /** Before a number; with its full stop where it is another word without it. */
    number: List,
    /** Calls and their rounds, by their beginnings: "8. Aufruf". */
    round: List,
    /** Behind the number of a round, in letters: "2nd". */
    ordinal: List,
  }),
  numbers: z.strictObject({
    /**
     * Small numbers in the forms people write, by their value: cardinals of Unicode CLDR's spell-out rules with their genders and cases. Left out:
     * one, which is an article in most languages, and words that mean something else more often (French "neuf", Catalan "nou", Italian "sei").
     */
    words: z.record(z.string().regex(/^\d+$/), List),
    /** By their beginnings or whole, as the others here. */
    thousand: List,
    million: List,
    billion: List,
    percent: List,
    /** Names of currencies, as they stand behind a sum. */
    currency: List,
    /** Between such a word and a currency: "5 millones de euros". */
    joint: List,
  }),
  /** Words that every text holds, so that finding one says nothing: beside the lists of @orama/stopwords, or in place of one. */
  little: z.strictObject({
    words: List,
    /** What Orama counts among them, and in questions about work and money is what is asked. */
    not: List,
  }),
  /**
   * Ordinary words that read like the name of a place once case and accents are folded and endings taken off: Croatian "riječ" (word) like
   * "Rijeka". With these capitals they are never a place ("štiri", four, is not Styria).
   */
  places: z.strictObject({
    ordinaryWords: List,
    /** Of these, which are mostly the place without their accents: "sto argos", "u rijeci", "a la reunion". */
    unaccented: List,
  }),
  /** How the European Social Fund is abbreviated. */
  socialFund: List,
  /** Of a language that has letters of its own and is typed in Latin ones too: its little words so spelt. */
  latinLetters: z.strictObject({
    little: List,
    /** Words that another of our languages has as well. */
    littleElsewhereToo: List,
  }),
  months: z.strictObject({
    /** Case endings beside the forms that Intl knows: "aprila", "korrikut", "travnju". None: months do not decline. */
    endings: List,
    /** Months that are other words too, or names: "may", "la Belle de Mai". */
    alsoWords: List,
  }),
});
export type Grammar = z.infer<typeof Grammar>;

const DATA: Readonly<Record<Locale, unknown>> = { en, es, ca, fr, it, pt, de, el, sl, hr, sq };

/** Throws at the start when a file is wrong, before anybody is answered by it. */
const GRAMMARS = new Map(LOCALES.map((locale) => [locale, Grammar.parse(DATA[locale])]));

export function grammarOf(locale: Locale): Grammar {
  const grammar = GRAMMARS.get(locale);
  if (!grammar) throw new RangeError('every language has a grammar');
  return grammar;
}

/** The words of all languages, each once: people mix languages, and texts quote others. */
export const inAnyLanguage = (wordsOf: (grammar: Grammar) => readonly string[]): readonly string[] => [
  ...new Set([...GRAMMARS.values()].flatMap(wordsOf)),
];
