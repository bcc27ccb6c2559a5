import { type Entry, isCall, isSite } from '../../../domain/entry';
import type { Found, Rule } from '../rule';
import { bodyTexts } from '../texts';

const LINK = /\]\(\/entries\/([^)\s/?#]+)/g;
/** Conditions whose lists hold words of a vocabulary, which the reader checks. */
const OF_VOCABULARIES: readonly string[] = ['applicant', 'area', 'topic'];

export const entryIds: Rule = {
  id: 'entry-ids',
  severity: 'error',
  must: 'An id that an entry names is the id of an entry, or stands under "also" of one.',
  why: 'After an entry was renamed or removed, links to it lead people to an empty page, and a desk loses its organisation.',
  fix: 'Write the id the entry has now, or add the old one to its "also", so that links from outside work too.',
  ok: [
    { file: 'guides/example-guide.md', replace: 'https://desk.example.org/', by: '/entries/example-call' },
    { file: 'sites/example-site.md', replace: '      email:', by: '      organisation: example-guide\n      email:' },
  ],
  notOk: [
    { file: 'guides/example-guide.md', replace: 'https://desk.example.org/', by: '/entries/renamed-call' },
    { file: 'guides/example-guide.es.md', replace: 'https://desk.example.org/', by: '/entries/renamed-call' },
    { file: 'sites/example-site.md', replace: '      email:', by: '      organisation: renamed-organisation\n      email:' },
    {
      file: 'calls/example-call.md',
      replace: 'about: applicant, operator: one-of, value: [association, cooperative]',
      by: 'about: registration, operator: one-of, value: [renamed-register]',
    },
  ],
  *find({ files }) {
    const known = new Set(files.entries.flatMap(({ id, also }) => [id, ...also]));
    for (const { file, body } of bodyTexts(files))
      for (const [link, id = ''] of body.matchAll(LINK)) if (!known.has(id)) yield { file, near: link, what: `there is no entry "${id}"` };
    for (const entry of files.entries)
      for (const { id, path } of namedIn(entry)) if (!known.has(id)) yield { file: entry.file, path, what: `there is no entry "${id}"` };
  },
};

interface Named {
  readonly id: string;
  readonly path: NonNullable<Found['path']>;
}

function namedIn(entry: Entry): Named[] {
  const desks = isSite(entry) ? entry.site.desks : [];
  const criteria = isCall(entry) ? entry.call.criteria : [];
  return [
    ...desks.flatMap(({ organisation }, n) => (organisation ? [{ id: organisation, path: ['site', 'desks', n, 'organisation'] }] : [])),
    ...criteria.flatMap(({ about, value }, n) =>
      Array.isArray(value) && !OF_VOCABULARIES.includes(about)
        ? value.map((id, k) => ({ id, path: ['call', 'criteria', n, 'value', k] }))
        : [],
    ),
  ];
}
