/** Of Kosovo an entry for the Union tells nothing, unless it says so. */
import { type AreaCode, areaServes, countryOf, isOutsideEu } from '../domain/area';
import type { Entry } from '../domain/entry';
import type { KnowledgeBase } from '../domain/knowledge-base';
import { fold } from '../language/fold';
import type { Wanted } from './find-hits';

/**
 * The place outside of the Union that was asked for, when the entry is for the Union and neither its areas nor its texts name it. Undefined
 * for somebody at home in the Union: who asks there of people from Albania asks for what is here.
 */
export function placeOutside(entry: Entry, { question, named }: Wanted, knowledge: KnowledgeBase): AreaCode | undefined {
  const [place] = named;
  const isAtHomeInEu = question.homeArea !== undefined && !isOutsideEu(question.homeArea);
  if (!place || isAtHomeInEu || !named.every(isOutsideEu) || !entry.areas.includes('EU')) return undefined;
  const isNear = (one: AreaCode): boolean => named.some((other) => areaServes(one, other) || areaServes(other, one));
  return entry.areas.some((one) => one !== 'EU' && isNear(one)) || isTold(entry, place, knowledge) ? undefined : place;
}

function isTold({ summary, bodies }: Entry, place: AreaCode, { vocabularies }: KnowledgeBase): boolean {
  const names = Object.values(vocabularies.areas.get(countryOf(place) ?? '')?.name ?? {}).map(fold);
  const texts = [...Object.values(summary), ...Object.values(bodies)].map(fold);
  return texts.some((text) => names.some((name) => text.includes(name)));
}
