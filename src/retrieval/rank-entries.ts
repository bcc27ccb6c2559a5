/** From scored passages to entries: an entry is worth its best passage, and a little more when another section of it speaks too. */
import type { Hit } from '../domain/passage';
import { Best } from './best';
import type { Corpus, EntryScope } from './corpus';
import type { Scores } from './scores';
import { Standings } from './standings';
import type { Weights } from './weights';

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

type EntryWeights = Pick<Weights, 'secondSection' | 'vectors' | 'events'>;

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
  const standings = standingsByWords(found, weights);
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

/** Stands for the section of an entry that an event is. */
const EVENT = -1;

/** Made once and used again, as the scores are. */
const made = new WeakMap<Scores, Standings>();

function standingsFor(scores: Scores, size: number): Standings {
  const known = made.get(scores) ?? new Standings(size);
  made.set(scores, known);
  return known;
}

function standingsByWords({ corpus, scores, entries }: Found, { secondSection, events }: EntryWeights): Standings {
  const standings = standingsFor(scores, corpus.entries.length);
  standings.clear(secondSection);
  const floor = scores.floor();
  const { touched } = scores;
  for (let at = 0; at < touched.length; at++) {
    const text = touched[at] ?? 0;
    const score = scores.of(text);
    if (score < floor) continue;
    const helping = corpus.helpingIn(text);
    if (!helping) standings.raise(corpus.entryOf(text), score, corpus.sectionOf(text));
    else for (const entry of helping) if (entries?.open[entry] !== 0) standings.raise(entry, events * score, EVENT);
  }
  return standings;
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
  return hits.sort(bestFirst).slice(0, MOST_PASSAGES);
}

export const bestFirst = (a: Hit, b: Hit): number => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1);
