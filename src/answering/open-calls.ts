/** What one can apply for on a day: for who asks which calls are open. */
import { type AreaCode, areaServes, countryOf, HOMES } from '../domain/area';
import { stateOfCall } from '../domain/call-state';
import { dayIn, daysBetween, spanOf } from '../domain/day';
import { type CallEntry, type Entry, isCall } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import { fold } from '../language/fold';
import { inAnyLanguage } from '../language/grammar';
import type { TermFinder } from '../language/terms';
import { contentStems } from '../retrieval/glossary';
import { ANSWER_FROM, type AnswerRooms, type Draft, ended, type StepResult } from './draft';
import { placesOf } from './find-hits';
import { lastDayOf } from './prefer-recent';
import { NAMED, shareInTitle, titleShare } from './title-share';
import { guideOf, speaksOfMoney } from './where-published';

interface ByState {
  /** Open or opening, the first to close first. */
  readonly open: readonly CallEntry[];
  /** Without a closing day, not older than a year, the newest first. */
  readonly undated: readonly CallEntry[];
  /** Closed, or so old and without a closing day that they surely are; the last first. */
  readonly past: readonly CallEntry[];
}

/** Days after which nobody should count on a call of which no closing day is known. */
export const UNDATED_DAYS = 365;

function byState(calls: readonly CallEntry[], at: Date): ByState {
  const isNew = ({ call }: CallEntry) =>
    call.opens !== undefined && daysBetween(spanOf(call.opens).last, dayIn(at, call.timeZone)) <= UNDATED_DAYS;
  const stateOf = ({ call, reviewBy }: CallEntry) => stateOfCall(call, reviewBy, at);
  const closing = ({ call }: CallEntry): string => call.closes ?? call.opens ?? '';
  const opening = ({ call }: CallEntry): string => call.opens ?? '';
  return {
    open: calls
      .filter((one) => ['open', 'closing-soon', 'forthcoming'].includes(stateOf(one)))
      .sort((a, b) => closing(a).localeCompare(closing(b))),
    undated: calls.filter((one) => stateOf(one) === 'unknown' && isNew(one)).sort((a, b) => opening(b).localeCompare(opening(a))),
    past: calls
      .filter((one) => stateOf(one) === 'closed' || (stateOf(one) === 'unknown' && !isNew(one)))
      .sort((a, b) => lastDayOf(b).localeCompare(lastDayOf(a))),
  };
}

/** Calls that serve one of these places; where none is known, those of the countries where most people speak the language. */
function callsFor(places: readonly AreaCode[], locale: Locale, knowledge: KnowledgeBase): readonly CallEntry[] {
  const where = places.length > 0 ? places : HOMES[locale];
  return knowledge.entries
    .filter(isCall)
    .filter(({ areas }) => where.length === 0 || areas.some((one) => where.some((place) => areaServes(one, place))));
}

/** Where they asked about, or the only country where most people speak the language. */
function countryAsked(places: readonly AreaCode[], locale: Locale): readonly AreaCode[] {
  const [place] = places;
  if (place) return [countryOf(place) ?? place];
  return HOMES[locale].slice(0, 1);
}

/** The fund's short names in our languages, folded: nearly every call is of it. */
const FUND: ReadonlySet<string> = new Set(inAnyLanguage(({ socialFund }) => socialFund).map(fold));
const MOST = 5;
const MOST_CLOSED = 3;
/** Calls so much worse than the best hit are about something else. */
const ABOUT_IT = 0.6;

/** "Is the call for border areas still open" means one call, "which calls" does not. */
function namesOne(near: readonly Entry[], stems: ReadonlySet<string>, { asked, question: { locale } }: Draft): boolean {
  const [first] = near;
  const isFirst = stems.size > 0 && !asked.has('calls') && first !== undefined && isCall(first);
  if (isFirst && shareInTitle(stems, first, locale) >= NAMED) return true;
  // "Which calls are open for cooperatives" is not about the federation of cooperatives.
  const named = near.filter((entry) => titleShare(entry, stems, locale) >= NAMED);
  return named.length === 1 && (!asked.has('calls') || named.every(isCall));
}

/** Nothing is left but whom it is for. */
const isForSomebody = (core: string, locale: Locale, applicants: TermFinder): boolean =>
  applicants.cut(core, locale) !== core && contentStems(applicants.cut(core, locale), locale).length === 0;

/** Who asks which calls are open is told so, by their dates; who asks whether one call is, is told that of this one. */
export function tellOpenCalls(draft: Draft, { knowledge, places, applicants }: AnswerRooms): StepResult {
  const { asked, question, core, hits = [] } = draft;
  if (!asked.has('open')) return draft;
  const { locale, at } = question;
  const stems = new Set(contentStems(places.cut(core, locale), locale).filter((stem) => !FUND.has(stem)));
  const isGeneral = stems.size === 0;
  // "What is open for young people" asks for calls as well; "is the office open" does not.
  if (!isGeneral && !speaksOfMoney(asked) && !isForSomebody(core, locale, applicants)) return draft;
  const near = hits
    .filter(({ score }) => score >= ABOUT_IT * (hits[0]?.score ?? 0))
    .flatMap(({ entry }) => knowledge.findEntry(entry) ?? []);
  if (namesOne(near, stems, draft)) return draft;
  const where = placesOf(draft);
  const isUnsure = !isGeneral && draft.confidence < ANSWER_FROM;
  const calls = isGeneral ? callsFor(where, locale, knowledge) : isUnsure ? [] : near.filter(isCall);
  const { open, undated, past } = byState(calls, at);
  if (open.length > 0) return ended(draft, 'answered', { entries: open.slice(0, MOST), shownAs: 'open-now' });
  const last = [...undated, ...(isGeneral ? [] : past)].slice(0, MOST_CLOSED);
  const guide = guideOf(countryAsked(where, locale), knowledge);
  const outcome = last.length === 0 ? 'no-evidence' : undated.length > 0 ? 'answered' : 'call-closed';
  const [place] = where;
  return ended(draft, outcome, {
    entries: [...last, ...(guide ? [guide] : [])],
    shownAs: 'none-open',
    ...(place ? { askedArea: place } : {}),
  });
}
