/** Which calls are rounds of one: of one area, under much the same headline. */
import type { CallEntry } from '../domain/entry';
import type { Locale } from '../domain/locale';
import { contentStems } from '../retrieval/glossary';
import { jaccard } from './title-share';

/** Titles that have so much in common, of one area, are of rounds of one call. */
const SISTERS = 0.15;
export const isRoundOf = (call: CallEntry, other: CallEntry): boolean =>
  call.areas.some((area) => other.areas.includes(area)) &&
  jaccard(titleStems(call, call.locale), titleStems(other, call.locale)) >= SISTERS;

/** Years and numbers of a round are what differs. */
export const titleStems = ({ title }: CallEntry, locale: Locale): ReadonlySet<string> =>
  new Set(contentStems((title[locale] ?? '').replace(/\p{N}+/gu, ' '), locale));
