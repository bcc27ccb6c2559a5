import { type Day, spanOf } from '../../../domain/day';
import { isCall } from '../../../domain/entry';
import type { Rule } from '../rule';

/** A call for proposals of the ESF+ is open for months; after two years without an end it is a standing offer or it is over. */
const YEARS = 2;

export const endKnown: Rule = {
  id: 'end-known',
  severity: 'warning',
  must: 'A call that opened more than two years ago has a closing day, or the day on which a source said that it is closed.',
  why: 'Without either, people are told to check with the authority for ever, mostly about a call that ended long ago.',
  fix: 'Look it up or ask the authority, then write closes, or closedBy with the day of the source that says so.',
  ok: [
    {
      file: 'calls/example-call.md',
      replace: '  opens: 2026-10-01\n  closes: 2027-06-30',
      by: '  opens: 2023-10-01\n  closedBy: 2026-10-31',
    },
    { file: 'calls/example-call.md', replace: '  closes: 2027-06-30', by: '  objective: ESO4.1' },
  ],
  notOk: [{ file: 'calls/example-call.md', replace: '  opens: 2026-10-01\n  closes: 2027-06-30', by: '  opens: 2023-10-01' }],
  *find({ files, today }) {
    for (const entry of files.entries.filter(isCall)) {
      const { opens, closes, closedBy } = entry.call;
      if (opens && !closes && !closedBy && spanOf(opens).last < yearsBefore(today))
        yield { file: entry.file, path: ['call', 'opens'], what: `it opened ${opens}, and nothing says whether it has ended` };
    }
  },
};

const yearsBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - YEARS}${day.slice(4)}`;
