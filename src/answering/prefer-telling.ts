/** "How much has Spain?": the guide to the country may come first, and the sum stand in the entry beside it. */
import { countryOf } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { AskedAbout } from '../language/asking';
import type { EntryHit } from '../retrieval/retriever';
import type { AnswerRooms, Draft } from './draft';
import { placesOf } from './find-hits';
import { toldOf } from './told';

/** As near as this to the best, and an entry is about the same thing: 0.75 passes other sums off as the one asked for. */
const BESIDE = 0.8;
/** Several entries tell these of one subject; who leads another house is no answer. */
const SHARED: readonly AskedAbout[] = ['amount', 'deadline'];
/** Their sums and days are their own. */
const ONE_THING: readonly Entry['kind'][] = ['call', 'training'];
/** Asked of one of these, a sum of something else is no answer. */
const NAMED_ALONE: readonly Entry['kind'][] = [...ONE_THING, 'service'];

type TellingRooms = Pick<AnswerRooms, 'knowledge' | 'asking'>;

/** Where the best tells nothing of what is asked for, the first beside it that does stands before it. */
export const preferTelling = (draft: Draft, rooms: TellingRooms): Draft => preferHeaded(preferSum(draft, rooms), rooms);

/** Of the sum or day that is asked for. */
function preferSum(draft: Draft, { knowledge, asking }: TellingRooms): Draft {
  const { hits = [], asked } = draft;
  const [best] = hits;
  const first = best && knowledge.findEntry(best.entry);
  if (!best || !first || NAMED_ALONE.includes(first.kind) || !SHARED.some((about) => asked.has(about))) return draft;
  if (toldOf(asked, first, asking) !== 'none') return draft;
  const countries = placesOf(draft).map(countryOf);
  const tells = (id: string): boolean => {
    const entry = knowledge.findEntry(id);
    if (!entry || ONE_THING.includes(entry.kind) || toldOf(asked, entry, asking) !== 'all') return false;
    // The sum of all Europe, or of three countries together, is not that of the one asked about.
    return countries.length === 0 || entry.areas.every((area) => countries.includes(countryOf(area)));
  };
  const telling = hits.find(({ entry, score }) => score >= BESIDE * best.score && tells(entry));
  return telling ? putFirst(telling, draft) : draft;
}

/** Federations tell how many members they have; how many a cooperative needs stands where a heading asks for it. */
function preferHeaded(draft: Draft, { knowledge, asking }: TellingRooms): Draft {
  const { hits = [], question } = draft;
  const [best] = hits;
  if (!best || !asking.readAlone(question.text, [question.locale]).surely.has('members')) return draft;
  const isHeaded = (id: string): boolean =>
    knowledge.passages.some(
      ({ entry, locale, heading }) =>
        entry === id && locale === question.locale && asking.readAlone(heading, [locale]).surely.has('members'),
    );
  const telling = hits.filter(({ score }) => score >= BESIDE * best.score).find(({ entry }) => isHeaded(entry));
  return telling && telling !== best ? putFirst(telling, draft) : draft;
}

const putFirst = (first: EntryHit, draft: Draft): Draft => ({
  ...draft,
  hits: [first, ...(draft.hits ?? []).filter((hit) => hit !== first)],
});
