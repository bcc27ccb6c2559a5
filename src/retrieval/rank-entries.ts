/** From scored passages to entries: an entry is worth its best passage, and a little more when another section of it speaks too. */
import type { Hit } from '../domain/passage';
import { Best } from './best';
import type { Corpus, EntryScope } from './corpus';
import type { Scores } from './scores';
import { Standings } from './standings';
import type { Weights } from './weights';

export interface RankedEntry {
  /** Number in the corpus. */
  readonly number: number;
  readonly entry: string;
  readonly score: number;
  /** Best first; empty when only its vector was near. */
  readonly passages: readonly Hit[];
}

type EntryWeights = Pick<Weights, 'secondSection' | 'vectors' | 'said'>;

/** What was found. */
export interface Found {
  readonly corpus: Corpus;
  readonly scores: Scores;
  /** Cosine by entry number, if vectors were asked. */
  readonly likeness: ReadonlyMap<number, number>;
  /** Entries in scope; all when absent. */
  readonly entries?: EntryScope;
}

/** Best first, ties by id. */
export function rankEntries(found: Found, weights: EntryWeights, limit: number): RankedEntry[] {
  const { corpus, scores, likeness } = found;
  const standings = standingsByWords(found, weights, limit);
  addNearness(standings, likeness, weights.vectors);
  const kept = new Best<Omit<RankedEntry, 'passages'>>(limit, (a, b) => a.score > b.score || (a.score === b.score && a.entry < b.entry));
  let least = 0;
  for (const number of standings.entries) {
    const score = standings.worthOf(number);
    if (score < least) continue;
    kept.offer({ number, score, entry: corpus.entries[number] ?? '' });
    if (kept.isFull) least = kept.last?.score ?? least;
  }
  return kept.all().map((ranked) => ({ ...ranked, passages: passagesOf(corpus, ranked.number, scores) }));
}

/** Share of the best score: in most questions to a large folder thirty entries have more. */
const FIRST_TRY = 0.5;
/** From there upwards. */
const STEP = 1.1;

/** Stands for the section of an entry that people's own words are. */
const SAID = -1;

/** Made once and used again, as the scores are. */
const made = new WeakMap<Scores, Standings>();

function standingsFor(scores: Scores, size: number): Standings {
  const known = made.get(scores) ?? new Standings(size);
  made.set(scores, known);
  return known;
}

/**
 * Of all entries that may be among the best `limit`. In a large folder few of those that share words with a question: when so many are worth
 * `enough`, no other can be without a text that lifts it there.
 */
function standingsByWords(found: Found, weights: EntryWeights, limit: number): Standings {
  const { corpus, scores } = found;
  const standings = standingsFor(scores, corpus.entries.length);
  standings.clear(weights.secondSection);
  const { highest, floor } = scores;
  const lift = 1 + weights.secondSection;
  const wanted = Math.max(1, limit);
  let enough = FIRST_TRY * highest;
  for (let least = highest; least > floor; enough /= 2) {
    least = Math.max(floor, enough / (lift * Math.max(1, weights.said)));
    for (const text of scores.atLeast(least)) raiseAll(standings, text, found, weights);
    if (standings.countOf(enough) >= wanted) break;
  }
  while (enough > 0 && standings.countOf(enough * STEP) >= wanted) enough *= STEP;
  const candidates = standings.entries.filter((entry) => standings.firstOf(entry) * lift >= enough);
  raiseOthers(standings, [...candidates, ...found.likeness.keys()], found, weights);
  return standings;
}

/** The entry of a passage, or all that help who says this. */
function raiseAll(standings: Standings, text: number, { corpus, scores, entries }: Found, { said }: EntryWeights): void {
  const score = scores.of(text);
  const helping = corpus.helpingIn(text);
  if (!helping) standings.raise(corpus.entryOf(text), score, corpus.sectionOf(text));
  else for (const entry of helping) if (entries?.open[entry] !== 0) standings.raise(entry, said * score, SAID);
}

/** These entries by all their other texts. */
function raiseOthers(standings: Standings, entries: readonly number[], { corpus, scores }: Found, { said }: EntryWeights): void {
  const { floor } = scores;
  for (const entry of entries) {
    for (const passage of corpus.passagesOf(entry)) {
      const score = scores.of(passage);
      if (score >= floor) standings.raise(entry, score, corpus.sectionOf(passage));
    }
    for (const text of corpus.saidOf(entry)) {
      const score = scores.of(text);
      if (score >= floor) standings.raise(entry, said * score, SAID);
    }
  }
}

/** The nearest adds a share of the best score, others as much less as they are farther. */
function addNearness(standings: Standings, likeness: ReadonlyMap<number, number>, share: number): void {
  const best = standings.highest() || 1;
  let nearest = 0;
  for (const cosine of likeness.values()) if (cosine > nearest) nearest = cosine;
  for (const [entry, cosine] of likeness) if (cosine > 0) standings.add(entry, (share * best * cosine) / nearest);
}

function passagesOf(corpus: Corpus, entry: number, scores: Scores): Hit[] {
  const hits = corpus.passagesOf(entry).flatMap((number): Hit[] => {
    const passage = corpus.passages[number];
    const score = scores.of(number);
    return passage && score > 0 ? [{ passage, score }] : [];
  });
  return hits.sort(bestFirst);
}

export const bestFirst = (a: Hit, b: Hit): number => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1);
