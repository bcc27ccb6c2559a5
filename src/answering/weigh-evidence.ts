/** Whether what was found is likely enough to be the answer; if not, what may have been meant, or where to look. */
import { countryOf } from '../domain/area';
import type { Entry } from '../domain/entry';
import { textIn } from '../domain/locale';
import { confidenceOf } from '../retrieval/confidence';
import { contentStems } from '../retrieval/glossary';
import { ANSWER_FROM, type AnswerRooms, type Draft, ended, type StepResult } from './draft';
import { editionIn, withoutEdition } from './edition';
import { isEditionAsked, tellsYears } from './entry-edition';
import { findHits, nameAsked, placesOf } from './find-hits';
import { isRoundOf } from './rounds';
import { NAMED, nameShare, shareInTitle, stemsOf } from './title-share';
import { speaksOfMoney, whereToLook } from './where-published';

const SUGGEST_FROM = 0.2;
const SUGGESTIONS = 3;
/** So surely what was asked for that a year told beside its own is no other edition, when there is none. */
const SURELY = 0.8;

export async function weighEvidence(draft: Draft, rooms: AnswerRooms): Promise<StepResult> {
  const { knowledge } = rooms;
  if (draft.asked.has('prediction') && draft.confidence < ANSWER_FROM) return ended(draft, 'personal-case');
  // "Zaragoza" alone says where, not what is looked for.
  if (draft.named.length > 0 && stemsOf(draft.question, rooms.places).size === 0) return askBack(draft, rooms);
  const best = draft.hits?.[0] && knowledge.findEntry(draft.hits[0].entry);
  const isSure =
    best && (draft.confidence >= (leadsForPlace(best, draft) ? SUGGEST_FROM : ANSWER_FROM) || isAskedByName(best, draft, rooms));
  const ofYear = isSure ? ofYearAsked(best, draft, rooms) : undefined;
  const found = ofYear ?? (await findOtherEdition(draft, rooms));
  if (found) return found;
  if (best && draft.confidence >= SURELY && tellsYears(best, draft.question.text)) return draft;
  return draft.confidence >= SUGGEST_FROM || isForWholeCountry(best, draft) ? askBack(draft, rooms) : tellWhereToLook(draft, rooms);
}

/** Nothing but its name is said, and what of it is asked: "CLDS 5G", "until when is rückenwind+ open". */
function isAskedByName(best: Entry, draft: Draft, { places }: AnswerRooms): boolean {
  const { locale } = draft.question;
  return nameShare(best, new Set(contentStems(nameAsked(draft, places), locale)), locale) === 1;
}

/** "Since 2020 we have a cooperative" asks for no call of that year. */
function ofYearAsked(best: Entry, draft: Draft, rooms: AnswerRooms): Draft | undefined {
  return draft.asked.has('founded') || isEditionAsked(best, draft.question.text) ? draft : sisterAsked(draft, rooms);
}

/** Who asks for a call that is not here is shown where its like are published. */
function tellWhereToLook(draft: Draft, { knowledge }: AnswerRooms): StepResult {
  const guide = whereToLook(draft.asked, placesOf(draft), knowledge);
  return ended(draft, 'no-evidence', guide ? { entries: [guide], shownAs: 'where-to-look' } : {});
}

function askBack(draft: Draft, { knowledge }: AnswerRooms): StepResult {
  const { locale } = draft.question;
  const suggestions = (draft.hits ?? []).slice(0, SUGGESTIONS).flatMap(({ entry }) => {
    const found = knowledge.findEntry(entry);
    return found ? [textIn(found.title, locale, found.locale).text] : [];
  });
  return ended(draft, 'clarify', { suggestions });
}

/** Likely enough to be offered to who asks for money in a place, when it is for the whole country and no text of it can name the place. */
const OFFER_FROM = 0.05;

export const isForWholeCountry = (best: Entry | undefined, draft: Draft): boolean =>
  best?.kind === 'call' &&
  draft.confidence >= OFFER_FROM &&
  speaksOfMoney(draft.asked) &&
  placesOf(draft).some((place) => best.areas.includes(countryOf(place) ?? place));

/** A second entry so close behind may be meant as well. */
const CLOSE = 0.75;

/** Money in a place is asked for, and one call for it or its country stands far before all else. */
function leadsForPlace(best: Entry, draft: Draft): boolean {
  // Of another year than the one asked for, it is another call.
  if (editionIn(draft.question.text).length > 0) return false;
  const [first, second] = draft.hits ?? [];
  const isFor = placesOf(draft).some((place) => best.areas.includes(place) || best.areas.includes(countryOf(place) ?? place));
  return best.kind === 'call' && isFor && speaksOfMoney(draft.asked) && (second?.score ?? 0) <= CLOSE * (first?.score ?? 0);
}

/** A call so far behind the best is about something else. */
const NEAR = 0.65;

/** The best is of another year: the edition asked for may stand behind it. */
function sisterAsked(draft: Draft, { knowledge }: AnswerRooms): Draft | undefined {
  const { hits = [], question } = draft;
  const [best] = hits;
  const first = best && knowledge.findEntry(best.entry);
  if (!best || first?.kind !== 'call') return undefined;
  const sister = hits.find(({ entry, score }) => {
    const one = knowledge.findEntry(entry);
    return one?.kind === 'call' && score >= NEAR * best.score && isRoundOf(one, first) && isEditionAsked(one, question.text);
  });
  return sister && { ...draft, hits: [sister, ...hits.filter((hit) => hit !== sister)] };
}

/** The call that was asked for by its name, of another year, code or number: without these it is found. */
async function findOtherEdition(draft: Draft, rooms: AnswerRooms): Promise<StepResult | undefined> {
  const { question, subject } = draft;
  const edition = editionIn(question.text);
  if (edition.length === 0) return undefined;
  const text = withoutEdition(question.text);
  // Read again: where the core stands, no sign tells "8. Aufruf" from eight of them.
  const { core } = rooms.asking.read(text, [question.locale, ...(question.also ?? [])]);
  const bare = { ...draft, subject: withoutEdition(subject), core, question: { ...question, text } };
  const { entries, best, evidence, setting } = await findHits(bare, rooms);
  if (!best || confidenceOf(evidence, setting, rooms.knowledge.calibration) < ANSWER_FROM) return undefined;
  if (!['call', 'training'].includes(best.kind)) return undefined;
  const stems = new Set(contentStems(rooms.places.cut(core, question.locale), question.locale));
  if (draft.asked.has('founded') || shareInTitle(stems, best, question.locale) < NAMED) return undefined;
  const found = { ...draft, hits: entries };
  const asked = isEditionAsked(best, question.text) ? found : sisterAsked(found, rooms);
  if (asked) return { ...asked, confidence: Math.max(asked.confidence, ANSWER_FROM) };
  return ended(found, 'no-evidence', { entries: [best], shownAs: 'other-edition', edition });
}
