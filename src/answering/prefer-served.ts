/**
 * Puts behind what is for others than those it is asked for: other ages, organisations where somebody asks for themselves, people without
 * work where somebody wants to hire. Only what the front matter of an entry says counts.
 */
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { serves, servesAge } from '../domain/served';
import type { AskedAbout } from '../language/asking';
import type { EntryHit } from '../retrieval/retriever';

/** Of `knowledge/vocabularies/events.yaml`: what happens to somebody who gives work. */
const HIRING: readonly string[] = ['hiring-someone-far-from-work', 'hiring-young-people', 'hiring-disabled-people'];

const ASIDE = 0.5;
const A_LITTLE_ASIDE = 0.75;
const LIFT = 1.2;
/** Where hiring is not the first event that an entry names: the surest stands first. */
const ALSO = 1.1;

export interface AskedFor {
  readonly asked: ReadonlySet<AskedAbout>;
  /** Years. */
  readonly age?: number | undefined;
}

/** Best first. */
export function preferServed(hits: readonly EntryHit[], knowledge: KnowledgeBase, askedFor: AskedFor): readonly EntryHit[] {
  const scored = hits.map((hit) => {
    const entry = knowledge.findEntry(hit.entry);
    return entry ? { ...hit, score: hit.score * claimOf(entry, knowledge, askedFor) } : hit;
  });
  return scored.sort((a, b) => b.score - a.score);
}

function claimOf(entry: Entry, { vocabularies }: KnowledgeBase, { asked, age }: AskedFor): number {
  const isOfAge = age === undefined ? undefined : servesAge(entry, age);
  if (isOfAge === false) return ASIDE;
  const isHiring = asked.has('hiring');
  if (isHiring && !serves(entry, 'employer', vocabularies)) return ASIDE;
  const isForOneself = !isHiring && asked.has('oneself');
  // A call is for those who may apply; a guide to hiring aids tells somebody without work at least what to show to an employer.
  if (isForOneself && entry.kind === 'call' && !serves(entry, 'person', vocabularies)) return ASIDE;
  if (isForOneself && HIRING.includes(entry.events[0] ?? '')) return A_LITTLE_ASIDE;
  return (isOfAge ? LIFT : 1) * (isHiring ? liftForHiring(entry) : 1);
}

function liftForHiring({ events }: Entry): number {
  const at = events.findIndex((event) => HIRING.includes(event));
  return at < 0 ? 1 : at === 0 ? LIFT : ALSO;
}
