/** From scored passages to entries: an entry is worth its best passage, and a little more when another section of it speaks too. */
import type { Hit } from '../domain/passage';
import { type Corpus, sectionOf } from './corpus';

/** Passages kept of an entry. */
const MOST_PASSAGES = 6;

export interface RankedEntry {
  /** Number in the corpus. */
  readonly number: number;
  readonly entry: string;
  readonly score: number;
  /** Best first; empty when only its vector was near. */
  readonly passages: readonly Hit[];
}

export interface EntryWeights {
  /** What the second-best section adds, as a share of its score. */
  readonly secondSection: number;
  /** What the nearest vector adds, as a share of the best entry's score. */
  readonly vectors: number;
}

/** Best first, ties by id. `likeness` is the cosine by entry id, if vectors were asked. */
export function rankEntries(
  corpus: Corpus,
  scores: ReadonlyMap<number, number>,
  likeness: ReadonlyMap<string, number>,
  weights: EntryWeights,
  limit: number,
): RankedEntry[] {
  const byWords = scoreByWords(corpus, scores, weights);
  const best = Math.max(0, ...byWords.values()) || 1;
  const nearest = Math.max(0, ...likeness.values()) || 1;
  for (const [entry, id] of corpus.entries.entries()) {
    const near = Math.max(0, likeness.get(id) ?? 0) / nearest;
    if (near > 0) byWords.set(entry, (byWords.get(entry) ?? 0) + weights.vectors * best * near);
  }
  return [...byWords]
    .map(([number, score]) => ({ number, score, entry: corpus.entries[number] ?? '' }))
    .sort((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1))
    .slice(0, limit)
    .map((ranked) => ({ ...ranked, passages: passagesOf(corpus, ranked.number, scores) }));
}

function scoreByWords(corpus: Corpus, scores: ReadonlyMap<number, number>, { secondSection }: EntryWeights): Map<number, number> {
  const sections = new Map<number, Map<number, number>>();
  for (const [passage, score] of scores) {
    const one = corpus.passages[passage];
    if (!one) continue;
    const entry = corpus.entryOf(passage);
    const bySection = sections.get(entry) ?? new Map<number, number>();
    const section = sectionOf(one);
    bySection.set(section, Math.max(score, bySection.get(section) ?? 0));
    sections.set(entry, bySection);
  }
  return new Map(
    [...sections].map(([entry, bySection]) => {
      const [first = 0, second = 0] = [...bySection.values()].sort((a, b) => b - a);
      return [entry, first + secondSection * second];
    }),
  );
}

function passagesOf(corpus: Corpus, entry: number, scores: ReadonlyMap<number, number>): Hit[] {
  const hits = corpus.passagesOf(entry).flatMap((number): Hit[] => {
    const passage = corpus.passages[number];
    const score = scores.get(number);
    return passage && score !== undefined ? [{ passage, score }] : [];
  });
  return hits.sort(bestFirst).slice(0, MOST_PASSAGES);
}

export const bestFirst = (a: Hit, b: Hit): number => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1);
