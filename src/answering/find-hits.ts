/** A question → its entries in the order in which they would answer, with the evidence that this order has. */
import { type AreaCode, areaServes } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { AskedAbout } from '../language/asking';
import { wordsOf } from '../language/fold';
import type { PlaceFinder } from '../language/places';
import { PLAIN, type Setting } from '../retrieval/confidence';
import { type Evidence, NO_EVIDENCE } from '../retrieval/evidence';
import { contentStems } from '../retrieval/glossary';
import type { EntryHit, Question as Query, Retriever } from '../retrieval/retriever';
import { foldWord, tokenise } from '../retrieval/words';
import type { Question } from './answer';
import { yearsIn } from './edition';
import { preferGeneral } from './prefer-general';
import { preferKind } from './prefer-kind';
import { preferRecent } from './prefer-recent';
import { preferServed } from './prefer-served';
import { settleOrder } from './settle-order';

/**
 * Looked at before the ten best are kept: more than the guides of one kind for all countries, which would leave no room for what a question
 * names. 30, 45, 60 find 0.935, 0.936, 0.937 at 5 of the tuning half.
 */
const CANDIDATES = 60;

export interface Wanted {
  readonly question: Question;
  readonly asked: ReadonlySet<AskedAbout>;
  /** How old somebody is whom it speaks of, in years. */
  readonly age?: number | undefined;
  /** The words that say which entry is meant. */
  readonly subject: string;
  /** What is left without all words that tell what is asked. */
  readonly core: string;
  /** Words of its names, folded; those of places are none. */
  readonly names: ReadonlySet<string>;
  /** Places that the question names, the narrowest first and those beside it: "in Italy or Spain". */
  readonly named: readonly AreaCode[];
}

export interface FindingRooms {
  readonly retriever: Retriever;
  readonly knowledge: KnowledgeBase;
  readonly places: PlaceFinder;
}

export interface Found {
  /** Best first. */
  readonly entries: readonly EntryHit[];
  /** Absent when nothing was found. */
  readonly best?: Entry;
  /** For `best` to be the answer. */
  readonly evidence: Evidence;
  readonly setting: Setting;
}

/** `without`: ids of entries that are looked past, as if the folder had none of them. */
export async function findHits(wanted: Wanted, rooms: FindingRooms, without: readonly string[] = []): Promise<Found> {
  const { question, asked, subject, named } = wanted;
  const { retriever, knowledge, places } = rooms;
  const { text, locale, area, homeArea } = question;
  const [place, ...orAreas] = placesOf(wanted);
  const retrieval = await retriever.search({
    ...queryOf(wanted),
    ...(place ? { filter: { area: place, orAreas } } : {}),
    ...(area ? { places: placeWords(subject, locale, places) } : {}),
    ...(without.length > 0 ? { without } : {}),
    limit: CANDIDATES,
  });
  const general = preferGeneral(retrieval.entries, knowledge, { text, locale, hasPlace: place !== undefined, asked });
  const ofKind = preferKind(general, knowledge, asked);
  const settled = settleOrder(ofKind, knowledge, { text, subject: nameAsked(wanted, places), locale, named, homeArea, asked });
  const served = preferServed(settled, knowledge, wanted);
  const entries = yearsIn(text).length > 0 ? served : preferRecent(served, knowledge, { at: question.at, locale, core: wanted.core });
  const best = entries[0] && knowledge.findEntry(entries[0].entry);
  return {
    entries,
    ...(best && { best }),
    evidence: best ? retrieval.weigh(entries) : NO_EVIDENCE,
    setting: best ? settingOf(best, wanted) : PLAIN,
  };
}

/** What is looked for, wherever it is. */
export const queryOf = ({ question: { locale, also }, subject, names }: Wanted): Query => ({
  text: subject,
  locale,
  names,
  ...(also ? { also } : {}),
});

/** Where the answer must hold: in the places named, or else where the enquirer is. */
export const placesOf = ({ question: { homeArea }, named }: Pick<Wanted, 'question' | 'named'>): readonly AreaCode[] =>
  named.length > 0 || homeArea === undefined ? named : [homeArea];

/** What may be the name of an entry: the question without the words that ask for a fact of it. A place alone names none. */
export const nameAsked = ({ question: { text, locale }, subject }: Wanted, places: PlaceFinder): string =>
  contentStems(places.cut(subject, locale), locale).length > 0 ? subject : text;

/** Words that only say where. */
function placeWords(text: string, locale: Locale, places: PlaceFinder): ReadonlySet<string> {
  const left = new Set(tokenise(places.cut(text, locale)).map(foldWord));
  return new Set(
    tokenise(text)
      .map(foldWord)
      .filter((word) => !left.has(word)),
  );
}

const SEVERAL: readonly AskedAbout[] = ['calls', 'grants', 'courses', 'list'];

/** What is known of the question and this entry beside the words. */
export function settingOf(entry: Entry, { question, asked, named }: Wanted): Setting {
  const own = entry.areas.filter((one) => one !== 'EU');
  const isAround = own.some((one) => named.some((area) => areaServes(one, area)));
  const isBeyond = named.length > 0 && !isAround && !own.some((one) => named.some((area) => areaServes(area, one)));
  return {
    isBeyond,
    isForSeveral: SEVERAL.some((about) => asked.has(about)),
    isGuide: entry.kind === 'guide',
    isForHelp: asked.has('help'),
    length: wordsOf(question.text).length,
  };
}
