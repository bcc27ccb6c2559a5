/**
 * Which passage of an entry answers a question. The retriever says which entry does; its scores tell little of where, for the title that
 * all passages share holds most of what was asked.
 */
import type { Hit, Passage } from '../domain/passage';
import { isFirst, isHeadline, lastOf, type PassageWanted, stemsOf, worthOf } from './passage-worth';

/** Best first. */
export function rankPassages(pool: readonly Passage[], hits: readonly Hit[], wanted: PassageWanted): readonly Passage[] {
  const found = shareOfBest(hits);
  const isDefinition = wanted.isDefinition && !pool.some((passage) => isNamedBy(passage, pool, wanted));
  const asks = { ...wanted, isDefinition, introducing: isDefinition ? pool.find((passage) => namesAll(passage, wanted))?.id : undefined };
  const scored = pool.map((passage) => ({ passage, score: worthOf(passage, found(passage), asks) }));
  return scored.sort((a, b) => b.score - a.score).map(({ passage }) => passage);
}

/** What is told of a thing later takes for granted what was said where it came up first. */
function namesAll({ id, heading, text: told, locale }: Passage, { text, questionLocale }: PassageWanted): boolean {
  if (isHeadline(id) || locale !== questionLocale) return false;
  const said = stemsOf(`${heading} ${told}`, locale);
  return [...stemsOf(text, locale)].every((stem) => said.has(stem));
}

/** "Steps to found a cooperative" is as short as "what is a cooperative", and one section is headed "Which steps?". */
function isNamedBy({ id, heading, locale }: Passage, pool: readonly Passage[], { text, questionLocale }: PassageWanted): boolean {
  const first = pool.find((passage) => isFirst(passage));
  if (isHeadline(id) || !first || locale !== questionLocale) return false;
  const asked = stemsOf(text, locale);
  // A thing alone has no aspect.
  if (asked.size === 1) return false;
  const said = stemsOf(`${first.heading} ${first.text}`, locale);
  const named = stemsOf(lastOf(heading), locale);
  return [...asked].some((stem) => named.has(stem) && !said.has(stem));
}

/** Its score, or that of the same place in another language, as a share of the highest. */
function shareOfBest(hits: readonly Hit[]): (passage: Passage) => number {
  const places = new Map<string, number>();
  for (const { passage, score } of hits) places.set(placeOf(passage), Math.max(score, places.get(placeOf(passage)) ?? 0));
  const best = Math.max(...places.values(), Number.MIN_VALUE);
  return (passage) => (places.get(placeOf(passage)) ?? 0) / best;
}

/** Translations of a text have the same sections. */
const placeOf = ({ id }: Passage): string => id.replace(/\.[a-z]{2}$/, '');
