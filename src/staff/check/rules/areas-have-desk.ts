import { areaServes } from '../../../domain/area';
import { isSite } from '../../../domain/entry';
import type { Rule } from '../rule';

export const areasHaveDesk: Rule = {
  id: 'areas-have-desk',
  severity: 'warning',
  must: 'Whoever an entry serves has a desk at some site.',
  why: 'People find help for their area, ask for a person, and reach a desk that is not for them.',
  fix: 'Add the area to a desk, or let the last desk of the site serve EU.',
  ok: [{ file: 'sites/example-site.md', replace: '      areas: [EU]', by: '      areas: [EU, ES523]' }],
  notOk: [{ file: 'sites/example-site.md', replace: '      areas: [EU]', by: '      areas: [ES523]' }],
  *find({ files }) {
    const sites = files.entries.filter(isSite);
    const [site] = sites;
    // A folder without any site takes no referrals.
    if (!site) return;
    const served = new Set(sites.flatMap((one) => one.site.desks.flatMap((desk) => desk.areas)));
    const lacking = new Map<string, string[]>();
    for (const entry of files.entries.filter((one) => one.kind !== 'site' && one.verified))
      for (const area of entry.areas)
        if (![...served].some((one) => areaServes(one, area))) lacking.set(area, [...(lacking.get(area) ?? []), entry.id]);
    for (const [area, ids] of [...lacking].sort())
      yield { file: site.file, path: ['site', 'desks'], what: `no desk of any site serves ${area}, which ${told(ids)} for` };
  },
};

const told = (ids: readonly string[]): string =>
  `${ids.slice(0, 2).join(' and ')}${ids.length > 2 ? ` and ${ids.length - 2} more` : ''} ${ids.length === 1 ? 'is' : 'are'}`;
