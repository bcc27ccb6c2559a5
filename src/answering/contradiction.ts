/** Two calls that are one and the same, of which the folder tells different facts: nobody here knows which holds, so both are shown. */
import type { Amount, CallEntry, Entry } from '../domain/entry';
import { LOCALES, type Locale } from '../domain/locale';
import type { AskedAbout } from '../language/asking';
import { contentStems } from '../retrieval/glossary';
import { jaccard } from './title-share';

/** Of the words of two titles, how many must be in both; their figures must all be. */
const SAME_TITLE = 0.8;
/** "About" so much may differ by this share and still be the same sum. */
const ABOUT = 0.1;

/** The first of `others` that is the same call as `entry` and tells what is asked, or anything when nothing is, otherwise. */
export function findContradiction(entry: Entry, others: readonly Entry[], asked: ReadonlySet<AskedAbout>): CallEntry | undefined {
  if (entry.kind !== 'call') return undefined;
  return others.find((other): other is CallEntry => other.kind === 'call' && isSameCall(entry, other) && differ(entry, other, asked));
}

function isSameCall(one: CallEntry, other: CallEntry): boolean {
  if (!one.areas.every((area) => other.areas.includes(area)) || one.areas.length !== other.areas.length) return false;
  const { reference } = one.call;
  if (reference !== undefined && other.call.reference !== undefined) return reference === other.call.reference;
  return (
    isSameYear(one, other) &&
    LOCALES.some((locale) => {
      const [title, its] = [one.title[locale], other.title[locale]];
      return title !== undefined && its !== undefined && figuresOf(title) === figuresOf(its) && share(title, its, locale) >= SAME_TITLE;
    })
  );
}

/** The next round of a call has other dates, and often the same title. */
function isSameYear({ call: one }: CallEntry, { call: other }: CallEntry): boolean {
  const [its, also] = one.opens && other.opens ? [one.opens, other.opens] : [one.closes, other.closes];
  return its === undefined || also === undefined || its.slice(0, 4) === also.slice(0, 4);
}

/** Rounds and years tell calls apart. */
const figuresOf = (title: string): string => (title.match(/\d+|\b[IVX]+\b/g) ?? []).sort().join(' ');

const share = (title: string, its: string, locale: Locale): number =>
  jaccard(new Set(contentStems(title, locale)), new Set(contentStems(its, locale)));

function differ({ call: one }: CallEntry, { call: other }: CallEntry, asked: ReadonlySet<AskedAbout>): boolean {
  const isAsked = { deadline: asked.has('deadline'), amount: asked.has('amount') || asked.has('rate') || asked.has('each') };
  const isAny = !isAsked.deadline && !isAsked.amount;
  const dates = daysDiffer(one.opens, other.opens) || daysDiffer(one.closes, other.closes) || hoursDiffer(one.closesAt, other.closesAt);
  const money = sumsDiffer(one.amounts, other.amounts) || ratesDiffer(one.supportRate, other.supportRate);
  return ((isAsked.deadline || isAny) && dates) || ((isAsked.amount || isAny) && money);
}

/** "2026-05" and "2026-05-03" agree. */
const daysDiffer = (one = '', other = ''): boolean => !one.startsWith(other) && !other.startsWith(one);
const hoursDiffer = (one?: string, other?: string): boolean => one !== undefined && other !== undefined && one !== other;

const sumsDiffer = (some: readonly Amount[], others: readonly Amount[]): boolean =>
  some.some((one) => {
    const same = others.filter(({ what, currency }) => what === one.what && currency === one.currency);
    return same.length > 0 && !same.some((other) => isSum(one.min, other.min, one, other) && isSum(one.max, other.max, one, other));
  });

function isSum(one: number | undefined, other: number | undefined, ...of: readonly Amount[]): boolean {
  if (one === undefined || other === undefined) return true;
  return Math.abs(one - other) <= (of.some(({ about }) => about) ? ABOUT * Math.max(one, other) : 0);
}

type Rate = { readonly min?: number | undefined; readonly max: number };
const ratesDiffer = (one?: Rate, other?: Rate): boolean => one !== undefined && other !== undefined && one.max !== other.max;
