import type { Rule } from '../rule';

export const alsoOnce: Rule = {
  id: 'also-once',
  severity: 'error',
  must: 'An id under "also" belongs to one entry only.',
  why: 'A link with that id leads to one of the two, and nobody can say to which.',
  fix: 'Keep the id with the entry that took the record over, and remove it from the other.',
  ok: [{ file: 'guides/example-guide.md', replace: 'verified: true', by: 'verified: true\nalso: [older-guide]' }],
  notOk: [
    { file: 'guides/example-guide.md', replace: 'verified: true', by: 'verified: true\nalso: [example-call]' },
    { file: 'guides/example-guide.md', replace: 'verified: true', by: 'verified: true\nalso: [older-guide, older-guide]' },
  ],
  *find({ files }) {
    const owners = new Map(files.entries.map(({ id, file }) => [id, file]));
    for (const { file, also } of files.entries)
      for (const [n, id] of also.entries()) {
        const owner = owners.get(id);
        if (owner !== undefined) yield { file, path: ['also', n], what: `"${id}" belongs to ${owner} already` };
        owners.set(id, file);
      }
  },
};
