/** Which desk of a site serves an enquirer best, and why. */
import { type AreaCode, areaServes, narrowness } from '../domain/area';
import type { Desk } from '../domain/desk';
import type { SiteFacts } from '../domain/entry';
import type { Locale } from '../domain/locale';

export interface Wish {
  readonly area?: AreaCode | null | undefined;
  /** What it is about; one of them is enough for a desk. */
  readonly topics?: readonly string[];
  readonly locale: Locale;
}

export type Reason = 'area' | 'topic' | 'language';

export interface DeskChoice {
  readonly desk: Desk;
  /** What spoke for it; empty for the desk of last resort. */
  readonly because: readonly Reason[];
}

/** Area weighs most, then topic, then language; the first of equals wins. A desk for another area is never chosen over the last one. */
export function chooseDesk(site: SiteFacts, wish: Wish): DeskChoice {
  let best: { desk: Desk; score: number } | undefined;
  for (const desk of site.desks) {
    const score = scoreOf(desk, wish);
    if (score > 0 && (!best || score > best.score)) best = { desk, score };
  }
  const desk = best?.desk ?? site.desks.at(-1);
  if (!desk) throw new RangeError('a site has at least one desk');
  return { desk, because: best ? reasonsFor(desk, wish) : [] };
}

function scoreOf(desk: Desk, wish: Wish): number {
  const serving = servingAreas(desk, wish.area);
  if (serving.length === 0) return 0;
  const isOnTopic = isAbout(desk, wish);
  // A desk for some topics is not for somebody who named another one, or none.
  if (desk.topics.length > 0 && !isOnTopic) return 0;
  const nearest = Math.max(...serving.map(narrowness));
  return 1 + nearest * 10 + (isOnTopic ? 5 : 0) + (desk.languages.includes(wish.locale) ? 3 : 0);
}

const isAbout = (desk: Desk, { topics = [] }: Wish): boolean => topics.some((topic) => desk.topics.includes(topic));

/** Without an area only desks that serve all of Europe are sure to be right. */
const servingAreas = (desk: Desk, area: AreaCode | null | undefined): AreaCode[] =>
  desk.areas.filter((one) => (area ? areaServes(one, area) : one === 'EU'));

function reasonsFor(desk: Desk, wish: Wish): Reason[] {
  const reasons: Reason[] = [];
  if (wish.area && servingAreas(desk, wish.area).some((one) => one !== 'EU')) reasons.push('area');
  if (isAbout(desk, wish)) reasons.push('topic');
  if (desk.languages.includes(wish.locale)) reasons.push('language');
  return reasons;
}
