/**
 * Makes an utterance stand alone: "and in Portugal?" is the last question about another place, "and for associations?" the same for
 * others, "until when?" asks of the entry that was shown.
 */
import type { KnowledgeBase } from '../domain/knowledge-base';
import { type Locale, textIn } from '../domain/locale';
import type { Asking } from '../language/asking';
import type { PlaceFinder } from '../language/places';
import type { TermFinder } from '../language/terms';
import { contentStems } from '../retrieval/glossary';

/** The turn before. */
export interface Before {
  /** The last question, standing alone. */
  readonly question: string;
  /** Id of the entry shown first. */
  readonly shown?: string | undefined;
}

export interface FollowRooms {
  readonly knowledge: KnowledgeBase;
  readonly asking: Asking;
  readonly places: PlaceFinder;
  readonly applicants: TermFinder;
}

/** Longer ones are questions of their own. Words. */
const MOST_WORDS = 8;
const FACTS = ['amount', 'rate', 'deadline', 'applicant', 'place', 'authority', 'contact'] as const;

export function standAlone(said: string, locale: Locale, before: Before | undefined, rooms: FollowRooms): string {
  if (!before || said.split(/\s+/).length > MOST_WORDS) return said;
  return aboutShown(said, locale, before, rooms) ?? elsewhere(said, locale, before, rooms) ?? said;
}

/** "How much?" and "who may apply?" say nothing of which entry is meant: the one that is on the screen. */
function aboutShown(said: string, locale: Locale, { shown }: Before, { asking, knowledge }: FollowRooms): string | undefined {
  const { about, rest } = asking.read(said, [locale]);
  const entry = shown === undefined ? undefined : knowledge.findEntry(shown);
  if (!entry || !FACTS.some((fact) => about.has(fact)) || !isEmpty(rest, locale)) return undefined;
  return `${said} ${textIn(entry.title, locale, entry.locale).text}`;
}

/** A place alone, or after "and" an applicant, takes the place of the one in the last question. */
function elsewhere(said: string, locale: Locale, { question }: Before, { asking, places, applicants }: FollowRooms): string | undefined {
  const withoutPlace = places.cut(said, locale);
  const namesPlace = withoutPlace !== said && places.find(said, locale) !== undefined;
  if (namesPlace && isEmpty(withoutPlace, locale)) return `${places.cut(question, locale)} ${said}`;
  const left = applicants.cut(withoutPlace, locale);
  if (left === withoutPlace || !isEmpty(left, locale) || !asking.read(said, [locale]).about.has('follow')) return undefined;
  const kept = applicants.cut(question, locale);
  return `${namesPlace ? places.cut(kept, locale) : kept} ${said}`;
}

const isEmpty = (text: string, locale: Locale): boolean => contentStems(text, locale).length === 0;
