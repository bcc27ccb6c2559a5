/** How well an entry is: five parts, their sum from 0 to 100, and what is to be done. */
import { type Day, daysBetween } from '../../domain/day';
import type { Entry } from '../../domain/entry';
import { LOCALES } from '../../domain/locale';
import { plainText } from '../../knowledge/split-passages';
import { EASY_LIX, HARD_LIX, readabilityOf } from '../../language/readability';
import { addressesOf } from '../links/addresses';
import { type LinkHistory, type LinkState, stateOfLink } from '../links/history';
import { bodiesWanted, missingBodies } from './wanted-bodies';

export type PartName = 'freshness' | 'sources' | 'languages' | 'readability' | 'links';

/**
 * What each part weighs. Whether the facts are still true and where they come from is two thirds of what an enquirer relies on; our own
 * choice, not measured.
 */
export const WEIGHTS: Readonly<Record<PartName, number>> = { freshness: 40, sources: 25, languages: 15, readability: 10, links: 10 };
export const PARTS: readonly PartName[] = ['freshness', 'sources', 'languages', 'readability', 'links'];

export interface HealthPart {
  /** 0 to 1. Undefined when there is nothing to judge: a link that was never asked, a text too short to measure. */
  readonly share: number | undefined;
  /** In words for staff. */
  readonly why: string;
}

export interface Health {
  /** 0 to 100: points of the parts that could be judged, of those they could have. */
  readonly score: number;
  readonly parts: Readonly<Record<PartName, HealthPart>>;
  /** Days until review; negative when it is overdue. */
  readonly daysLeft: number;
  /** Addresses by state. */
  readonly links: Readonly<Record<LinkState, readonly string[]>>;
}

export function healthOf(entry: Entry, today: Day, history: LinkHistory): Health {
  const links = linkStates(entry, history);
  const parts = {
    freshness: freshness(entry, today),
    sources: sources(entry),
    languages: languages(entry),
    readability: readability(entry),
    links: linkPart(links),
  };
  return { score: scoreOf(parts), parts, daysLeft: daysBetween(today, entry.reviewBy), links };
}

function scoreOf(parts: Health['parts']): number {
  const judged = PARTS.flatMap((name) => {
    const { share } = parts[name];
    return share === undefined ? [] : [{ points: share * WEIGHTS[name], of: WEIGHTS[name] }];
  });
  const sum = (key: 'points' | 'of') => judged.reduce((total, part) => total + part[key], 0);
  return Math.round((100 * sum('points')) / sum('of'));
}

/** Full in the first half of the time between check and review, then falling to nothing on the review day. */
function freshness({ checked, reviewBy }: Entry, today: Day): HealthPart {
  const left = daysBetween(today, reviewBy);
  if (left < 0) return { share: 0, why: `review overdue by ${days(-left)}, since ${reviewBy}` };
  const whole = Math.max(1, daysBetween(checked, reviewBy));
  return { share: Math.min(1, (2 * left) / whole), why: `checked ${checked}, review by ${reviewBy}` };
}

export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** An address lets people look for themselves (three fifths), a date says how old it is. */
function sources({ sources: given }: Entry): HealthPart {
  const addressed = given.filter(({ url }) => url !== undefined).length;
  const dated = given.filter(({ date }) => date !== undefined).length;
  return {
    share: (0.6 * addressed + 0.4 * dated) / given.length,
    why: `${given.length} source${given.length === 1 ? '' : 's'}, ${addressed} with address, ${dated} with date`,
  };
}

/** Headlines in all eleven languages (half); the body in its own language and English, a guide's in all (half). */
function languages(entry: Entry): HealthPart {
  const headlines = LOCALES.filter((locale) => entry.title[locale] !== undefined && entry.summary[locale] !== undefined).length;
  const bodies = LOCALES.filter((locale) => entry.bodies[locale] !== undefined).length;
  const wanted = bodiesWanted(entry);
  const missing = missingBodies(entry);
  const half = wanted.length === 0 ? 1 : (wanted.length - missing.length) / wanted.length;
  return {
    share: headlines / LOCALES.length / 2 + half / 2,
    why: `headline in ${headlines}, body in ${bodies}${missing.length > 0 ? `, missing in ${missing.join(', ')}` : ''}`,
  };
}

/** The hardest body counts: its reader has no other one. */
function readability(entry: Entry): HealthPart {
  const measured = LOCALES.flatMap((locale) => {
    const body = entry.bodies[locale];
    const read = body === undefined ? undefined : readabilityOf(plainText(body.replace(/^#+\s+/gm, '')), locale);
    return read ? [{ locale, lix: read.lix }] : [];
  });
  const [hardest] = measured.sort((a, b) => b.lix - a.lix);
  if (!hardest) return { share: undefined, why: 'too short to measure' };
  const share = Math.min(1, Math.max(0, (HARD_LIX - hardest.lix) / (HARD_LIX - EASY_LIX)));
  return { share, why: `LIX ${hardest.lix}${measured.length > 1 ? `, hardest in ${hardest.locale}` : ''}` };
}

function linkStates(entry: Entry, { links }: LinkHistory): Health['links'] {
  const found: Record<LinkState, string[]> = { valid: [], gone: [], uncertain: [] };
  for (const address of addressesOf(entry).keys()) {
    const state = stateOfLink(links[address]);
    if (state) found[state].push(address);
  }
  return found;
}

function linkPart({ valid, gone, uncertain }: Health['links']): HealthPart {
  const asked = valid.length + gone.length + uncertain.length;
  if (asked === 0) return { share: undefined, why: 'never asked' };
  const others = [gone.length > 0 && `${gone.length} gone`, uncertain.length > 0 && `${uncertain.length} uncertain`].filter(Boolean);
  return { share: (valid.length + uncertain.length / 2) / asked, why: [`${valid.length} of ${asked} valid`, ...others].join(', ') };
}
