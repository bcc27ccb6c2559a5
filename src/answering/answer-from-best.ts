/** The best entry as the answer, with what else belongs to it, or as what it is instead. */
import { countryOf } from '../domain/area';
import type { Entry, Kind } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { type AskedAbout, FACTS } from '../language/asking';
import { findContradiction } from './contradiction';
import { type AnswerRooms, type Draft, ended, entriesOf, type StepResult } from './draft';
import { yearsIn } from './edition';
import { placesOf } from './find-hits';
import { outcomeOf } from './outcome-of';
import { placeOutside } from './place-outside';
import { preferTelling } from './prefer-telling';
import { shown } from './shown';
import { toldOf } from './told';

export function answerFromBest(weighed: Draft, rooms: AnswerRooms): StepResult {
  const { knowledge, asking } = rooms;
  const draft = preferTelling(weighed, rooms);
  const best = draft.hits?.[0];
  const entry = best && knowledge.findEntry(best.entry);
  if (!entry) return ended(draft, 'no-evidence');
  // Nobody here decides; what the rules say is shown beside.
  if (draft.asked.has('prediction')) return ended(draft, 'personal-case', { entries: [entry] });
  // What is not published is not known; the entry says where it will be.
  if (draft.asked.has('future')) return ended(draft, isToldAhead(entry, draft) ? 'answered' : 'no-evidence', { entries: [entry] });
  const told = toldOf(draft.asked, entry, asking);
  const meant = told === 'none' ? callMeant(entry, draft, rooms) : undefined;
  if (meant) return answerFromBest(meant, rooms);
  // What stands beside it is not passed off as the answer; the entry says whom to ask.
  if (told === 'none') return ended(draft, 'no-evidence', { entries: [entry], shownAs: 'not-told' });
  const { found, others: listed } = shown(entry, draft, rooms);
  const outside = placeOutside(entry, draft, knowledge);
  if (outside) return ended(draft, 'wrong-area', { ...found, askedArea: outside });
  const [place] = placesOf(draft);
  if (place && listed.length > 0) return ended(draft, 'wrong-area', { ...found, askedArea: countryOf(place) ?? place, otherAreas: listed });
  const rival = findContradiction(entry, entriesOf(draft, knowledge), draft.asked);
  if (rival) return ended(draft, 'answered-partly', { ...found, entries: [entry, rival], shownAs: 'contradiction' });
  const others = LISTS.some((about) => draft.asked.has(about)) ? alsoListed(entry, draft, knowledge) : [];
  return ended(draft, outcomeOf(entry, draft.question.at, told === 'all'), { ...found, entries: [entry, ...others] });
}

/** So surely what was asked for that it is the answer. */
const SURELY = 0.8;

/** What comes after 2027 is proposed, and an entry of that name tells it; no sum of it and no day is known. */
function isToldAhead({ kind, title, locale }: Entry, { asked, confidence, question: { at } }: Draft): boolean {
  const isNamed = yearsIn(title[locale] ?? '')
    .flat()
    .some((year) => Number(year) > at.getUTCFullYear());
  return !ABOUT_ONE_ROUND.includes(kind) && isNamed && confidence >= SURELY && !UNKNOWN_AHEAD.some((about) => asked.has(about));
}

const ABOUT_ONE_ROUND: readonly Kind[] = ['call', 'training'];
const UNKNOWN_AHEAD: readonly AskedAbout[] = [...FACTS, 'calls', 'open'];

/** Facts that a call has, and kinds that are about somebody, who has none of them. */
const OF_A_CALL: readonly AskedAbout[] = ['deadline', 'amount', 'rate'];
const ABOUT_SOMEBODY: readonly Kind[] = ['organisation', 'cluster'];
/** A call so far behind is about something else. */
const NEAR = 0.6;

/** Who asks until when the social enterprises of Macedonia may apply means the call close behind, not their association, whatever its name. */
function callMeant(first: Entry, draft: Draft, { knowledge }: AnswerRooms): Draft | undefined {
  const { hits = [], asked } = draft;
  if (!ABOUT_SOMEBODY.includes(first.kind) || !OF_A_CALL.some((about) => asked.has(about))) return undefined;
  const isMeant = (entry: Entry | undefined) => entry?.kind === 'call' && entry.areas.some((area) => first.areas.includes(area));
  const call = hits.find(({ entry, score }) => score >= NEAR * (hits[0]?.score ?? 0) && isMeant(knowledge.findEntry(entry)));
  return call && { ...draft, hits: [call, ...hits.filter((hit) => hit !== call)] };
}

const LISTS: readonly AskedAbout[] = ['calls', 'courses', 'list'];
/** Entries of a list are of one kind, and not much worse than the first. */
const LISTED = 5;
const LISTED_FROM = 0.6;

function alsoListed(first: Entry, { hits = [] }: Draft, knowledge: KnowledgeBase): Entry[] {
  const [best, ...rest] = hits;
  return rest
    .filter(({ score }) => score >= LISTED_FROM * (best?.score ?? 0))
    .flatMap(({ entry }) => knowledge.findEntry(entry) ?? [])
    .filter(({ kind }) => kind === first.kind)
    .slice(0, LISTED - 1);
}
