/** Questions that found nothing, those about the same thing together, across languages as far as the glossary reaches. */
import type { Day } from '../../domain/day';
import type { Locale } from '../../domain/locale';
import type { Miss } from '../../domain/miss';
import type { Outcome } from '../../domain/outcome';
import type { Vocabularies } from '../../domain/vocabulary';
import { conceptsOf, Glossary, readGlossary } from '../../retrieval/glossary';
import { featuresOf } from './question-features';

export interface MissGroup {
  /** How often it was asked. */
  readonly count: number;
  readonly first: Day;
  readonly last: Day;
  readonly locales: Partial<Readonly<Record<Locale, number>>>;
  readonly outcomes: Partial<Readonly<Record<Outcome, number>>>;
  /** Most asked first, masked, each as it was written. */
  readonly examples: readonly string[];
}

/** Two questions are about the same when they share so much of what they say together; rare words weigh more. Looked at on the 660 questions of test/eval. */
const SAME_FROM = 0.4;
const EXAMPLES = 3;
/** The newest; more do not make a better list. */
const MOST_MISSES = 20_000;

/** What a question is about, and everybody who asked exactly that. */
interface Bucket {
  readonly features: ReadonlySet<string>;
  readonly misses: Miss[];
}

/** Most asked first, then the latest. */
export function groupMisses(misses: readonly Miss[], vocabularies: Vocabularies): MissGroup[] {
  const glossary = new Glossary(readGlossary(conceptsOf(vocabularies)));
  const buckets = bucketsOf(misses.slice(-MOST_MISSES), glossary);
  const weights = weightsOf(buckets);
  const groups: Bucket[][] = [];
  const byFeature = new Map<string, Bucket[][]>();
  for (const bucket of buckets) {
    const near = new Set(tellingFeatures(bucket, weights).flatMap((feature) => byFeature.get(feature) ?? []));
    const [best] = [...near].map((group) => ({ group, alike: likeness(bucket, group, weights) })).sort((a, b) => b.alike - a.alike);
    if (best && best.alike >= SAME_FROM) best.group.push(bucket);
    else {
      const group = [bucket];
      groups.push(group);
      for (const feature of bucket.features) byFeature.set(feature, [...(byFeature.get(feature) ?? []), group]);
    }
  }
  return groups.map(tellGroup).sort((a, b) => b.count - a.count || (a.last < b.last ? 1 : -1));
}

/** Most asked first: they lead the groups. */
function bucketsOf(misses: readonly Miss[], glossary: Glossary): Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const miss of misses) {
    const features = featuresOf(miss, glossary);
    const key = features.size > 0 ? [...features].sort().join(' ') : miss.question;
    const bucket = buckets.get(key) ?? { features, misses: [] };
    bucket.misses.push(miss);
    buckets.set(key, bucket);
  }
  return [...buckets.values()].sort((a, b) => b.misses.length - a.misses.length);
}

function weightsOf(buckets: readonly Bucket[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of buckets) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Map([...counts].map(([feature, count]) => [feature, Math.log(1 + buckets.length / count)]));
}

/** The rarest features: a group that has none of these cannot be alike, for all others together weigh too little. */
function tellingFeatures({ features }: Bucket, weights: ReadonlyMap<string, number>): string[] {
  const sorted = [...features].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  let left = sorted.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);
  const enough = SAME_FROM * left;
  return sorted.filter((feature) => {
    const isTelling = left >= enough;
    left -= weights.get(feature) ?? 0;
    return isTelling;
  });
}

/** Weight of what the question shares with the group's first one, of all that the two say: 0 to 1. */
function likeness(bucket: Bucket, [leader]: readonly Bucket[], weights: ReadonlyMap<string, number>): number {
  if (!leader) return 0;
  const sum = (features: Iterable<string>) => [...features].reduce((total, feature) => total + (weights.get(feature) ?? 0), 0);
  const shared = sum([...bucket.features].filter((feature) => leader.features.has(feature)));
  return shared / (sum(bucket.features) + sum(leader.features) - shared);
}

function tellGroup(group: readonly Bucket[]): MissGroup {
  const misses = group.flatMap((bucket) => bucket.misses);
  const order = misses.map(({ day }) => day).sort();
  return {
    count: misses.length,
    first: order[0] ?? '',
    last: order.at(-1) ?? '',
    locales: tally(misses.map(({ locale }) => locale)),
    outcomes: tally(misses.map(({ outcome }) => outcome)),
    examples: Object.keys(tally(misses.map(({ question }) => question))).slice(0, EXAMPLES),
  };
}

/** How often each stands there, the most frequent first. */
function tally<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a)) as Partial<Record<T, number>>;
}
