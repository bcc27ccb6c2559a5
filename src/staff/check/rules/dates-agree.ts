import { type Day, spanOf } from '../../../domain/day';
import type { CallEntry, Entry } from '../../../domain/entry';
import type { Found, Rule } from '../rule';

export const datesAgree: Rule = {
  id: 'dates-agree',
  severity: 'error',
  must: 'The dates of an entry can all be true together.',
  why: 'Whether a call is open is worked out from its dates: one that contradicts another makes people apply too late.',
  fix: 'Compare the dates with the source and mend the one that is wrong.',
  ok: [{ file: 'calls/example-call.md', replace: '  closes: 2027-06-30', by: '  closes: 2027-06' }],
  notOk: [
    { file: 'calls/example-call.md', replace: 'reviewBy: 2027-05-01', by: 'reviewBy: 2026-05-01' },
    { file: 'calls/example-call.md', replace: '  closes: 2027-06-30', by: '  closedBy: 2026-09-15' },
    { file: 'calls/example-call.md', replace: '  closes: 2027-06-30', by: '  closes: 2027-06-30\n  closedBy: 2026-11-01' },
    { file: 'calls/example-call.md', replace: '  closes: 2027-06-30', by: '  closedBy: 2026-12-24' },
    { file: 'calls/example-call.md', replace: '  opens: 2026-10-01', by: '  opens: 1926-10-01' },
    { file: 'calls/example-call.md', replace: '  closes: 2027-06-30', by: '  closes: 2072-06-30' },
  ],
  *find({ files, today }) {
    for (const entry of files.entries) {
      if (entry.reviewBy <= entry.checked)
        yield { file: entry.file, path: ['reviewBy'], what: `reviewBy (${entry.reviewBy}) is not after checked (${entry.checked})` };
      if (entry.kind === 'call') yield* datesOfCall(entry, today);
    }
  },
};

function* datesOfCall(entry: CallEntry, today: Day): Iterable<Found> {
  const { opens, closes, closedBy } = entry.call;
  const say = (field: string, what: string): Found => ({ file: entry.file, path: ['call', field], what });
  if (closedBy && closedBy > today) yield say('closedBy', `closedBy (${closedBy}) is a day that has not come yet`);
  if (closedBy && opens && closedBy < spanOf(opens).first) yield say('closedBy', `closedBy (${closedBy}) lies before opens (${opens})`);
  if (closedBy && closes && closedBy < spanOf(closes).first) yield say('closedBy', `closedBy (${closedBy}) lies before closes (${closes})`);
  yield* farAway(entry, { opens, closes }, today);
}

/** The Structural Funds begin with Regulation (EEC) No 2052/88, applied from 1989; periods last seven years and money is spent three years longer. */
const FIRST_YEAR = 1989;
const YEARS_AHEAD = 10;

function* farAway(entry: Entry, days: Readonly<Record<string, string | undefined>>, today: Day): Iterable<Found> {
  for (const [field, day] of Object.entries(days)) {
    const year = Number((day ?? today).slice(0, 4));
    if (year < FIRST_YEAR || year > Number(today.slice(0, 4)) + YEARS_AHEAD)
      yield { file: entry.file, path: ['call', field], what: `no call of today has the year ${year}` };
  }
}
