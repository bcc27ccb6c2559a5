import type { Rule } from '../rule';

export const reviewPassed: Rule = {
  id: 'review-passed',
  severity: 'warning',
  must: 'The review day of an entry has not passed.',
  why: 'After it a call is no longer called open, and other answers say that they may be out of date.',
  fix: 'Compare the entry with its sources, mend what has changed, then run "npm run ponte -- review <id>".',
  ok: [{ file: 'guides/example-guide.md', replace: 'reviewBy: 2027-05-01', by: 'reviewBy: 2026-11-21' }],
  notOk: [{ file: 'guides/example-guide.md', replace: 'reviewBy: 2027-05-01', by: 'reviewBy: 2026-11-20' }],
  *find({ files, today }) {
    for (const { file, reviewBy } of files.entries)
      if (reviewBy < today) yield { file, path: ['reviewBy'], what: `it was to be reviewed by ${reviewBy}` };
  },
};
