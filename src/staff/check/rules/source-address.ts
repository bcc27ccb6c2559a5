import type { Rule } from '../rule';

export const sourceAddress: Rule = {
  id: 'source-address',
  severity: 'warning',
  must: 'An entry has at least one source with an address.',
  why: 'People cannot look up what they are told, and neither can whoever reviews the entry.',
  fix: 'Add the url of the page that the facts come from.',
  ok: [{ file: 'sites/example-site.md', replace: '"Made as an example"', by: '"Made by us"' }],
  notOk: [{ file: 'guides/example-guide.md', replace: 'url: "https://guide.example.org/", ', by: '' }],
  *find({ files }) {
    // What a site says about itself, it knows.
    for (const { file, kind, sources } of files.entries)
      if (kind !== 'site' && sources.every(({ url }) => url === undefined))
        yield { file, path: ['sources'], what: 'no source has an address' };
  },
};
