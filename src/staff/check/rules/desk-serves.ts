import { areaServes } from '../../../domain/area';
import type { Desk } from '../../../domain/desk';
import { isSite, type SiteFacts } from '../../../domain/entry';
import { LOCALES } from '../../../domain/locale';
import { chooseDesk } from '../../../referral/choose-desk';
import type { Rule } from '../rule';

/** NUTS keeps codes with a last Z for parts of a country where nobody lives, such as embassies. */
const isInhabited = (area: string): boolean => !/^.{2}.*Z$/.test(area);

export const deskServes: Rule = {
  id: 'desk-serves',
  severity: 'warning',
  must: 'Each desk of a site is the right one for somebody.',
  why: 'A desk that another one stands in front of, or that serves an area where nobody lives, waits for referrals that never come.',
  fix: 'Give the desk areas, topics or languages of its own, or remove it. Of equals, the first one gets the referral.',
  ok: [
    {
      file: 'sites/example-site.md',
      replace: '    - id: info\n',
      by: '    - { id: valencia, name: { en: "Valencia (example)" }, areas: [ES523], languages: [es], email: valencia@desks.example.org }\n    - id: info\n',
    },
  ],
  notOk: [
    {
      file: 'sites/example-site.md',
      replace: '      email: info@desks.example.org\n',
      by: '      email: info@desks.example.org\n    - { id: second, name: { en: "Second desk (example)" }, areas: [EU], languages: [es], email: second@desks.example.org }\n',
    },
  ],
  *find({ files, knowledge }) {
    const { areas } = knowledge.vocabularies;
    const inhabited = [...areas.keys()].filter(isInhabited);
    for (const entry of files.entries.filter(isSite))
      for (const [n, desk] of entry.site.desks.entries())
        if (!isReached(desk, entry.site, inhabited))
          yield { file: entry.file, path: ['site', 'desks', n, 'id'], what: `no referral ever reaches the desk "${desk.id}"` };
  },
};

/** Is there a wish for which the site chooses this desk? The desk's own areas are tried first: they nearly always tell. */
function isReached(desk: Desk, site: SiteFacts, inhabited: readonly string[]): boolean {
  const served = inhabited.filter((area) => desk.areas.some((one) => areaServes(one, area)));
  const own = served.filter((area) => desk.areas.includes(area));
  const anywhere = desk.areas.includes('EU') ? [undefined] : [];
  const topics = [undefined, ...desk.topics];
  return [...own, ...anywhere, ...served].some((area) =>
    topics.some((topic) => LOCALES.some((locale) => chooseDesk(site, { area, topics: topic ? [topic] : [], locale }).desk.id === desk.id)),
  );
}
