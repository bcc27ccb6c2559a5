/** Puts first the kinds of entries that hold what is asked for: who asks until when means a call, who asks for a phone an office. */
import type { Kind } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { AskedAbout } from '../language/asking';
import type { EntryHit } from '../retrieval/retriever';

/** Chosen on the tuning half of test/eval: what is only likely is lifted a little, what was named ("which calls") much. */
const LIKELY = 1.2;
const NAMED = 2;

const HOLDERS: Partial<Record<AskedAbout, { readonly kinds: readonly Kind[]; readonly lift: number }>> = {
  amount: { kinds: ['call'], lift: LIKELY },
  deadline: { kinds: ['call'], lift: LIKELY },
  applicant: { kinds: ['call'], lift: LIKELY },
  contact: { kinds: ['service', 'organisation'], lift: LIKELY },
  help: { kinds: ['service', 'organisation'], lift: LIKELY },
  calls: { kinds: ['call'], lift: NAMED },
  grants: { kinds: ['call'], lift: LIKELY },
  courses: { kinds: ['training'], lift: NAMED },
};

/** Best first. */
export function preferKind(hits: readonly EntryHit[], knowledge: KnowledgeBase, asked: ReadonlySet<AskedAbout>): readonly EntryHit[] {
  const wanted = [...asked].flatMap((about) => HOLDERS[about] ?? []);
  if (wanted.length === 0) return hits;
  const scored = hits.map((hit) => {
    const kind = knowledge.findEntry(hit.entry)?.kind;
    const lift = Math.max(1, ...wanted.filter(({ kinds }) => kind !== undefined && kinds.includes(kind)).map((one) => one.lift));
    return { ...hit, score: hit.score * lift };
  });
  return scored.sort((a, b) => b.score - a.score);
}
