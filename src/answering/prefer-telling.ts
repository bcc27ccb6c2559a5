/** "How much has Spain?": the guide to the country may come first, and the sum stand in the entry beside it. */
import { countryOf } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { AskedAbout } from '../language/asking';
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

/** Where the best tells nothing of the sum or day that is asked for, the first beside it that does stands before it. */
export function preferTelling(draft: Draft, { knowledge, asking }: Pick<AnswerRooms, 'knowledge' | 'asking'>): Draft {
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
  return telling ? { ...draft, hits: [telling, ...hits.filter((hit) => hit !== telling)] } : draft;
}
