/**
 * Understands short answers and requests in any language: yes, no, skip, "why do you ask", help, a person, start again …
 * The phrases are data, `locales/<locale>/understood.json`. What the conversation's language knows is tried first, then every language,
 * because people answer "ok" and "sí" whatever the page speaks.
 */
import { LOCALES, type Locale } from '../../src/domain/locale';
import { wordsOf } from '../../src/language/fold';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from '../../src/language/greeklish';
import type { Languages } from '../../src/language/speech';
import { sentencesOf } from './clauses';
import { type Meaning, type PhraseSet, type PhrasesHeard, readPhrases, type Spelling } from './heard-phrases';
import { localeNames } from './locale';
import { beginsWith, holds, isMadeOf, type Spans, spansOf } from './made-of';

export interface Understanding {
  /** The whole utterance means this; "please" and the like do not count. */
  is(said: string, meaning: Meaning, locale: Locale): boolean;
  /** The utterance is short and a phrase of several words with this meaning stands in it. */
  mentions(said: string, meaning: Meaning, locale: Locale, mostWords?: number): boolean;
  /** A sentence of its own means this, whatever stands in the others: "This is useless. I want a person." */
  says(said: string, meaning: Meaning, locale: Locale): boolean;
  /** They wish to talk to a person, however long the story around it. */
  wishesPerson(said: string): boolean;
  /** They care for somebody, or ask for social services. */
  speaksOfCare(said: string): boolean;
  /** The whole utterance is a request or a short answer of any meaning, in one of these languages. */
  isPhrase(said: string, locales: readonly Locale[]): boolean;
  /** A word for calls or grants stands in it. */
  speaksOfGrants(said: string, locale: Locale): boolean;
  /** They may be in danger, in whatever language. */
  isInDanger(said: string): boolean;
  /** They say who or where they are. */
  speaksOfSelf(said: string, locales: readonly Locale[]): boolean;
  /** Begins as what goes on from the last question: "and …", "what about …". */
  goesOn(said: string, locales: readonly Locale[]): boolean;
  /** The language that the whole utterance asks for: "in Greek, please"; undefined when it asks for something else. */
  languageAsked(said: string): Locale | undefined;
  /** Languages in which a short utterance insults; none when it does not. */
  insultsIn(said: string): readonly Locale[];
}

/** An utterance longer than this tells a story: a phrase in it is no request. Words. */
const SHORT_UTTERANCE = 9;

/** A wish is heard in a story as long as this. Words. */
const LONG_STORY = 60;
/** A longer one with a rude word in it may hold a question. Words. */
const SHORT_INSULT = 5;

/** One or two words in Latin letters may sound like Greek ones by chance. Words. */
const FEWEST_BY_EAR = 2;

const asWritten: Spelling = (text) => wordsOf(text).join(' ');
/** Greek in Latin letters is written by ear. */
const byEar: Spelling = (text) => greekSoundOf(asWritten(toGreekLetters(text)));

export function makeUnderstanding(languages: Languages): Understanding {
  const spoken = LOCALES.filter((locale) => languages.spoken.includes(locale));
  const tables = spoken.map((locale) => readPhrases(locale, languages, asWritten));
  const greek = spoken.includes('el') ? readPhrases('el', languages, byEar) : undefined;
  const meanings = Object.keys(tables[0]?.whole ?? {}) as Meaning[];
  const names = { written: namesIn(languages, asWritten), heard: namesIn(languages, byEar) };
  const hear = (said: string) => {
    const written = spansOf(asWritten(said));
    const isByEar = greek !== undefined && written.from.length >= FEWEST_BY_EAR && isInLatinLetters(said);
    return { said, written, heard: isByEar ? spansOf(byEar(said)) : undefined };
  };
  // A turn asks many things about the same utterance.
  let last = hear('');
  const spansIn = (said: string) => {
    if (last.said !== said) last = hear(said);
    return last;
  };
  /** Whether something holds of an utterance and a table that it may be found in, spelt as that one is. */
  const some = (said: string, locales: readonly Locale[], fits: (spans: Spans, table: PhrasesHeard) => boolean): boolean => {
    const { written, heard } = spansIn(said);
    if (tables.some((table) => locales.includes(table.locale) && fits(written, table))) return true;
    return heard !== undefined && greek !== undefined && locales.includes('el') && fits(heard, greek);
  };
  const isWhole = (said: string, meaning: Meaning, locales: readonly Locale[]): boolean =>
    some(said, locales, ({ text }, { whole }) => whole[meaning].has(text));
  const isComposed = (said: string, meaning: Meaning, locales: readonly Locale[]): boolean =>
    isShort(said) && some(said, locales, (spans, { whole, fillersOf }) => isMadeOf(spans, whole[meaning], fillersOf(meaning)));
  const isShort = (said: string, most = SHORT_UTTERANCE): boolean => spansIn(said).written.from.length <= most;
  const is = (said: string, meaning: Meaning, locale: Locale): boolean => {
    if (isShort(said, 0)) return false;
    if (isWhole(said, meaning, [locale])) return true;
    // "no" is No in English and Spanish, but another meaning of the conversation's own language goes first.
    if (meanings.some((other) => isWhole(said, other, [locale]))) return false;
    if (isWhole(said, meaning, spoken) || isComposed(said, meaning, [locale])) return true;
    // "Ne, ne" is No in Slovene, and sounds like a Greek Yes.
    return isComposed(said, meaning, spoken) && !meanings.some((other) => other !== meaning && isComposed(said, other, spoken));
  };
  return {
    is,
    says: (said, meaning, locale) => is(said, meaning, locale) || sentencesOf(said).some((sentence) => is(sentence, meaning, locale)),
    wishesPerson: (said) => isShort(said, LONG_STORY) && some(said, spoken, (spans, { wished }) => holds(spans, wished)),
    speaksOfCare: (said) => isShort(said, LONG_STORY) && some(said, spoken, (spans, { care }) => holds(spans, care)),
    mentions: (said, meaning, _, most = SHORT_UTTERANCE) =>
      isShort(said, most) && some(said, spoken, (spans, { inside }) => holds(spans, inside[meaning])),
    isPhrase: (said, locales) => meanings.some((meaning) => isWhole(said, meaning, locales) || isComposed(said, meaning, locales)),
    isInDanger: (said) => some(said, spoken, (spans, { crisis }) => holds(spans, crisis)),
    speaksOfGrants: (said, locale) => some(said, [locale], (spans, { grants }) => holds(spans, grants)),
    speaksOfSelf: (said, locales) => some(said, locales, (spans, { self }) => holds(spans, self)),
    goesOn: (said, locales) => some(said, locales, (spans, { follow }) => beginsWith(spans, follow)),
    languageAsked: (said) => {
      if (!isShort(said)) return undefined;
      const { written, heard } = spansIn(said);
      // "En français, please": the name may be of another language than the words around it.
      const asksFor = (wanted: Locale) =>
        tables.some(({ asking }) => isMadeOf(written, names.written.get(wanted) ?? NONE, asking)) ||
        (heard !== undefined && greek !== undefined && isMadeOf(heard, names.heard.get(wanted) ?? NONE, greek.asking));
      return spoken.find(asksFor);
    },
    insultsIn: (said) => {
      if (!isShort(said, SHORT_INSULT)) return [];
      const { written } = spansIn(said);
      return tables.filter(({ abuse }) => holds(written, abuse)).map(({ locale }) => locale);
    },
  };
}

const NONE: PhraseSet = new Set();

/** Names of each language in all of them. */
function namesIn(languages: Languages, spelt: Spelling): ReadonlyMap<Locale, PhraseSet> {
  const all = languages.spoken.map((locale) => localeNames(locale, languages));
  return new Map(languages.spoken.map((wanted) => [wanted, new Set(all.flatMap((names) => (names.get(wanted) ?? []).map(spelt)))]));
}
