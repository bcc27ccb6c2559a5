/** How likely a passage of an entry answers a question. */
import { type AreaCode, areaServes, countryOf } from '../domain/area';
import type { Locale } from '../domain/locale';
import type { Passage } from '../domain/passage';
import { type AskedAbout, type Asking, FACTS } from '../language/asking';
import { contentStems } from '../retrieval/glossary';
import { jaccard, withoutNote } from './title-share';
import { isTold } from './told';

export interface PassageWanted {
  readonly text: string;
  /** Language of the question. */
  readonly questionLocale: Locale;
  readonly asked: ReadonlySet<AskedAbout>;
  /** The same as a few words alone would ask it: "who", "where", "how many" mean less within a longer question. */
  readonly loosely: ReadonlySet<AskedAbout>;
  /** The question asks what the thing is. */
  readonly isDefinition: boolean;
  /** Id of the first passage below the headline that names the thing of which that is asked. */
  readonly introducing?: string | undefined;
  /** Where the enquirer is or asks about: a guide says for each country what holds there. */
  readonly place?: AreaCode | undefined;
  /** The enquirer said no place, and the question's language is spoken there. */
  readonly isPlaceAssumed: boolean;
  readonly asking: Asking;
  /** Places that a text names. */
  readonly areasIn: (text: string, locale: Locale) => readonly AreaCode[];
  /** Their NUTS countries. */
  readonly countriesIn: (text: string, locale: Locale) => ReadonlySet<string>;
}

/**
 * Fitted to the passages judged in the tuning half of test/eval, as the logarithm of the odds that a reader would have chosen one (a
 * conditional logit). Decision 0016.
 */
const WEIGHTS = {
  /** Share of the question's words that the passage holds, in its own language; the title is everybody's. */
  words: 1.3,
  /** The retriever's score, as a share of the highest in the entry: what is said in other words and other languages. */
  found: 3.4,
  /** Share of the heading's words that the question holds. */
  heading: 1.7,
  /** Share of the facts asked for that its text tells. */
  told: 2.7,
  /** Share of the facts asked for that its heading asks for. */
  under: 2.3,
  /** The same two of what is asked loosely. */
  toldLoosely: 0.6,
  underLoosely: 0.7,
  /** Its heading names the country asked about, … */
  here: 4.5,
  /** … or that of most people who speak the language, when none was said, … */
  perhapsHere: 2,
  /** … or another one. */
  elsewhere: -1.9,
  /** The first section says what a thing is, when that is asked. */
  firstOfThing: 1.2,
  /** The summary does, of what the title names and no more: "What is the ESF+?" */
  summaryOfThing: 2,
  /** It begins with what is asked for: "A call is …" */
  beginsWithThing: 3,
  /** The thing is first named in it. */
  introduces: 2,
  /** By the natural logarithm of its length. */
  length: 2,
} as const;

/** Longer ones are worth no more. Words. */
const LONG = 100;

export const isHeadline = (id: string): boolean => id.includes('#0.');

export const isFirst = ({ id }: Passage): boolean => id.includes('#1.');

/** Comparable between the passages of one entry. `found`: the retriever's score, as a share of the highest in the entry. */
export function worthOf(passage: Passage, found: number, wanted: PassageWanted): number {
  const loose = { asked: wanted.loosely, asking: wanted.asking };
  return (
    wordsIn(passage, wanted) +
    WEIGHTS.found * found +
    WEIGHTS.told * toldIn(passage.text, passage.locale, wanted) +
    WEIGHTS.under * under(passage, wanted) +
    WEIGHTS.toldLoosely * toldIn(passage.text, passage.locale, loose) +
    WEIGHTS.underLoosely * under(passage, loose) +
    placed(passage, wanted) +
    WEIGHTS.beginsWithThing * Number(wanted.isDefinition && beginsWith(passage, wanted)) +
    WEIGHTS.firstOfThing * Number(wanted.isDefinition && isFirst(passage)) +
    WEIGHTS.summaryOfThing * Number(wanted.isDefinition && isHeadline(passage.id) && isNamed(passage, wanted)) +
    WEIGHTS.introduces * Number(passage.id === wanted.introducing) +
    WEIGHTS.length * Math.log(1 + Math.min(LONG, passage.text.split(/\s+/).length))
  );
}

/** Across languages words cannot be compared. */
function wordsIn({ id, title, heading, text, locale }: Passage, { text: question, questionLocale }: PassageWanted): number {
  if (locale !== questionLocale) return 0;
  const asked = stemsOf(question, locale);
  const [own, said] = isHeadline(id) ? [withoutNote(title), text] : [lastOf(heading), `${heading} ${text}`];
  return WEIGHTS.words * shareIn(asked, stemsOf(said, locale)) + WEIGHTS.heading * shareIn(stemsOf(own, locale), asked);
}

function beginsWith({ text, locale }: Passage, { text: question, questionLocale }: PassageWanted): boolean {
  if (locale !== questionLocale) return false;
  const asked = stemsOf(question, locale);
  const article = 1;
  return contentStems(text.split(/\s+/, article + 1).join(' '), locale).some((stem) => asked.has(stem));
}

const isNamed = ({ title, locale }: Passage, { text, questionLocale }: PassageWanted): boolean =>
  locale === questionLocale && jaccard(stemsOf(text, locale), stemsOf(withoutNote(title), locale)) === 1;

export const lastOf = (heading: string): string => heading.split(' › ').at(-1) ?? '';

export const stemsOf = (text: string, locale: Locale): ReadonlySet<string> => new Set(contentStems(text, locale));

const shareIn = (some: ReadonlySet<string>, all: ReadonlySet<string>): number =>
  some.size === 0 ? 0 : [...some].filter((stem) => all.has(stem)).length / some.size;

const factsOf = (asked: ReadonlySet<AskedAbout>): readonly AskedAbout[] => FACTS.filter((fact) => asked.has(fact));

/** Share of the facts asked for that a text tells. */
export function toldIn(text: string, locale: Locale, { asked, asking }: Pick<PassageWanted, 'asked' | 'asking'>): number {
  const facts = factsOf(asked);
  return facts.length === 0 ? 0 : facts.filter((fact) => isTold(fact, text, locale, asking)).length / facts.length;
}

function under({ id, heading, locale }: Passage, { asked, asking }: Pick<PassageWanted, 'asked' | 'asking'>): number {
  const facts = factsOf(asked);
  if (facts.length === 0 || isHeadline(id)) return 0;
  const { about } = asking.readAlone(heading, [locale]);
  return facts.filter((fact) => about.has(fact)).length / facts.length;
}

function placed({ id, heading, locale }: Passage, { place, isPlaceAssumed, isDefinition, areasIn }: PassageWanted): number {
  // What stands there in a headline are the entry's other names.
  const country = place && !isHeadline(id) ? countryOf(place) : undefined;
  const named = country ? areasIn(heading, locale) : [];
  if (!place || !country || named.length === 0) return 0;
  const ofCountry = named.filter((code) => countryOf(code) === country);
  // What holds in Catalonia is not for Valencia, though both are in Spain.
  if (!ofCountry.some((code) => areaServes(code, place) || areaServes(place, code))) return WEIGHTS.elsewhere;
  // What a thing is, is the same everywhere.
  if (isDefinition) return 0;
  return isPlaceAssumed ? WEIGHTS.perhapsHere : WEIGHTS.here;
}
