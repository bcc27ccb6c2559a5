/**
 * Puts first the entries that hold what is asked for: who asks until when means a call, who asks for a phone an office, and who asks where
 * calls are found none of them, but what tells where they are published.
 */
import type { Entry, Kind } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { AskedAbout } from '../language/asking';
import type { EntryHit } from '../retrieval/retriever';
import { tellsWherePublished } from './where-published';

/** Chosen on the tuning half of test/eval: what is only likely is lifted a little, what was named ("which calls") much. */
const LIKELY = 1.2;
const NAMED = 2;
/** Guides ask in their headings who helps; somebody who does is nearer. 1.2 and 1.3 put the same first in the tuning half. */
const FOR_HELP = 1.3;

const HOLDERS: Partial<Record<AskedAbout, { readonly kinds: readonly Kind[]; readonly lift: number }>> = {
  amount: { kinds: ['call'], lift: LIKELY },
  rate: { kinds: ['call'], lift: LIKELY },
  deadline: { kinds: ['call'], lift: LIKELY },
  applicant: { kinds: ['call'], lift: LIKELY },
  contact: { kinds: ['service', 'organisation'], lift: LIKELY },
  help: { kinds: ['service', 'organisation'], lift: FOR_HELP },
  calls: { kinds: ['call'], lift: NAMED },
  grants: { kinds: ['call'], lift: LIKELY },
  money: { kinds: ['call'], lift: LIKELY },
  courses: { kinds: ['training'], lift: NAMED },
};

const FOR_SOMEBODY: readonly AskedAbout[] = ['help', 'contact'];

/** For what tells where calls are published. 1, 1.3, 1.6: of the tuning half the first is right in 0.918, 0.918, 0.920; without this 0.915. */
const PUBLISHED_LIFT = 1.6;

/** Best first. */
export function preferKind(hits: readonly EntryHit[], knowledge: KnowledgeBase, asked: ReadonlySet<AskedAbout>): readonly EntryHit[] {
  const liftOf = asked.has('finding') && SPEAKS_OF_CALLS.some((about) => asked.has(about)) ? liftOfPublished : liftOfKind(asked);
  const scored = hits.map((hit) => {
    const entry = knowledge.findEntry(hit.entry);
    return { ...hit, score: hit.score * (entry ? liftOf(entry) : 1) };
  });
  return scored.sort((a, b) => b.score - a.score);
}

const SPEAKS_OF_CALLS: readonly AskedAbout[] = ['calls', 'grants'];

const liftOfPublished = (entry: Entry): number => (tellsWherePublished(entry) ? PUBLISHED_LIFT : 1);

function liftOfKind(asked: ReadonlySet<AskedAbout>): (entry: Entry) => number {
  // "Who advises on money, and by what phone" means an office, whatever it advises on.
  const isSubject = FOR_SOMEBODY.some((about) => asked.has(about));
  const wanted = [...asked].flatMap((about) => (isSubject && about === 'money' ? [] : (HOLDERS[about] ?? [])));
  return ({ kind }) => Math.max(1, ...wanted.filter(({ kinds }) => kinds.includes(kind)).map(({ lift }) => lift));
}
