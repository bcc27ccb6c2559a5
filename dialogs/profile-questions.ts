/** The three questions that find funding: where, who, about what. Asked by find funding and, the first, by a referral. */
import type { AreaCode } from '../src/domain/area';
import { countryOf, HOMES, nutsOf } from '../src/domain/area';
import { isCall } from '../src/domain/entry';
import type { Locale } from '../src/domain/locale';
import { textIn } from '../src/domain/locale';
import type { Profile, ProfilePart } from '../src/domain/profile';
import type { Choice } from '../src/domain/reply';
import { contentStems } from '../src/retrieval/glossary';
import { offerChoices } from './choices';
import type { Turn } from './dialog';
import type { FormQuestion } from './form';

/** Buttons under one question: more would be a list to search, not a choice. */
const MAX_CHOICES = 9;
/** Kinds of applicant offered as buttons; every other kind can be typed. */
const COMMON_APPLICANTS = ['sme', 'social-enterprise', 'cooperative', 'association', 'municipality', 'founder', 'jobseeker'];

export function readArea(turn: Turn): AreaCode | undefined {
  return firstIn(turn, (locale) => turn.rooms.places.find(turn.said, locale));
}

function readApplicant(turn: Turn): string | undefined {
  return firstIn(turn, (locale) => turn.rooms.applicants.find(besidePlaces(turn, locale), locale)[0]);
}

export function readTopic(turn: Turn): string | undefined {
  return firstIn(turn, (locale) => turn.rooms.topics.find(besidePlaces(turn, locale), locale)[0]);
}

/** Rome is no "Roma people". */
const besidePlaces = ({ said, rooms }: Turn, locale: Locale): string => rooms.places.cut(said, locale);

function firstIn<T>(turn: Turn, read: (locale: Locale) => T | undefined): T | undefined {
  for (const locale of turn.saidIn) {
    const found = read(locale);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What an utterance tells of a profile, without being asked. What one part was read from is not read as another: "we are a cooperative"
 * does not say that it is about cooperatives. The part that was asked for is read first.
 */
export function profileIn(turn: Turn, parts: readonly ProfilePart[], asked?: ProfilePart): Profile {
  const readers: Record<ProfilePart, (turn: Turn) => string | undefined> = { area: readArea, applicant: readApplicant, topic: readTopic };
  const found: Profile = {};
  let { said } = turn;
  for (const part of [...parts].sort((a, b) => Number(b === asked) - Number(a === asked))) {
    const value = readers[part]({ ...turn, said });
    if (value === undefined) continue;
    found[part] = value;
    if (part !== 'area') said = cutTerms(said, part, turn);
  }
  return found;
}

const cutTerms = (said: string, part: 'applicant' | 'topic', { rooms, saidIn }: Turn): string =>
  saidIn.reduce((left, locale) => rooms[part === 'applicant' ? 'applicants' : 'topics'].cut(left, locale), said);

/** "No, in Zaragoza", "and for associations?": nothing is said but where, who and what about. */
export function isOnlyProfile(turn: Turn): boolean {
  const left = turn.saidIn.reduce((said, locale) => turn.rooms.places.cut(said, locale), turn.said);
  const rest = cutTerms(cutTerms(left, 'applicant', turn), 'topic', turn);
  return rest !== turn.said && turn.saidIn.some((locale) => contentStems(rest, locale).length === 0);
}

export const areaQuestion = <A extends Profile>(): FormQuestion<A> => ({
  name: 'area',
  canSkip: true,
  why: 'dialogs:profile.why-area',
  notUnderstood: 'dialogs:profile.unknown-area',
  read: (_, turn) => readArea(turn) as A[keyof A] | undefined,
  ask: (_, turn) => {
    const { speech, rooms } = turn;
    const near = countriesNear(turn);
    const common = mostCommon(rooms.knowledge.entries.filter(isCall).map((call) => nutsOf(call.country)));
    const nameOf = (code: AreaCode) => named(rooms.knowledge.vocabularies.areas.get(code)?.name, speech.locale);
    const first = near.flatMap(nameOf);
    const rest = common
      .filter((code) => nameOf(code).length > 0)
      .slice(0, MAX_CHOICES)
      .filter((code) => !near.includes(code))
      .flatMap(nameOf)
      .sort((a, b) => a.title.localeCompare(b.title, speech.locale));
    return {
      text: speech.say('dialogs:profile.ask-area'),
      locale: speech.locale,
      asks: 'area',
      choices: [...first, ...rest, ...waysOut(speech)],
    };
  },
});

export const applicantQuestion = <A extends Profile>(): FormQuestion<A> => ({
  name: 'applicant',
  canSkip: true,
  why: 'dialogs:profile.why-applicant',
  notUnderstood: 'dialogs:profile.unknown-applicant',
  read: (_, turn) => readApplicant(turn) as A[keyof A] | undefined,
  ask: (_, { speech, rooms }) => {
    const choices = COMMON_APPLICANTS.flatMap((id) => named(rooms.knowledge.vocabularies.applicants.get(id)?.name, speech.locale));
    return {
      text: speech.say('dialogs:profile.ask-applicant'),
      locale: speech.locale,
      asks: 'applicant',
      choices: [...choices, ...waysOut(speech)],
    };
  },
});

export const topicQuestion = <A extends Profile>(): FormQuestion<A> => ({
  name: 'topic',
  canSkip: true,
  why: 'dialogs:profile.why-topic',
  notUnderstood: 'dialogs:profile.unknown-topic',
  read: (_, turn) => readTopic(turn) as A[keyof A] | undefined,
  ask: (_, { speech, rooms }) => {
    const choices = mostCommon(rooms.knowledge.entries.filter(isCall).flatMap((call) => call.topics))
      .flatMap((id) => named(rooms.knowledge.vocabularies.topics.get(id)?.name, speech.locale))
      .slice(0, MAX_CHOICES - 1);
    return {
      text: speech.say('dialogs:profile.ask-topic'),
      locale: speech.locale,
      asks: 'topic',
      choices: [...choices, ...waysOut(speech)],
    };
  },
});

export const skipChoice = (speech: Turn['speech']): Choice => ({ title: speech.say('common:skip'), say: speech.say('common:skip') });

/** Nobody has to answer, and nobody has to stay. */
const waysOut = (speech: Turn['speech']): Choice[] => [skipChoice(speech), ...offerChoices(speech, ['stop'])];

/** Countries somebody is likely to be in: that of the site, then those where the language is spoken. */
function countriesNear({ rooms, conversation, speech }: Turn): AreaCode[] {
  const area = rooms.knowledge.findSite(conversation.site)?.site.area;
  const here = area === undefined ? undefined : countryOf(area);
  return [...new Set([...(here ? [here] : []), ...HOMES[speech.locale]])];
}

function named(name: Parameters<typeof textIn>[0] | undefined, locale: Locale): Choice[] {
  if (!name) return [];
  const { text } = textIn(name, locale);
  return [{ title: text.charAt(0).toUpperCase() + text.slice(1), say: text }];
}

/** By how often they stand in the list, most first. */
function mostCommon(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([id]) => id);
}

/** Parts of a profile by their names in the language of the conversation. */
export function namesOf(profile: Profile, parts: readonly ProfilePart[], { rooms, speech }: Turn): string[] {
  const { areas, applicants, topics } = rooms.knowledge.vocabularies;
  const words = { area: areas, applicant: applicants, topic: topics };
  return parts.flatMap((part) => {
    const id = profile[part];
    const name = id ? words[part].get(id)?.name : undefined;
    return id ? [name ? textIn(name, speech.locale).text : id] : [];
  });
}
