/** Areas whose people had a desk that is theirs, and after the edit fall to the desk of last resort. */
import { type AreaCode, areaServes } from '../../domain/area';
import { isSite, type SiteEntry } from '../../domain/entry';
import type { Versions } from './open-folder';

export interface DeskLoss {
  readonly site: string;
  /** Widest areas left without a desk; `EU` stands for people who name no place. */
  readonly areas: readonly AreaCode[];
  /** Topics for which there is none now. */
  readonly topics: readonly string[];
  /** Topics for which there still is one; empty when there is none for anybody. */
  readonly kept: readonly string[];
}

export function compareDesks({ base, edited }: Versions): DeskLoss[] {
  const areas = [...new Set(['EU', ...base.vocabularies.areas.keys()])].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const topics = [...base.vocabularies.topics.keys()];
  return base.entries.filter(isSite).flatMap((was) => {
    const is = edited.findSite(was.id);
    // A site that is gone is told among the entries.
    if (!is || JSON.stringify(was.site.desks) === JSON.stringify(is.site.desks)) return [];
    const losses = new Map<string, { areas: AreaCode[]; topics: readonly string[]; kept: readonly string[] }>();
    for (const area of areas) {
      const lost = topics.filter((topic) => hasDesk(was, area, topic) && !hasDesk(is, area, topic));
      const kept = topics.filter((topic) => hasDesk(is, area, topic));
      if (lost.length === 0) continue;
      const key = `${lost} but ${kept}`;
      losses.set(key, { areas: [...(losses.get(key)?.areas ?? []), area], topics: lost, kept });
    }
    return [...losses.values()].map((loss) => ({ ...loss, site: was.id, areas: widest(loss.areas) }));
  });
}

/** The last desk takes whoever is left; that is no desk of theirs unless it says that it serves them. */
const hasDesk = ({ site }: SiteEntry, area: AreaCode, topic: string): boolean =>
  site.desks.some(({ areas, topics }) => areas.some((one) => areaServes(one, area)) && (topics.length === 0 || topics.includes(topic)));

/** Codes come widest first. */
function widest(codes: readonly AreaCode[]): AreaCode[] {
  const kept: AreaCode[] = [];
  for (const code of codes) if (code === 'EU' || !kept.some((one) => one !== 'EU' && areaServes(one, code))) kept.push(code);
  return kept;
}
