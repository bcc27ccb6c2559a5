/** Nothing for this place, but something good for another one: told as that, never passed off as near. */
import { type AreaCode, areaServes, countryOf } from '../domain/area';
import { confidenceOf } from '../retrieval/confidence';
import { ANSWER_FROM, type AnswerRooms, type Draft, ended, HITS, type StepResult } from './draft';
import { placesOf, queryOf, settingOf } from './find-hits';
import { shown } from './shown';
import { NAMED, stemsOf, titleShare } from './title-share';
import { isForWholeCountry } from './weigh-evidence';
import { speaksOfMoney } from './where-published';

export async function lookElsewhere(draft: Draft, rooms: AnswerRooms): Promise<StepResult> {
  const { retriever, knowledge, places: finder } = rooms;
  const places = placesOf(draft);
  const [place] = places;
  const placed = draft.hits?.[0] && knowledge.findEntry(draft.hits[0].entry);
  if (!place || draft.confidence >= ANSWER_FROM || isForWholeCountry(placed, draft)) return draft;
  const wider = await retriever.search({ ...queryOf(draft), limit: HITS });
  const best = wider.entries[0] && knowledge.findEntry(wider.entries[0].entry);
  const setting = best && settingOf(best, { ...draft, named: [] });
  const confidence = setting ? confidenceOf(wider.evidence, setting, knowledge.calibration) : 0;
  if (!best || confidence < ANSWER_FROM || confidence <= draft.confidence) return draft;
  // What serves the place was found before, and weighed with it.
  if (best.areas.some((one) => places.some((other) => areaServes(one, other)))) return draft;
  // Who asks for money is not helped by an adviser in another region.
  if (speaksOfMoney(draft.asked) && best.kind !== 'call') return draft;
  // What another country offers can be applied for there alone: of use only to who named it.
  const isNamed = () => !draft.asked.has('help') && titleShare(best, stemsOf(draft.question, finder), draft.question.locale) >= NAMED;
  if (!isInCountryOf(places, best.areas) && !isNamed()) return draft;
  const found: Draft = { ...draft, hits: wider.entries, confidence };
  return ended(found, 'wrong-area', { ...shown(best, found, rooms).found, askedArea: place satisfies AreaCode });
}

const isInCountryOf = (places: readonly AreaCode[], areas: readonly AreaCode[]): boolean =>
  areas.some((one) => places.some((other) => countryOf(one) === countryOf(other)));
