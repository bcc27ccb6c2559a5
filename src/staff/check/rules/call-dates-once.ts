import { type CallEntry, isCall } from '../../../domain/entry';
import { fold } from '../../../language/fold';
import type { Found, Rule } from '../rule';
import { SAMPLE_FOLDER } from '../sample-folder';

const DATES = ['opens', 'closes', 'closesAt', 'closedBy'] as const;

/** "ESF-SI-2024-UA-01" and "esf si 2024/ua 01" are one reference. */
const keyOf = ({ country, call }: CallEntry): string => `${country} ${fold(call.reference ?? '').replace(/[^\p{L}\p{N}]/gu, '')}`;

export const callDatesOnce: Rule = {
  id: 'call-dates-once',
  severity: 'error',
  must: 'Two entries about a call with the same reference give the same dates.',
  why: 'People would be told two deadlines for one call, depending on how they ask.',
  fix: 'Keep one of the two and name the other id under "also", or mend the reference or the date.',
  ok: [],
  notOk: [
    {
      file: 'calls/second-call.md',
      says: 'a copy of calls/example-call.md with the same reference, that closes a day later',
      by: (SAMPLE_FOLDER['calls/example-call.md'] ?? '')
        .replace('id: example-call', 'id: second-call')
        .replace('closes: 2027-06-30', 'closes: 2027-07-01'),
    },
  ],
  *find({ files }) {
    const first = new Map<string, CallEntry>();
    for (const entry of files.entries.filter(isCall)) {
      if (!entry.call.reference) continue;
      const twin = first.get(keyOf(entry));
      if (twin) yield* otherDates(entry, twin);
      else first.set(keyOf(entry), entry);
    }
  },
};

function* otherDates({ file, call }: CallEntry, twin: CallEntry): Iterable<Found> {
  for (const field of DATES) {
    const [here, there] = [call[field], twin.call[field]];
    if (here !== there)
      yield {
        file,
        path: ['call', here === undefined ? 'reference' : field],
        what: `${field} is ${here ?? 'not given'}, and ${there ?? 'not given'} in ${twin.file} of the same reference`,
      };
  }
}
