/** A question → its entries in the order in which they would answer, with the evidence that this order has. */
import { type AreaCode, areaServes } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import type { AskedAbout } from '../language/asking';
import type { PlaceFinder } from '../language/places';
import type { Setting } from '../retrieval/confidence';
import { type Evidence, NO_EVIDENCE } from '../retrieval/evidence';
import type { Retrieval, Retriever } from '../retrieval/retriever';
import { foldWord, tokenise } from '../retrieval/words';
import type { Question } from './answer';
import { preferGeneral } from './prefer-general';
import { preferKind } from './prefer-kind';
import { preferRecent } from './prefer-recent';

/** Looked at before the ten best are kept. */
const CANDIDATES = 30;

export interface Wanted {
  readonly question: Question;
  readonly asked: ReadonlySet<AskedAbout>;
  /** The words that say which entry is meant. */
  readonly subject: string;
}

export interface FindingRooms {
  readonly retriever: Retriever;
  readonly knowledge: KnowledgeBase;
  readonly places: PlaceFinder;
}

export interface Found {
  readonly retrieval: Retrieval;
  /** Absent when nothing was found. */
  readonly best?: Entry;
  /** For `best` to be the answer. */
  readonly evidence: Evidence;
  readonly setting: Setting;
}

/** `without`: ids of entries that are looked past, as if the folder had none of them. */
export async function findHits({ question, asked, subject }: Wanted, rooms: FindingRooms, without: readonly string[] = []): Promise<Found> {
  const { retriever, knowledge, places } = rooms;
  const { text, locale, also, area, homeArea } = question;
  const place = area ?? homeArea;
  const retrieval = await retriever.search({
    text: subject,
    locale,
    ...(also ? { also } : {}),
    ...(place ? { filter: { area: place } } : {}),
    ...(area ? { places: placeWords(subject, locale, places) } : {}),
    ...(without.length > 0 ? { without } : {}),
    limit: CANDIDATES,
  });
  const general = preferGeneral(retrieval.entries, knowledge, { text, locale, hasPlace: place !== undefined });
  const ofKind = preferKind(general, knowledge, asked);
  const entries = yearsIn(text).length > 0 ? ofKind : preferRecent(ofKind, knowledge, question.at);
  const best = entries[0] && knowledge.findEntry(entries[0].entry);
  return {
    retrieval: { ...retrieval, entries },
    ...(best && { best }),
    evidence: best ? retrieval.weigh(entries) : NO_EVIDENCE,
    setting: { isBeyond: best !== undefined && area !== undefined && !isForPlace(best, area) },
  };
}

/** Words that only say where. */
function placeWords(text: string, locale: Locale, places: PlaceFinder): ReadonlySet<string> {
  const left = new Set(tokenise(places.cut(text, locale)).map(foldWord));
  return new Set(
    tokenise(text)
      .map(foldWord)
      .filter((word) => !left.has(word)),
  );
}

/** What is for all of Europe is for this place too, but says less of it. */
const isForPlace = (entry: Entry, place: AreaCode): boolean =>
  entry.areas.some((one) => one !== 'EU' && (areaServes(one, place) || areaServes(place, one)));

/** A year, not a part of a code such as CENTRO2030-2025-38 nor an edge of 2021-2027. */
export const yearsIn = (text: string): readonly string[] => text.match(/(?<![\p{L}\d-])20\d\d(?!\d|-\d)/gu) ?? [];
