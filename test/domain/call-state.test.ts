import fc from 'fast-check';
import { type CallState, stateOfCall } from '../../src/domain/call-state';
import { type PartialDay, spanOf } from '../../src/domain/day';
import { type CallEntry, isCall } from '../../src/domain/entry';
import { readKnowledge } from '../../src/knowledge/knowledge-base';
import { callFacts } from '../support/sample-entries';
import { readSharedMemo, SHIPPED } from '../support/shipped-folder';

type Facts = Parameters<typeof callFacts>[0];

/** The state at an instant; a call is reviewed late enough unless a test says otherwise. */
const stateAt = (instant: string, facts: Facts, reviewBy = '2030-01-01'): CallState =>
  stateOfCall(callFacts(facts), reviewBy, new Date(instant));
const onDay = (day: string, facts: Facts, reviewBy?: string): CallState => stateAt(`${day}T12:00:00Z`, facts, reviewBy);

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('A call', () => {
  const CALL = { opens: '2026-03-01', closes: '2026-06-30' };

  it.each([
    ['2026-02-28', 'forthcoming'],
    ['2026-03-01', 'open'],
    ['2026-06-15', 'open'],
    ['2026-06-16', 'closing-soon'],
    ['2026-06-30', 'closing-soon'],
    ['2026-07-01', 'closed'],
    ['2030-07-01', 'closed'],
  ])('from March to June is on %s %s', (day, state) => {
    expect(onDay(day, CALL)).toBe(state);
  });

  it('without an opening day counts as begun', () => {
    expect(onDay('2026-02-28', { closes: '2026-06-30' })).toBe('open');
  });

  it('of one day is closing soon on it', () => {
    const facts = { opens: '2026-03-01', closes: '2026-03-01' };
    expect(['2026-02-28', '2026-03-01', '2026-03-02'].map((day) => onDay(day, facts))).toEqual(['forthcoming', 'closing-soon', 'closed']);
  });
});

describe('A closing day', () => {
  it.each([
    ['Europe/Brussels', '2026-06-30', '2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z'],
    ['Europe/Athens', '2026-06-30', '2026-06-30T20:59:59Z', '2026-06-30T21:00:00Z'],
    ['Europe/Athens', '2026-12-31', '2026-12-31T21:59:59Z', '2026-12-31T22:00:00Z'],
    ['Europe/Lisbon', '2026-06-30', '2026-06-30T22:59:59Z', '2026-06-30T23:00:00Z'],
    ['Europe/Lisbon', '2026-12-31', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'],
    // Days of 23 and of 25 hours.
    ['Europe/Athens', '2026-03-29', '2026-03-29T20:59:59Z', '2026-03-29T21:00:00Z'],
    ['Europe/Athens', '2026-10-25', '2026-10-25T21:59:59Z', '2026-10-25T22:00:00Z'],
    ['Europe/Lisbon', '2026-03-29', '2026-03-29T22:59:59Z', '2026-03-29T23:00:00Z'],
    ['Europe/Lisbon', '2026-10-25', '2026-10-25T23:59:59Z', '2026-10-26T00:00:00Z'],
  ])('in %s counts to its end: %s', (timeZone, closes, last, after) => {
    expect([last, after].map((instant) => stateAt(instant, { closes, timeZone }))).toEqual(['closing-soon', 'closed']);
  });

  it('begins when it begins there: a call that opens in Athens is open while Lisbon still sleeps', () => {
    const opens = { opens: '2026-03-01', closes: '2026-06-30' };
    expect(stateAt('2026-02-28T22:30:00Z', { ...opens, timeZone: 'Europe/Athens' })).toBe('open');
    expect(stateAt('2026-02-28T22:30:00Z', { ...opens, timeZone: 'Europe/Lisbon' })).toBe('forthcoming');
  });
});

describe('A closing hour', () => {
  it.each([
    ['Europe/Athens', '2026-07-01', '17:00', '2026-07-01T13:59:59Z', '2026-07-01T14:00:00Z'],
    ['Europe/Athens', '2026-12-01', '17:00', '2026-12-01T14:59:59Z', '2026-12-01T15:00:00Z'],
    ['Europe/Lisbon', '2026-07-01', '18:00', '2026-07-01T16:59:59Z', '2026-07-01T17:00:00Z'],
    ['Europe/Lisbon', '2026-12-01', '18:00', '2026-12-01T17:59:59Z', '2026-12-01T18:00:00Z'],
    ['Europe/Brussels', '2026-09-02', '17:00', '2026-09-02T14:59:59Z', '2026-09-02T15:00:00Z'],
    ['Europe/Brussels', '2026-09-02', '00:00', '2026-09-01T21:59:59Z', '2026-09-01T22:00:00Z'],
    ['Europe/Madrid', '2026-02-12', '23:59', '2026-02-12T22:58:59Z', '2026-02-12T22:59:00Z'],
    ['Europe/Athens', '2026-03-29', '12:00', '2026-03-29T08:59:59Z', '2026-03-29T09:00:00Z'],
    ['Europe/Athens', '2026-10-25', '12:00', '2026-10-25T09:59:59Z', '2026-10-25T10:00:00Z'],
    ['Europe/Lisbon', '2026-10-25', '12:00', '2026-10-25T11:59:59Z', '2026-10-25T12:00:00Z'],
  ])('is one of %s: %s at %s', (timeZone, closes, closesAt, last, after) => {
    expect([last, after].map((instant) => stateAt(instant, { closes, closesAt, timeZone }))).toEqual(['closing-soon', 'closed']);
  });
});

describe('A call whose source names only a month or a year', () => {
  it('of closing is no promise inside that month: closed after it, closing soon before it', () => {
    const facts = { opens: '2026-01-01', closes: '2026-06' };
    const states = ['2026-05-10', '2026-05-20', '2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((day) => onDay(day, facts));
    expect(states).toEqual(['open', 'closing-soon', 'closing-soon', 'unknown', 'unknown', 'closed']);
  });

  it('of opening is no promise inside that month', () => {
    const facts = { opens: '2026-03', closes: '2026-06-30' };
    const states = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => onDay(day, facts));
    expect(states).toEqual(['forthcoming', 'unknown', 'unknown', 'open']);
  });

  it('is unknown through a year that holds both edges', () => {
    const states = ['2025-12-31', '2026-06-01', '2027-01-01'].map((day) => onDay(day, { opens: '2026', closes: '2026' }));
    expect(states).toEqual(['forthcoming', 'unknown', 'closed']);
  });
});

describe('A call without a closing day', () => {
  it('is never open: forthcoming before it opens, then unknown', () => {
    const states = ['2026-02-28', '2026-03-01', '2029-03-01'].map((day) => onDay(day, { opens: '2026-03-01' }));
    expect(states).toEqual(['forthcoming', 'unknown', 'unknown']);
    expect(onDay('2026-03-01', {})).toBe('unknown');
  });

  it('is closed from the day a source says so', () => {
    const facts = { opens: '2024-01-24', closedBy: '2026-11-21' };
    expect(['2026-11-20', '2026-11-21', '2027-11-21'].map((day) => onDay(day, facts))).toEqual(['unknown', 'closed', 'closed']);
  });
});

describe('A call that was closed early', () => {
  it('is closed from that day, whatever its closing day was', () => {
    const facts = { opens: '2026-03-01', closes: '2026-12-31', closedBy: '2026-06-01' };
    expect(['2026-05-31', '2026-06-01'].map((day) => onDay(day, facts))).toEqual(['open', 'closed']);
  });

  it('is closed from that day in its own time zone', () => {
    expect(stateAt('2026-05-31T21:30:00Z', { closedBy: '2026-06-01', timeZone: 'Europe/Athens' })).toBe('closed');
    expect(stateAt('2026-05-31T21:30:00Z', { closedBy: '2026-06-01', timeZone: 'Europe/Lisbon' })).toBe('unknown');
  });
});

describe('A review day that passed', () => {
  it('leaves nothing open, closing soon or forthcoming', () => {
    expect(onDay('2026-04-01', { opens: '2026-03-01', closes: '2026-06-30' }, '2026-04-01')).toBe('open');
    expect(onDay('2026-04-02', { opens: '2026-03-01', closes: '2026-06-30' }, '2026-04-01')).toBe('unknown');
    expect(onDay('2026-06-29', { closes: '2026-06-30' }, '2026-04-01')).toBe('unknown');
    expect(onDay('2026-04-02', { opens: '2026-05-01', closes: '2026-06-30' }, '2026-04-01')).toBe('unknown');
    expect(onDay('2026-04-02', { opens: '2026-05-01' }, '2026-04-01')).toBe('unknown');
  });

  it('leaves closed what is closed', () => {
    expect(onDay('2026-07-01', { closes: '2026-06-30' }, '2026-04-01')).toBe('closed');
    expect(onDay('2026-07-01', { closedBy: '2026-06-30' }, '2026-04-01')).toBe('closed');
  });
});

describe('Any call', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((n) => dayAfter('2025-01-01', n));
  const partial: fc.Arbitrary<PartialDay> = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([full, length]) => full.slice(0, length));
  const facts = fc.record(
    {
      opens: partial,
      closes: partial,
      closedBy: day,
      // No closing hour between midnight and five: the clock strikes those twice on one night of autumn.
      closesAt: fc.constantFrom('05:00', '12:00', '17:00', '23:59'),
      timeZone: fc.constantFrom('Europe/Athens', 'Europe/Lisbon', 'Europe/Brussels', 'Europe/Tirane'),
    },
    { requiredKeys: ['timeZone'] },
  );
  const given = facts
    .map(({ closesAt, ...rest }) => (closesAt !== undefined && rest.closes?.length === 10 ? { ...rest, closesAt } : rest))
    .filter(({ opens, closes }) => !opens || !closes || closes >= opens.slice(0, closes.length));
  const instant = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 0, 1) }).map((time) => new Date(time));

  it('that is closed stays closed', () => {
    fc.assert(
      fc.property(given, day, instant, instant, (made, reviewBy, a, b) => {
        const call = callFacts(made);
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(stateOfCall(call, reviewBy, first) === 'closed' && stateOfCall(call, reviewBy, second) !== 'closed').toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is open only with a closing day, between its edges, and before its review day is over', () => {
    fc.assert(
      fc.property(given, day, instant, (made, reviewBy, at) => {
        const call = callFacts(made);
        if (!['open', 'closing-soon'].includes(stateOfCall(call, reviewBy, at))) return;
        // A day that is safely this one in every zone of Europe, give or take one.
        const yesterday = dayAfter(at.toISOString().slice(0, 10), -1);
        const tomorrow = dayAfter(yesterday, 2);
        expect(call.closes).toBeDefined();
        expect(spanOf(call.closes ?? '0001').last >= yesterday).toBe(true);
        expect(spanOf(call.opens ?? '0001').first <= tomorrow).toBe(true);
        expect(reviewBy >= yesterday).toBe(true);
        expect(call.closedBy === undefined || call.closedBy > yesterday).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('Time travel with the shipped calls', () => {
  let calls: readonly CallEntry[];
  beforeAll(async () => {
    const { knowledge } = await readKnowledge(SHIPPED, undefined, await readSharedMemo());
    calls = knowledge.entries.filter(isCall);
  });

  /** Whether a call may be told as open on a day (noon, the same day all over Europe), worked out from its dates alone. */
  function mayBeOpen({ call, reviewBy }: CallEntry, today: string): boolean {
    const { opens, closes, closedBy } = call;
    if (closes === undefined || today > reviewBy || (closedBy !== undefined && today >= closedBy)) return false;
    const isBegun = opens === undefined || opens.padEnd(10, '-99') < today || opens === today;
    return isBegun && (closes.length === 10 ? today <= closes : today < closes);
  }

  const daysFrom = (first: string, count: number): string[] => Array.from({ length: count }, (_, n) => dayAfter(first, n));
  const isToldOpen = (state: CallState): boolean => state === 'open' || state === 'closing-soon';

  it('tells none as open outside its days or after its review day, on any of the 24 months from 21 November 2026', () => {
    const wrong = calls.flatMap((entry) =>
      daysFrom('2026-11-21', 731).filter(
        (day) => isToldOpen(stateOfCall(entry.call, entry.reviewBy, new Date(`${day}T12:00:00Z`))) && !mayBeOpen(entry, day),
      ),
    );
    expect(calls.length).toBeGreaterThanOrEqual(50);
    expect(wrong).toEqual([]);
  });

  /** From a month before a call opened to a month after it closed. */
  function lifeOf({ call: { opens, closes } }: CallEntry): string[] {
    if (closes === undefined) return [];
    const first = dayAfter(spanOf(opens ?? closes).first, -30);
    return daysFrom(first, (Date.parse(spanOf(closes).last) - Date.parse(first)) / 86_400_000 + 30);
  }

  it('tells each as open on exactly its days, from a month before it opened to a month after it closed', () => {
    const wrong: string[] = [];
    let openDays = 0;
    for (const entry of calls)
      for (const day of lifeOf(entry)) {
        // Before any closing hour: no call closes before six in the morning of universal time.
        const isOpen = isToldOpen(stateOfCall(entry.call, entry.reviewBy, new Date(`${day}T06:00:00Z`)));
        if (isOpen) openDays += 1;
        if (isOpen !== mayBeOpen(entry, day)) wrong.push(`${entry.id} on ${day}`);
      }
    expect(wrong).toEqual([]);
    expect(openDays).toBeGreaterThan(1_000);
  });
});
