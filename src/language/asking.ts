/**
 * What a question asks about: a fact that stands in the front matter, a detail that a text may tell, the enquirer's own case, or something
 * Ponte does not speak of. The phrases are data, `locales/<locale>/asked.json`, and `told.json` for the words by which a text tells a
 * detail; case, accents and punctuation do not matter. A star stands for up to six words: "when does * close".
 */
import { z } from 'zod';
import type { Locale } from '../domain/locale';
import { type Corrected, CorrectionPhrases, readCorrection } from './correction';
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
  /** What can be applied for today. */
  open: List,
  /** Since when somebody exists: a year beside it is not that of a call. */
  founded: List,
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
  /** Weather, football, poems, what a state pays to households. */
  elsewhere: List,
  /** First words of what goes on from the last question: "and …", "what about …". */
  follow: List,
  /** Somebody says of themselves where or what they are. */
  home: List,
  /** Somebody wants to give work to others. */
  hiring: List,
  /** Somebody without work or means speaks of themselves, and of no organisation. */
  oneself: List,
  /** How old somebody is; 99 stands for any age. */
  age: List,
});

/** What a few words ask for that go on from an entry just shown: "who may?" asks nothing in a sentence of its own. */
const Alone = z.strictObject({
  amount: List,
  deadline: List,
  applicant: List,
  authority: List,
  /** How many must take part, or found it. */
  members: List,
  /** In which language. */
  spoken: List,
  /** How long it takes. */
  span: List,
  /** Where or how one applies. */
  apply: List,
  /** Words for what was shown, that say nothing more: "the call", "it". */
  thing: List,
});
export type AskedAbout = keyof z.infer<typeof Phrases> | keyof z.infer<typeof Alone>;
const Asked = Phrases.extend({ alone: Alone, correction: CorrectionPhrases });

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

/** What sentences tell in words that are known, `told.json`. */
const ToldInWords = Details.extend({
  applicant: List,
  authority: List,
  members: List,
  span: List,
  /** That nothing is to be paid. */
  free: List,
});
export type ToldInWords = keyof z.infer<typeof ToldInWords>;

/** Facts and details of an entry: what asks for one says nothing about which entry is meant. */
export const FACTS: readonly AskedAbout[] = [
  ...(['amount', 'rate', 'deadline', 'applicant', 'place', 'authority', 'contact'] as const),
  ...(['members', 'spoken', 'span', 'apply'] as const),
  ...DETAILS,
];

export interface Asked {
  readonly about: ReadonlySet<AskedAbout>;
  /** The question without the words that ask for a fact: "how much money can I get from the CEPES call" → "from the CEPES call". */
  readonly subject: string;
  /** What is left of it then; empty for "how much?". */
  readonly rest: string;
  /** The question without any words that are heard: "which calls are open for cooperatives" → "for cooperatives". */
  readonly core: string;
  /** How old somebody is whom it speaks of, in years. */
  readonly age?: number;
}

export interface Asking {
  /** By the phrases of these languages. The subject is the whole text when nothing else would be left. */
  read(text: string, locales: readonly Locale[]): Asked;
  /** The same for a few words that go on from what was shown; what only stands for that is not left. */
  readAlone(text: string, locales: readonly Locale[]): Asked;
  /** "No, I meant …": what is meant; undefined when nothing is corrected. The first language that hears it tells. */
  corrected(text: string, locales: readonly Locale[]): Corrected | undefined;
  /** Whether a text in this language speaks of such a detail. */
  tells(detail: ToldInWords, text: string, locale: Locale): boolean;
}

/** Greek in Latin letters is written by ear. */
const byEar: Spelling = (word) => greekSoundOf(wordsOf(toGreekLetters(word)).join(''));

/** Made when a language is first heard: its phrases are many. */
export function makeAsking(languages: Languages): Asking {
  const data = byLocale((locale) => Asked.parse(languages.part(locale, 'asked')));
  const phrases = byLocale((locale) => phrasesIn(data(locale)));
  const alone = byLocale((locale) => [...phrases(locale), ...phrasesOf(data(locale).alone)]);
  const heardIn = byLocale((locale) => new PhraseTable(phrases(locale)));
  const heardByEar = byLocale((locale) => new PhraseTable(phrases(locale), byEar));
  const aloneIn = byLocale((locale) => new PhraseTable(alone(locale)));
  const aloneByEar = byLocale((locale) => new PhraseTable(alone(locale), byEar));
  const agesIn = byLocale((locale) => new PhraseTable(agePhrasesIn(data(locale))));
  const agesByEar = byLocale((locale) => new PhraseTable(agePhrasesIn(data(locale)), byEar));
  const told = byLocale((locale) => new PhraseTable(phrasesOf(ToldInWords.parse(languages.part(locale, 'told')))));
  const isSpoken = (locale: Locale): boolean => languages.spoken.includes(locale);
  const hear = (text: string, locales: readonly Locale[], asked: Tables, greekByEar: Tables, gone: readonly AskedAbout[]): Asked => {
    const said = readWords(text, asFolded);
    const isByEar = locales.includes('el') && isSpoken('el') && isInLatinLetters(text);
    const hearBy = (tables: Tables, tablesByEar: Tables, readBy: typeof readWords): Found<AskedAbout>[] => {
      const words = readBy(text, asFolded);
      const found = locales.filter(isSpoken).flatMap((locale) => [...tables(locale).findIn(words)]);
      return isByEar ? [...found, ...tablesByEar('el').findIn(readBy(text, byEar))] : found;
    };
    const ages = hearBy(agesIn, agesByEar, readAges);
    const heard = [...hearBy(asked, greekByEar, readWords), ...ages];
    const age = ages.flatMap(({ at }) => at.map((n) => said.surfaces[n] ?? '')).find(isAge);
    return { ...readAsked(text, said, heard, gone), ...(age === undefined ? {} : { age: Number(age) }) };
  };
  return {
    read: (text, locales) => hear(text, locales, heardIn, heardByEar, FACTS),
    readAlone: (text, locales) => hear(text, locales, aloneIn, aloneByEar, [...FACTS, 'thing', 'follow']),
    corrected: (text, locales) => {
      for (const locale of locales.filter(isSpoken)) {
        const found = readCorrection(text, data(locale).correction);
        if (found) return found;
      }
      return undefined;
    },
    tells: (detail, text, locale) => {
      if (!isSpoken(locale)) return false;
      for (const { about } of told(locale).findIn(readWords(text, asFolded))) if (about === detail) return true;
      return false;
    },
  };
}

type Tables = (locale: Locale) => PhraseTable<AskedAbout>;

const phrasesIn = ({ alone: _, age: __, correction: ___, ...lists }: z.infer<typeof Asked>): Phrase<AskedAbout>[] => phrasesOf(lists);

const agePhrasesIn = ({ age }: z.infer<typeof Asked>): Phrase<AskedAbout>[] => phrasesOf({ age });

/** What phrases of ages say for any. */
const ANY_AGE = '99';
/** Of somebody who may work, or soon; a smaller number is one of years, children or members. */
const isAge = (word: string): boolean => /^(?:1[4-9]|[2-9]\d)$/.test(word);
const readAges = (text: string, spelling: Spelling): Words => {
  const { surfaces, folded } = readWords(text, spelling);
  return { surfaces, folded: folded.map((word, n) => (isAge(surfaces[n] ?? '') ? spelling(ANY_AGE) : word)) };
};

function byLocale<T>(make: (locale: Locale) => T): (locale: Locale) => T {
  const made = new Map<Locale, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

const phrasesOf = <About extends string>(lists: Readonly<Record<About, readonly string[]>>): Phrase<About>[] =>
  (Object.entries(lists) as [About, readonly string[]][]).flatMap(([about, list]) =>
    list.map((phrase) => ({ about, phrase, isFirst: about === 'follow' })),
  );

/** "How much does it cost" asks for a price, and "how much is paid per person" for that, though "how much" and "how much is" ask for an amount. "How many members
 * does a cooperative need" may ask who may apply, and asks for a number; "how many" of money asks for none. */
const isPartOfOther = ({ about, at }: Found<AskedAbout>, heard: readonly Found<AskedAbout>[]): boolean =>
  FACTS.includes(about) &&
  (about !== 'members' || at.length === 1) &&
  heard.some((other) => FACTS.includes(other.about) && other.at.length > at.length && isWithin(at, other.at));

const SUMS: readonly AskedAbout[] = ['amount', 'rate', 'each'];

/** "5500 euros per member" says the sum that "euros per member" alone asks for: it speaks of money, and of this much. */
const isSumSaid = ({ about, at }: Found<AskedAbout>, surfaces: readonly string[]): boolean =>
  SUMS.includes(about) && /^\p{N}+$/u.test(surfaces[(at[0] ?? 0) - 1] ?? '');

/** From the first word to the last, with what the stars stand for. */
const isWithin = (at: readonly number[], other: readonly number[]): boolean =>
  (at[0] ?? 0) >= (other[0] ?? 0) && (at.at(-1) ?? 0) <= (other.at(-1) ?? 0);

/** What is looked for is told in these words too: "which calls are open for hiring young people". */
const OF_SUBJECT: readonly AskedAbout[] = ['hiring', 'oneself'];

/** `gone`: what is left out of the rest. */
function readAsked(text: string, { surfaces }: Words, found: readonly Found<AskedAbout>[], gone: readonly AskedAbout[]): Asked {
  const all = found.filter((one) => !isSumSaid(one, surfaces));
  const heard = all.filter((one) => !isPartOfOther(one, all));
  const asks = new Set(heard.filter(({ about }) => gone.includes(about)).flatMap(({ at }) => at));
  const left = surfaces.filter((_, n) => !asks.has(n));
  const rest = asks.size > 0 ? left.join(' ') : text;
  const said = new Set(all.filter(({ about }) => !OF_SUBJECT.includes(about)).flatMap(({ at }) => at));
  const core = surfaces.filter((_, n) => !said.has(n)).join(' ');
  const about = new Set(heard.map((one) => one.about));
  if (all.length < found.length) about.add('money');
  return { about, subject: rest || text, rest, core };
}
