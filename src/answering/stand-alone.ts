/**
 * Makes an utterance stand alone: "and in Portugal?" is the last question about another place, "and for associations?" the same for
 * others. What asks for a detail, "until when?", is not asked of the folder: it is asked of the entry that was shown.
 */
import { type AreaCode, areaServes } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Locale } from '../domain/locale';
import { type AskedAbout, type Asking, FACTS } from '../language/asking';
import { lengthSpelt } from '../language/fold';
import type { PlaceFinder } from '../language/places';
import type { TermFinder } from '../language/terms';
import { contentStems } from '../retrieval/glossary';
import { type Before, MAX_QUESTION, type Question } from './answer';
import { applicantAlone } from './applicant-alone';
import { yearsIn } from './edition';
import { tellsWherePublished } from './where-published';

/** What a question becomes: another text with its place, or a question of the entry shown. Empty when it stands alone. */
export type StoodAlone = Partial<Pick<Question, 'text' | 'area' | 'also' | 'ofShown' | 'elsewhere'>>;

export interface FollowRooms {
  readonly knowledge: KnowledgeBase;
  readonly asking: Asking;
  readonly places: PlaceFinder;
  readonly applicants: TermFinder;
}

/** A follow-up has no more; longer ones are questions of their own. Words. */
export const LONGEST_FOLLOW_UP = 8;

export function standAlone(question: Question, rooms: FollowRooms): StoodAlone {
  const { before } = question;
  const asked = withNameAlone(question, rooms);
  if (!before || asked.text.split(/\s+/).length > LONGEST_FOLLOW_UP) return {};
  const said = readShort(asked, rooms);
  const { about, applicant } = said;
  // "Cooperatives in Portugal" is asked anew; "and cooperatives?" and "may cooperatives?" go on.
  if (applicant !== undefined && !about.has('follow') && !about.has('applicant')) return {};
  return said.isEmpty ? (ofShown(asked, before, said, rooms) ?? questionBefore(asked, before, said, rooms)) : {};
}

const MOST_WORDS_OF_NAME = 3;

/** "Bari?" after an answer asks about Bari, though it may be a word of some language; "como?" of stop words alone asks back. */
function withNameAlone(asked: Question, { places }: FollowRooms): Question {
  const { text, locale, area } = asked;
  const name = text.replace(/[?;¿\u037E]/g, '').trim();
  if (area !== undefined || name === text || name.split(/\s+/).length > MOST_WORDS_OF_NAME || isEmpty(name, locale)) return asked;
  const found = isEmpty(places.cut(name, locale), locale) ? places.find(name, locale) : undefined;
  return found === undefined ? asked : { ...asked, text: name, area: found };
}

interface Short {
  readonly about: ReadonlySet<AskedAbout>;
  readonly asksFact: boolean;
  /** Id of the kind of applicant named, and the words that name it. */
  readonly applicant: string | undefined;
  readonly who: readonly string[];
  readonly hasYear: boolean;
  /** Nothing is left beside the fact, the place, the applicant and the year. */
  readonly isEmpty: boolean;
}

const YEAR = /(?<!\d)20\d\d(?!\d)/g;

function readShort({ text, locale, also = [] }: Question, { knowledge, asking, places, applicants }: FollowRooms): Short {
  const withoutPlace = places.cut(text, locale);
  const hasYear = yearsIn(withoutPlace).length > 0;
  const { about, rest } = asking.readAlone(hasYear ? withoutPlace.replace(YEAR, '') : withoutPlace, [locale, ...also]);
  const words = rest.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => !isEmpty(word, locale));
  const alone = words.length > 0 ? applicantAlone(words.join(' '), locale, knowledge.vocabularies.applicants) : undefined;
  const isNamed = alone === undefined && words.length > 0 && isEmpty(applicants.cut(rest, locale), locale);
  const applicant = alone ?? (isNamed ? applicants.find(rest, locale)[0] : undefined);
  const asksFact = FACTS.some((fact) => about.has(fact));
  return { about, asksFact, applicant, who: words, hasYear, isEmpty: words.length === 0 || applicant !== undefined };
}

const isEmpty = (text: string, locale: Locale): boolean => contentStems(text, locale).length === 0;

function ofShown(asked: Question, before: Before, said: Short, { knowledge, places }: FollowRooms): StoodAlone | undefined {
  const { about, applicant, hasYear } = said;
  const entry = before.shown === undefined ? undefined : knowledge.findEntry(before.shown);
  const isOfYear = hasYear && entry?.kind === 'call';
  const isOfApplicant = applicant !== undefined && listsApplicants(entry);
  const isOfFact = said.asksFact && applicant === undefined && !hasYear;
  const isOfPlace = !said.asksFact && applicant === undefined && !hasYear && entry !== undefined && servesRegion(entry, asked.area);
  if (!entry || (!isOfYear && !isOfApplicant && !isOfFact && !isOfPlace)) return undefined;
  // "And who may in Epirus?" is not asked of a call of Attica.
  if (asked.area !== undefined && !entry.areas.some((one) => areaServes(one, asked.area as AreaCode))) return undefined;
  const area = asked.area ?? places.find(before.question, before.locale);
  return { ofShown: { entry, about, isOfYear, ...(isOfApplicant ? { applicant } : {}) }, ...(area ? { area } : {}) };
}

const listsApplicants = (entry: Entry | undefined): boolean =>
  entry?.kind === 'call' || ((entry?.kind === 'service' || entry?.kind === 'training') && entry.audience.length > 0);

/** "And in Huesca?" after what is for Aragón; what is for a whole country or more says nothing of a place in it. */
const servesRegion = ({ areas }: Entry, area: AreaCode | undefined): boolean =>
  area !== undefined && areas.some((one) => one.length > 2 && areaServes(one, area));

/** The question before with another place, another applicant or another year; a fact that nothing on the screen can tell is added to it. */
function questionBefore(asked: Question, before: Before, said: Short, { knowledge, places, applicants }: FollowRooms): StoodAlone {
  const { text, locale } = asked;
  const names = places.find(text, locale) === undefined ? [] : places.said(text, locale);
  const who = said.applicant === undefined || !said.about.has('follow') ? [] : said.who;
  if (names.length === 0 && who.length === 0 && !said.asksFact && !said.hasYear) return {};
  const question = instead(before, names, who, { places, applicants });
  const isHeld = question !== undefined && !said.asksFact && !said.hasYear;
  const whole = isHeld ? question : `${question ?? before.question} ${text}`;
  // Two words cannot be too long.
  if (lengthSpelt(whole) > MAX_QUESTION) return {};
  const area = asked.area ?? places.find(whole, before.locale);
  const also = [before.locale, ...(asked.also ?? [])].filter((one) => one !== locale);
  const elsewhere = names.length > 0 && before.question !== '' ? { isOfCalls: isOfCalls(before, knowledge) } : undefined;
  return { text: whole, ...(elsewhere && { elsewhere }), ...(area && { area }), also };
}

function isOfCalls({ shown }: Before, knowledge: KnowledgeBase): boolean {
  const entry = shown === undefined ? undefined : knowledge.findEntry(shown);
  return entry !== undefined && (entry.kind === 'call' || tellsWherePublished(entry));
}

type Finders = Pick<FollowRooms, 'places' | 'applicants'>;

/** The question with these names and applicants in the places of its own; undefined when it has none for them. */
function instead({ question, locale }: Before, names: readonly string[], who: readonly string[], { places, applicants }: Finders) {
  const elsewhere = names.length > 0 ? replaced(question, names, (by) => places.replace(question, locale, by)) : question;
  if (elsewhere === undefined || who.length === 0) return elsewhere;
  return replaced(elsewhere, who, (by) => applicants.replace(elsewhere, locale, by));
}

function replaced(text: string, by: readonly string[], replace: (by: string) => string): string | undefined {
  const name = by.join(' ');
  const changed = replace(name);
  if (changed === text) return undefined;
  // "In Graz, Austria" and "Volos (Greece)" were one place.
  return changed.split(`${name}, ${name}`).join(name).split(`${name} (${name})`).join(name).split(`${name} ${name}`).join(name);
}
