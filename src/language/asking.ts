/**
 * What a question asks about: a fact that stands in the front matter, a detail that a text may tell, the enquirer's own case, or something
 * Ponte does not speak of. The phrases are data, `locales/<locale>/asked.json`, and `told.json` for the words by which a text tells a
 * detail; case, accents and punctuation do not matter. A star stands for up to six words: "when does * close".
 */
import { z } from 'zod';
import type { Locale } from '../domain/locale';
import { type Corrected, CorrectionPhrases } from './correction';

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
export const AskedPhrases = Phrases.extend({ alone: Alone, correction: CorrectionPhrases });

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
export const ToldPhrases = Details.extend({
  applicant: List,
  authority: List,
  members: List,
  span: List,
  /** That nothing is to be paid. */
  free: List,
  /** That it is over, or that nobody knows whether it still is. */
  caution: List,
  /** First words that mean what was said before: "it", "both", "then". */
  onward: List,
  /** Yes and no. */
  reply: List,
});
export type ToldInWords = keyof z.infer<typeof ToldPhrases>;

/** Facts and details of an entry: what asks for one says nothing about which entry is meant. */
export const FACTS: readonly AskedAbout[] = [
  ...(['amount', 'rate', 'deadline', 'applicant', 'place', 'authority', 'contact'] as const),
  ...(['members', 'spoken', 'span', 'apply'] as const),
  ...DETAILS,
];

export interface Asked {
  readonly about: ReadonlySet<AskedAbout>;
  /** Those of it that two words or more ask for, of which one alone may mean something else. */
  readonly surely: ReadonlySet<AskedAbout>;
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
