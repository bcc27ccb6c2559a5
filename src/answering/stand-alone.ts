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
import { type Before, MAX_QUESTION, type OfShown, type Question } from './answer';
import { applicantAlone } from './applicant-alone';
import { yearsIn } from './edition';
import { nameShare } from './title-share';
import { speaksOfMoney, tellsWherePublished } from './where-published';

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
  if (!before || wordCount(asked.text) > LONGEST_FOLLOW_UP) return {};
  const said = readShort(asked, rooms);
  const named = namesEntry(asked, rooms);
  if (named) return said.asksFact ? { ofShown: { entry: named, about: said.about, isOfYear: false } } : {};
  if (!said.isEmpty || isAskedAnew(asked, before, said, rooms)) return {};
  // "No, I meant for municipalities" asks for other calls, not whether this one is for them as well.
  const isAnew = asked.isCorrection && said.applicant !== undefined;
  return (isAnew ? undefined : ofShown(asked, before, said, rooms)) ?? questionBefore(asked, before, said, rooms);
}

export const wordCount = (text: string): number => text.split(/\s+/).length;

/** "Cooperatives in Portugal" is asked anew; "and cooperatives?", "may cooperatives?", and "associations" after calls go on. */
function isAskedAnew({ area, isCorrection }: Question, before: Before, { about, applicant }: Short, { asking }: FollowRooms): boolean {
  if (applicant === undefined || isCorrection || about.has('follow') || about.has('applicant')) return false;
  return area !== undefined || !speaksOfMoney(asking.read(before.question, [before.locale]).about);
}

/** Of a title's words: "regional programme Alentejo 2030" has two more. */
const BY_NAME = 0.5;

/** "And Alentejo 2030, who runs it?" names a programme, and goes on from nothing. A place alone names none. */
export function namesEntry({ text, locale, also = [] }: Question, { knowledge, asking, places }: FollowRooms): Entry | undefined {
  const { rest } = asking.readAlone(text, [locale, ...also]);
  if (isEmpty(places.cut(rest, locale), locale) || places.cut(rest, locale) === rest) return undefined;
  const stems = new Set(contentStems(rest, locale));
  return knowledge.entries.find((entry) => entry.kind !== 'call' && nameShare(entry, stems, locale) >= BY_NAME);
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

export interface Short {
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

export function readShort({ text, locale, also = [] }: Question, { knowledge, asking, places, applicants }: FollowRooms): Short {
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

export const isEmpty = (text: string, locale: Locale): boolean => contentStems(text, locale).length === 0;

function ofShown(asked: Question, before: Before, said: Short, rooms: FollowRooms): StoodAlone | undefined {
  const entry = before.shown === undefined || asked.without?.includes(before.shown) ? undefined : rooms.knowledge.findEntry(before.shown);
  // "And who may in Epirus?" is not asked of a call of Attica.
  const isHere = asked.area === undefined || entry?.areas.some((one) => areaServes(one, asked.area as AreaCode));
  const what = entry && isHere ? askedOfShown(asked, before, said, entry, rooms) : undefined;
  const area = asked.area ?? rooms.places.find(before.question, before.locale);
  return what && { ofShown: what, ...(area ? { area } : {}) };
}

function askedOfShown(asked: Question, before: Before, said: Short, entry: Entry, { asking }: FollowRooms): OfShown | undefined {
  const { about, applicant, asksFact, hasYear } = said;
  const isOfYear = hasYear && entry.kind === 'call';
  if (applicant !== undefined && listsApplicants(entry)) return { entry, about, isOfYear, applicant };
  if (isOfYear) return { entry, about, isOfYear };
  if (applicant !== undefined || hasYear) return undefined;
  if (asksFact) return { entry, about, isOfYear };
  // "And in Croatia?" after "how many members?" asks how many there.
  const facts = factsBefore(before, asking);
  const isOfPlace = servesRegion(entry, asked.area) || (isByCountry(entry, asked.area) && facts.length > 0);
  return isOfPlace ? { entry, about: new Set([...about, ...facts]), isOfYear } : undefined;
}

const listsApplicants = ({ kind, audience }: Entry): boolean =>
  kind === 'call' || ((kind === 'service' || kind === 'training') && audience.length > 0);

/** Facts asked since of what is shown, or else in the question before. */
export const factsBefore = ({ question, locale, about }: Before, asking: Asking): readonly AskedAbout[] => {
  if (about && about.length > 0) return about;
  const { about: asked } = asking.read(question, [locale]);
  const { about: alone } = asking.readAlone(question, [locale]);
  // "Who" and "where" ask for a fact only where they stand alone.
  return FACTS.filter((fact) => asked.has(fact) || (fact === 'members' && alone.has(fact)));
};

/** A guide to many countries tells for each what holds there. */
const isByCountry = ({ kind, areas }: Entry, area: AreaCode | undefined): boolean =>
  area !== undefined && kind === 'guide' && areas.includes('EU');

/** "And in Huesca?" after what is for Aragón; what is for a whole country or more says nothing of a place in it. */
const servesRegion = ({ areas }: Entry, area: AreaCode | undefined): boolean =>
  area !== undefined && areas.some((one) => one.length > 2 && areaServes(one, area));

/** The question before with another place, another applicant or another year; a fact that nothing on the screen can tell is added to it. */
function questionBefore(asked: Question, before: Before, said: Short, { knowledge, places, applicants }: FollowRooms): StoodAlone {
  const { text } = asked;
  const names = namesIn(asked, places);
  const who = whoIn(asked, said);
  if (names.length === 0 && who.length === 0 && !said.asksFact && !said.hasYear) return {};
  const question = instead(before, names, who, { places, applicants });
  const isHeld = question !== undefined && !said.asksFact && !said.hasYear;
  const elsewhere = names.length > 0 && before.question !== '' ? { isOfCalls: isOfCalls(before, knowledge) } : undefined;
  const joined = joinedTo(before, asked, isHeld ? question : `${question ?? before.question} ${text}`, places);
  return joined.text === undefined ? {} : { ...joined, ...(elsewhere && { elsewhere }) };
}

/** The question before and what was said, as one; its place is that of the new one where it names one. */
export function withQuestionBefore(asked: Question, before: Before, rooms: FollowRooms): StoodAlone {
  const question = instead(before, namesIn(asked, rooms.places), [], rooms) ?? before.question;
  return joinedTo(before, asked, `${question} ${asked.text}`, rooms.places);
}

function joinedTo(before: Before, asked: Question, text: string, places: PlaceFinder): StoodAlone {
  // Two words cannot be too long.
  if (lengthSpelt(text) > MAX_QUESTION) return {};
  const area = asked.area ?? places.find(text, before.locale);
  const also = [before.locale, ...(asked.also ?? [])].filter((one) => one !== asked.locale);
  return { text, ...(area && { area }), also };
}

const namesIn = ({ text, locale }: Question, places: PlaceFinder): readonly string[] =>
  places.find(text, locale) === undefined ? [] : places.said(text, locale);

const whoIn = ({ isCorrection }: Question, { applicant, about, who }: Short): readonly string[] =>
  applicant !== undefined && (isCorrection || about.has('follow') || !about.has('applicant')) ? who : [];

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
