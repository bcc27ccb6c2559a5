import { spanOf } from '../../../domain/day';
import { dayAfter } from '../../day-steps';
import type { Rule } from '../rule';

export const sourceDates: Rule = {
  id: 'source-dates',
  severity: 'error',
  must: 'The date of a source has come.',
  why: 'Answers show it as the age of what they say.',
  fix: 'Write the day, month or year on which the source was published, or leave it out.',
  ok: [{ file: 'calls/example-call.md', replace: 'date: "2026-10-01"', by: 'date: "2026-11"' }],
  notOk: [{ file: 'calls/example-call.md', replace: 'date: "2026-10-01"', by: 'date: "2027-10-01"' }],
  *find({ files, today }) {
    const tomorrow = dayAfter(today);
    for (const { file, sources } of files.entries)
      for (const [n, { date }] of sources.entries())
        if (date && spanOf(date).first > tomorrow) yield { file, path: ['sources', n, 'date'], what: `the source is dated ${date}` };
  },
};
