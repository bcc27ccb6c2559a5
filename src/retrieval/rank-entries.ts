/** From scored passages to entries: an entry is worth its best passage, and a little more when another section of it speaks too. */
import type { Hit } from '../domain/passage';
import { Best } from './best';
import type { Corpus, EntryScope } from './corpus';
import type { Scores } from './scores';

/** Passages kept of an entry. */
const MOST_PASSAGES = 6;
/** Passages below this share of the best score are left out of the ranking: many in a large folder, and none of them an answer. */
const FLOOR = 0.1;

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
  /** What a text of an event is worth for the entries that help in it, as a share of its score. */
  readonly events: number;
}

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
  const byEntry = scoreByWords(found, weights);
  addNearness(byEntry, likeness, weights.vectors);
  const kept = new Best<Omit<RankedEntry, 'passages'>>(limit, (a, b) => a.score > b.score || (a.score === b.score && a.entry < b.entry));
  for (const [number, score] of byEntry) kept.offer({ number, score, entry: corpus.entries[number] ?? '' });
  return kept.all().map((ranked) => ({ ...ranked, passages: passagesOf(corpus, ranked.number, scores) }));
}

interface Standing {
  first: number;
  second: number;
  /** Of the first: translations of one section count as one. */
  section: number;
}

/** By entry number. */
function scoreByWords({ corpus, scores, entries }: Found, { secondSection, events }: EntryWeights): Map<number, number> {
  const standings = new Map<number, Standing>();
  const floor = FLOOR * scores.highest();
  for (const passage of scores.touched) {
    const score = scores.of(passage);
    if (score < floor) continue;
    const helping = corpus.helpingIn(passage);
    if (!helping) raise(standings, corpus.entryOf(passage), score, corpus.sectionOf(passage));
    else for (const entry of helping) if (entries?.open[entry] !== 0) raise(standings, entry, events * score, EVENT);
  }
  const sums = new Map<number, number>();
  for (const [entry, { first, second }] of standings) sums.set(entry, first + secondSection * second);
  return sums;
}

/** Stands for the section of an entry that an event is. */
const EVENT = -1;

function raise(standings: Map<number, Standing>, entry: number, score: number, section: number): void {
  const standing = standings.get(entry);
  if (!standing) standings.set(entry, { first: score, second: 0, section });
  else improve(standing, score, section);
}

function improve(standing: Standing, score: number, section: number): void {
  const isSame = section === standing.section;
  if (score > standing.first) {
    if (!isSame) standing.second = standing.first;
    standing.first = score;
    standing.section = section;
  } else if (!isSame && score > standing.second) standing.second = score;
}

/** The nearest adds a share of the best score, others as much less as they are farther. */
function addNearness(byEntry: Map<number, number>, likeness: ReadonlyMap<number, number>, share: number): void {
  let best = 0;
  for (const score of byEntry.values()) if (score > best) best = score;
  let nearest = 0;
  for (const cosine of likeness.values()) if (cosine > nearest) nearest = cosine;
  for (const [entry, cosine] of likeness)
    if (cosine > 0) byEntry.set(entry, (byEntry.get(entry) ?? 0) + (share * (best || 1) * cosine) / nearest);
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
