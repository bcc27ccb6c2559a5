/**
 * Understands short answers and requests in any language: yes, no, skip, "why do you ask", help, a person, start again …
 * The phrases are data, `locales/<locale>/understood.json`. What the conversation's language knows is tried first, then every language,
 * because people answer "ok" and "sí" whatever the page speaks.
 */
import { z } from 'zod';
import { LOCALES, type Locale } from '../../src/domain/locale';
import { wordsOf } from '../../src/language/fold';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from '../../src/language/greeklish';
import type { Languages } from '../../src/language/speech';
import { localeNames } from './locale';
import { beginsWith, holds, isMadeOf, type Spans, spansOf } from './made-of';

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
  /** "Are you a robot?", "who are you?" */
  machine: Phrases,
  language: Phrases,
  status: Phrases,
  funding: Phrases,
  stop: Phrases,
  greeting: Phrases,
  thanks: Phrases,
  goodbye: Phrases,
});
/** What a whole utterance can mean. */
export type Meaning = keyof z.infer<typeof Understood>;

/** Of `talk.json`. */
const Talk = z.object({
  /** Ask for a person too, but stand in ordinary questions as well: they count as the whole utterance only. */
  personAlone: Phrases,
  /** By which somebody speaks of themselves: "we are", "I live in". */
  self: Phrases,
  /** Little words around a request: "please", "well". */
  around: Phrases,
  /** Words around the name of a language: "speak", "in". */
  askingLanguage: Phrases,
});

/** Of `asked.json`. */
const Asked = z.object({ abuse: Phrases, crisis: Phrases, follow: Phrases, grants: Phrases });

export interface Understanding {
  /** The whole utterance means this; "please" and the like do not count. */
  is(said: string, meaning: Meaning, locale: Locale): boolean;
  /** The utterance is short and a phrase of several words with this meaning stands in it. */
  mentions(said: string, meaning: Meaning, locale: Locale, mostWords?: number): boolean;
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

/** "A person" and "my request" stand in ordinary questions too; "talk to a person" does not. Words; two where nothing is named. */
const LEAST_WORDS: Partial<Record<Meaning, number>> = { person: 3, status: 3, help: 3, restart: 3, machine: 4 };

/** An utterance longer than this tells a story: a phrase in it is no request. Words. */
const SHORT_UTTERANCE = 9;

/** A longer one with a rude word in it may hold a question. Words. */
const SHORT_INSULT = 5;

/** One or two words in Latin letters may sound like Greek ones by chance. Words. */
const FEWEST_BY_EAR = 2;

type PhraseSet = ReadonlySet<string>;

interface Table {
  readonly locale: Locale;
  readonly whole: Readonly<Record<Meaning, PhraseSet>>;
  /** Those that count inside an utterance too. */
  readonly inside: Readonly<Record<Meaning, PhraseSet>>;
  /** What may stand beside a request without changing it. */
  readonly fillers: PhraseSet;
  readonly self: PhraseSet;
  readonly abuse: PhraseSet;
  readonly crisis: PhraseSet;
  readonly follow: PhraseSet;
  readonly grants: PhraseSet;
  /** Words around the name of a language. */
  readonly asking: PhraseSet;
}

type Spelling = (text: string) => string;
const asWritten: Spelling = (text) => wordsOf(text).join(' ');
/** Greek in Latin letters is written by ear. */
const byEar: Spelling = (text) => greekSoundOf(asWritten(toGreekLetters(text)));

export function makeUnderstanding(languages: Languages): Understanding {
  const spoken = LOCALES.filter((locale) => languages.spoken.includes(locale));
  const tables = spoken.map((locale) => readTable(locale, languages, asWritten));
  const greek = spoken.includes('el') ? readTable('el', languages, byEar) : undefined;
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
  const some = (said: string, locales: readonly Locale[], fits: (spans: Spans, table: Table) => boolean): boolean => {
    const { written, heard } = spansIn(said);
    if (tables.some((table) => locales.includes(table.locale) && fits(written, table))) return true;
    return heard !== undefined && greek !== undefined && locales.includes('el') && fits(heard, greek);
  };
  const isWhole = (said: string, meaning: Meaning, locales: readonly Locale[]): boolean =>
    some(said, locales, ({ text }, { whole }) => whole[meaning].has(text));
  const isComposed = (said: string, meaning: Meaning, locales: readonly Locale[]): boolean =>
    isShort(said) && some(said, locales, (spans, { whole, fillers }) => isMadeOf(spans, whole[meaning], fillers));
  const isShort = (said: string, most = SHORT_UTTERANCE): boolean => spansIn(said).written.from.length <= most;
  return {
    is: (said, meaning, locale) => {
      if (isShort(said, 0)) return false;
      if (isWhole(said, meaning, [locale])) return true;
      // "no" is No in English and Spanish, but another meaning of the conversation's own language goes first.
      if (meanings.some((other) => isWhole(said, other, [locale]))) return false;
      if (isWhole(said, meaning, spoken) || isComposed(said, meaning, [locale])) return true;
      // "Ne, ne" is No in Slovene, and sounds like a Greek Yes.
      return isComposed(said, meaning, spoken) && !meanings.some((other) => other !== meaning && isComposed(said, other, spoken));
    },
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

function readTable(locale: Locale, languages: Languages, spelt: Spelling): Table {
  const lists = Understood.parse(languages.part(locale, 'understood'));
  const { personAlone, self, around, askingLanguage } = Talk.parse(languages.part(locale, 'talk'));
  const { abuse, crisis, follow, grants } = Asked.parse(languages.part(locale, 'asked'));
  const all = (...many: (readonly string[])[]): PhraseSet => new Set(many.flat().map(spelt));
  const least = (meaning: Meaning): number => LEAST_WORDS[meaning] ?? 2;
  const byMeaning = (phrasesOf: (meaning: Meaning) => PhraseSet) =>
    Object.assign({}, ...(Object.keys(lists) as Meaning[]).map((meaning) => ({ [meaning]: phrasesOf(meaning) }))) as Table['whole'];
  const small = [...lists.greeting, ...lists.thanks, ...around];
  return {
    locale,
    whole: byMeaning((meaning) => all(lists[meaning], meaning === 'person' ? personAlone : [])),
    inside: byMeaning((meaning) => new Set([...all(lists[meaning])].filter((phrase) => phrase.split(' ').length >= least(meaning)))),
    fillers: all(small),
    self: all(self),
    abuse: all(abuse),
    crisis: all(crisis),
    follow: all(follow),
    grants: all(grants),
    asking: all(askingLanguage, small),
  };
}
