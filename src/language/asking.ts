/**
 * What a question asks about: a fact that stands in the front matter, a detail that a text may tell, the enquirer's own case, or something
 * Ponte does not speak of. The phrases are data, `locales/<locale>/asked.json`, and `told.json` for the words by which a text tells a
 * detail; case, accents and punctuation do not matter. A star stands for up to six words: "when does * close".
 */
import { z } from 'zod';
import type { Locale } from '../domain/locale';
import { wordsOf } from './fold';
import { greekSoundOf, isInLatinLetters, toGreekLetters } from './greeklish';
import { asFolded, type Found, type Phrase, PhraseTable, readWords, type Spelling, type Words } from './phrase-table';
import type { Languages } from './speech';

const List = z.array(z.string().min(1));
const Phrases = z.strictObject({
  /** Facts of an entry. */
  amount: List,
  /** Which share of the costs is paid, in per cent. */
  rate: List,
  deadline: List,
  applicant: List,
  place: List,
  authority: List,
  contact: List,
  /** What taking part, a membership or a product costs. */
  price: List,
  /** A sum for one person, or for an hour, a day, a week or a month. */
  each: List,
  /** What somebody earns. */
  pay: List,
  /** Who leads it, by name. */
  head: List,
  /** A paper to fill in or to read. */
  form: List,
  /** Weekdays and hours. */
  times: List,
  /** Who or how many got it, and what came of it. */
  results: List,
  /** Who sat in the jury. */
  jury: List,
  /** A certificate or an examination at the end. */
  proof: List,
  /** What must be handed in with an application. */
  papers: List,
  /** Parking, rooms, a bed, a lift. */
  venue: List,
  /** Interest, securities and years of a loan. */
  loan: List,
  /** How long one waits for an answer. */
  reply: List,
  /** Several entries at once: "which calls are there", "which courses", and of whatever kind. */
  calls: List,
  /** Speaks of calls, whatever it asks about them. */
  grants: List,
  /** Speaks of a grant, a subsidy or public money. */
  money: List,
  courses: List,
  /** Where something is published, how one hears of it. */
  finding: List,
  list: List,
  /** Somebody who helps. */
  help: List,
  /** What nobody has published yet: the day of the next call. */
  future: List,
  /** How the enquirer's own case will be decided. */
  prediction: List,
  /** Who a private person is, or where one lives. */
  persons: List,
  /** Somebody is in danger now. */
  crisis: List,
  abuse: List,
  /** Weather, football, poems. */
  elsewhere: List,
  /** First words of what goes on from the last question: "and …", "what about …". */
  follow: List,
});
export type AskedAbout = keyof z.infer<typeof Phrases>;

const Details = Phrases.pick({
  price: true,
  each: true,
  pay: true,
  head: true,
  form: true,
  times: true,
  results: true,
  jury: true,
  proof: true,
  papers: true,
  venue: true,
  loan: true,
  reply: true,
});
/** What no field of the front matter holds. */
export type Detail = keyof z.infer<typeof Details>;
export const DETAILS = Object.keys(Details.shape) as readonly Detail[];

/** Facts and details of an entry: what asks for one says nothing about which entry is meant. */
const FACTS: readonly AskedAbout[] = ['amount', 'rate', 'deadline', 'applicant', 'place', 'authority', 'contact', ...DETAILS];

export interface Asked {
  readonly about: ReadonlySet<AskedAbout>;
  /** The question without the words that ask for a fact: "how much money can I get from the CEPES call" → "from the CEPES call". */
  readonly subject: string;
  /** What is left of it then; empty for "how much?". */
  readonly rest: string;
}

export interface Asking {
  /** By the phrases of these languages. The subject is the whole text when nothing else would be left. */
  read(text: string, locales: readonly Locale[]): Asked;
  /** Whether a text in this language speaks of such a detail. */
  tells(detail: Detail, text: string, locale: Locale): boolean;
}

/** Greek in Latin letters is written by ear. */
const byEar: Spelling = (word) => greekSoundOf(wordsOf(toGreekLetters(word)).join(''));

/** Made when a language is first heard: its phrases are many. */
export function makeAsking(languages: Languages): Asking {
  const phrases = byLocale((locale) => phrasesOf(Phrases.parse(languages.part(locale, 'asked'))));
  const asked = byLocale((locale) => new PhraseTable(phrases(locale)));
  const greekByEar = byLocale((locale) => new PhraseTable(phrases(locale), byEar));
  const told = byLocale((locale) => new PhraseTable(phrasesOf(Details.parse(languages.part(locale, 'told')))));
  const isSpoken = (locale: Locale): boolean => languages.spoken.includes(locale);
  return {
    read: (text, locales) => {
      const said = readWords(text, asFolded);
      const heard = locales.filter(isSpoken).flatMap((locale) => [...asked(locale).findIn(said)]);
      const isByEar = locales.includes('el') && isSpoken('el') && isInLatinLetters(text);
      return readAsked(text, said, isByEar ? [...heard, ...greekByEar('el').findIn(readWords(text, byEar))] : heard);
    },
    tells: (detail, text, locale) => {
      if (!isSpoken(locale)) return false;
      for (const { about } of told(locale).findIn(readWords(text, asFolded))) if (about === detail) return true;
      return false;
    },
  };
}

function byLocale<T>(make: (locale: Locale) => T): (locale: Locale) => T {
  const made = new Map<Locale, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

const phrasesOf = <About extends AskedAbout>(lists: Readonly<Record<About, readonly string[]>>): Phrase<About>[] =>
  (Object.entries(lists) as [About, readonly string[]][]).flatMap(([about, list]) =>
    list.map((phrase) => ({ about, phrase, isFirst: about === 'follow' })),
  );

/** "How much does it cost" asks for a price, and "how much is paid per person" for that, though "how much" and "how much is" ask for an amount. */
const isPartOfOther = ({ about, at }: Found<AskedAbout>, heard: readonly Found<AskedAbout>[]): boolean =>
  FACTS.includes(about) && heard.some((other) => FACTS.includes(other.about) && other.at.length > at.length && isWithin(at, other.at));

/** From the first word to the last, with what the stars stand for. */
const isWithin = (at: readonly number[], other: readonly number[]): boolean =>
  (at[0] ?? 0) >= (other[0] ?? 0) && (at.at(-1) ?? 0) <= (other.at(-1) ?? 0);

function readAsked(text: string, { surfaces }: Words, all: readonly Found<AskedAbout>[]): Asked {
  const heard = all.filter((one) => !isPartOfOther(one, all));
  const asks = new Set(heard.filter(({ about }) => FACTS.includes(about)).flatMap(({ at }) => at));
  const left = surfaces.filter((_, n) => !asks.has(n));
  const rest = asks.size > 0 ? left.join(' ') : text;
  return { about: new Set(heard.map(({ about }) => about)), subject: rest || text, rest };
}
