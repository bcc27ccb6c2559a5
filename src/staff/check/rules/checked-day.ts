import { dayAfter } from '../../day-steps';
import type { Rule } from '../rule';

export const checkedDay: Rule = {
  id: 'checked-day',
  severity: 'error',
  must: 'The day on which an entry was checked has come.',
  why: 'Every answer shows that day: one that has not come yet makes all the others doubtful.',
  fix: 'Write the day on which somebody compared the entry with its sources.',
  ok: [],
  notOk: [{ file: 'guides/example-guide.md', replace: 'checked: 2026-11-01', by: 'checked: 2027-01-11' }],
  *find({ files, today }) {
    // East of Greenwich tomorrow has begun.
    const tomorrow = dayAfter(today);
    for (const { file, checked } of files.entries)
      if (checked > tomorrow) yield { file, path: ['checked'], what: `${checked} has not come yet` };
  },
};
