import { Day, dayIn, daysBetween, PartialDay, spanOf, timeIn } from '../../src/domain/day';

describe('A day', () => {
  it.each(['2026-03-31', '2024-02-29', '2000-02-29', '0001-01-01'])('may be %s', (day) => {
    expect(Day.parse(day)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-04-31',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '31/03/2026',
    ' 2026-03-31',
    '2026-03-31T00:00:00Z',
    '',
    20260331,
  ])('is never %j', (day) => {
    expect(Day.safeParse(day).success).toBe(false);
  });
});

describe('A partial day', () => {
  it.each(['2026', '2026-03', '2026-03-31'])('may be %s', (day) => {
    expect(PartialDay.parse(day)).toBe(day);
  });

  it('may be a year written as a number, as YAML reads it', () => {
    expect(PartialDay.parse(2026)).toBe('2026');
  });

  it.each(['2026-13', '2026-00', '2026-3', '26', '2026-02-30', '2026-', 'Q1 2026', 202_603, 26, -2026, Number.NaN, null, true])(
    'is never %j',
    (day) => {
      expect(PartialDay.safeParse(day).success).toBe(false);
    },
  );

  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026-04', '2026-04-01', '2026-04-30'],
    ['2026-03-31', '2026-03-31', '2026-03-31'],
  ])('%s means %s to %s', (day, first, last) => {
    expect(spanOf(day)).toEqual({ first, last });
  });
});

describe('An instant', () => {
  it.each([
    ['2026-03-31T20:59:59Z', 'Europe/Athens', '2026-03-31', '23:59'],
    ['2026-03-31T21:00:00Z', 'Europe/Athens', '2026-04-01', '00:00'],
    ['2026-03-31T22:59:59Z', 'Europe/Lisbon', '2026-03-31', '23:59'],
    ['2026-03-31T23:00:00Z', 'Europe/Lisbon', '2026-04-01', '00:00'],
    ['2026-01-01T00:30:00Z', 'Europe/Lisbon', '2026-01-01', '00:30'],
    ['2026-01-01T00:30:00Z', 'America/New_York', '2025-12-31', '19:30'],
    // Summer time begins at 01:00 UTC on 29 March 2026 and ends at 01:00 UTC on 25 October.
    ['2026-03-29T00:59:00Z', 'Europe/Athens', '2026-03-29', '02:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Athens', '2026-03-29', '04:00'],
    ['2026-10-25T00:59:00Z', 'Europe/Athens', '2026-10-25', '03:59'],
    ['2026-10-25T01:00:00Z', 'Europe/Athens', '2026-10-25', '03:00'],
  ])('%s is in %s the day %s, at %s', (instant, zone, day, time) => {
    expect([dayIn(new Date(instant), zone), timeIn(new Date(instant), zone)]).toEqual([day, time]);
  });
});

describe('From one day to another', () => {
  it.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-03-31', '2026-03-31', 0],
    ['2026-03-31', '2026-03-01', -30],
  ])('%s to %s, it is %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
