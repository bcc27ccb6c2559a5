/** Puts first the kinds of entries that hold what is asked for: who asks until when means a call, who asks for a phone an office. */
import type { Kind } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import type { AskedAbout } from '../language/asking';
import type { EntryHit } from '../retrieval/retriever';

const HOLDERS: Partial<Record<AskedAbout, readonly Kind[]>> = {
  amount: ['call'],
  deadline: ['call'],
  applicant: ['call'],
  contact: ['service', 'organisation'],
};
/** Chosen on the tuning half of test/eval. */
const LIFT = 1.2;

/** Best first. */
export function preferKind(hits: readonly EntryHit[], knowledge: KnowledgeBase, asked: ReadonlySet<AskedAbout>): readonly EntryHit[] {
  const holders = new Set([...asked].flatMap((about) => HOLDERS[about] ?? []));
  if (holders.size === 0) return hits;
  const scored = hits.map((hit) => {
    const kind = knowledge.findEntry(hit.entry)?.kind;
    return kind && holders.has(kind) ? { ...hit, score: hit.score * LIFT } : hit;
  });
  return scored.sort((a, b) => b.score - a.score);
}
