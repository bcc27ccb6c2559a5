/** Entries and words with the least that makes them real; a test names only what it is about. */
import type { z } from 'zod';
import { Criterion } from '../../src/domain/criterion';
import { type CallEntry, CallFacts, type Entry, FrontMatter } from '../../src/domain/entry';
import { Term, type Vocabularies } from '../../src/domain/vocabulary';

type Given<K> = Partial<Extract<z.input<typeof FrontMatter>, { kind: K }>>;

const SHARED = {
  locale: 'en',
  country: 'EU',
  areas: ['EU'],
  title: { en: 'A title' },
  summary: { en: 'A summary.' },
  topics: ['employment'],
  sources: [{ title: 'A source' }],
  checked: '2026-11-21',
  reviewBy: '2027-11-21',
  verified: true,
} as const;

export const callFacts = (given: z.input<typeof CallFacts> = {}): CallFacts => CallFacts.parse(given);

export const criterion = (given: Partial<z.input<typeof Criterion>>): Criterion =>
  Criterion.parse({ id: 'one', about: 'other', operator: 'needs-a-person', quote: 'literal words', ...given });

export function callEntry(given: Given<'call'> = {}, bodies: Entry['bodies'] = {}): CallEntry {
  const facts = FrontMatter.parse({ ...SHARED, id: 'a-call', kind: 'call', call: {}, ...given });
  if (facts.kind !== 'call') throw new TypeError('this is no call');
  return { ...facts, bodies, file: `calls/${facts.id}.md` };
}

export function guideEntry(given: Given<'guide'> = {}, bodies: Entry['bodies'] = {}): Entry {
  const facts = FrontMatter.parse({ ...SHARED, id: 'a-guide', kind: 'guide', ...given });
  return { ...facts, bodies, file: `guides/${facts.id}.md` };
}

const termsOf = (terms: readonly z.input<typeof Term>[]): ReadonlyMap<string, Term> =>
  new Map(terms.map((term) => [term.id, Term.parse(term)]));

/** Three areas, a few kinds of applicant that widen into one another, two topics. */
export const SMALL_VOCABULARIES: Vocabularies = {
  areas: new Map(
    [
      { code: 'ES', name: { en: 'Spain', es: 'España' }, also: [] },
      { code: 'ES523', name: { en: 'Valencia', es: 'Valencia/València' }, also: [] },
      { code: 'EL514', name: { en: 'Drama', el: 'Δράμα' }, also: [] },
    ].map((area) => [area.code, area]),
  ),
  applicants: termsOf([
    { id: 'company', name: { en: 'a company', es: 'una empresa' } },
    { id: 'social-enterprise', name: { en: 'a social enterprise', es: 'una empresa social' }, is: ['company'] },
    { id: 'cooperative', name: { en: 'a cooperative', es: 'una cooperativa' }, is: ['social-enterprise'], said: { en: ['coop'] } },
    { id: 'municipality', name: { en: 'a municipality', es: 'un ayuntamiento' } },
  ]),
  topics: termsOf([
    { id: 'employment', name: { en: 'jobs', es: 'empleo' } },
    { id: 'youth-employment', name: { en: 'jobs for young people', es: 'empleo juvenil' }, is: ['employment'] },
    { id: 'care', name: { en: 'care', es: 'cuidados' } },
  ]),
  objectives: new Map(),
  events: new Map(),
  skills: new Map(),
  concepts: [],
};
