/** Whom an entry serves, as far as its front matter says so. */
import type { Criterion } from './criterion';
import type { Entry } from './entry';
import { type Vocabularies, widenTerm } from './vocabulary';

/** Undefined when nothing is said of ages. */
export function servesAge(entry: Entry, age: number): boolean | undefined {
  const bounds = [...boundsOfHelped(entry), ...boundsOfApplicants(entry)];
  return bounds.length === 0 ? undefined : bounds.every(({ from = 0, to = Number.POSITIVE_INFINITY }) => from <= age && age <= to);
}

interface Bounds {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const boundsOfHelped = (entry: Entry): readonly Bounds[] => (entry.kind !== 'site' && entry.ages ? [entry.ages] : []);

const boundsOfApplicants = (entry: Entry): readonly Bounds[] =>
  criteriaAbout('age', entry).flatMap(({ operator, value }): Bounds[] => {
    if (typeof value !== 'number') return [];
    return operator === 'at-least' ? [{ from: value }] : operator === 'at-most' ? [{ to: value }] : [];
  });

/** Whether somebody of this kind, or of a narrower one, is among those it is for; true when nothing is said of that. */
export function serves(entry: Entry, kind: string, { applicants }: Pick<Vocabularies, 'applicants'>): boolean {
  const criteria = criteriaAbout('applicant', entry);
  const isKind = (id: string): boolean => widenTerm(applicants, id).includes(kind);
  if (criteria.some(({ operator, value }) => operator === 'none-of' && listed(value).includes(kind))) return false;
  const written = criteria.flatMap(({ operator, value }) => (operator === 'one-of' ? listed(value) : []));
  const named = written.length > 0 ? written : entry.audience;
  return named.length === 0 || named.some(isKind);
}

const criteriaAbout = (about: Criterion['about'], entry: Entry): readonly Criterion[] =>
  entry.kind === 'call' ? entry.call.criteria.filter((one) => one.about === about) : [];

const listed = (value: Criterion['value']): readonly string[] => (Array.isArray(value) ? value : []);
