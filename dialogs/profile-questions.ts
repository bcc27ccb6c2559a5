/** The three questions that find funding: where, who, about what. Asked by find funding and, the first, by a referral. */
import type { AreaCode } from '../src/domain/area';
import { nutsOf } from '../src/domain/area';
import { isCall } from '../src/domain/entry';
import type { Locale } from '../src/domain/locale';
import { textIn } from '../src/domain/locale';
import type { Profile, ProfilePart } from '../src/domain/profile';
import type { Choice } from '../src/domain/reply';
import type { Turn } from './dialog';
import type { FormQuestion } from './form';

/** Buttons under one question: more would be a list to search, not a choice. */
const MAX_CHOICES = 9;
/** Kinds of applicant offered as buttons; every other kind can be typed. */
const COMMON_APPLICANTS = ['sme', 'social-enterprise', 'cooperative', 'association', 'municipality', 'founder', 'jobseeker'];

export function readArea(turn: Turn): AreaCode | undefined {
  return firstIn(turn, (locale) => turn.rooms.places.find(turn.said, locale));
}

export function readApplicant(turn: Turn): string | undefined {
  return firstIn(turn, (locale) => turn.rooms.applicants.find(turn.said, locale)[0]);
}

export function readTopic(turn: Turn): string | undefined {
  return firstIn(turn, (locale) => turn.rooms.topics.find(turn.said, locale)[0]);
}

function firstIn<T>(turn: Turn, read: (locale: Locale) => T | undefined): T | undefined {
  for (const locale of turn.saidIn) {
    const found = read(locale);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What an utterance tells of a profile, without being asked. */
export function profileIn(turn: Turn, parts: readonly ProfilePart[]): Profile {
  const readers: Record<ProfilePart, (turn: Turn) => string | undefined> = { area: readArea, applicant: readApplicant, topic: readTopic };
  const found = parts.flatMap((part) => {
    const value = readers[part](turn);
    return value === undefined ? [] : [[part, value] as const];
  });
  return Object.fromEntries(found);
}

export const areaQuestion = <A extends Profile>(): FormQuestion<A> => ({
  name: 'area',
  canSkip: true,
  why: 'dialogs:profile.why-area',
  notUnderstood: 'dialogs:profile.unknown-area',
  read: (_, turn) => readArea(turn) as A[keyof A] | undefined,
  ask: (_, { speech, rooms }) => {
    const choices = mostCommon(rooms.knowledge.entries.filter(isCall).map((call) => nutsOf(call.country)))
      .flatMap((code) => named(rooms.knowledge.vocabularies.areas.get(code)?.name, speech.locale))
      .slice(0, MAX_CHOICES)
      .sort((a, b) => a.title.localeCompare(b.title, speech.locale));
    return {
      text: speech.say('dialogs:profile.ask-area'),
      locale: speech.locale,
      asks: 'area',
      choices: [...choices, skipChoice(speech)],
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
      choices: [...choices, skipChoice(speech)],
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
      choices: [...choices, skipChoice(speech)],
    };
  },
});

export const skipChoice = (speech: Turn['speech']): Choice => ({ title: speech.say('common:skip'), say: speech.say('common:skip') });

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
