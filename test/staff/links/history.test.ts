import { addCheck, type LinkCheck, stateOfLink, waitAfter } from '../../../src/staff/links/history';

const check = (day: number, found: LinkCheck['found']): LinkCheck => ({
  day: `2026-11-${String(day).padStart(2, '0')}`,
  found,
  why: found,
});
const daysOf = (...checks: LinkCheck[]) => checks.reduce<LinkCheck[]>((all, one) => addCheck(all, one), []);
const HOUR = 3_600_000;

describe('The history of a link', () => {
  it('knows nothing of an address that was never asked', () => {
    expect(stateOfLink(undefined)).toBeUndefined();
  });

  it.each(['not-found', 'no-host'] as const)('calls a page gone after %s on three different days, not before', (found) => {
    const two = daysOf(check(1, found), check(2, found));
    expect(stateOfLink(two)).toBe('uncertain');
    expect(stateOfLink(addCheck(two, check(2, found)))).toBe('uncertain');
    expect(stateOfLink(addCheck(two, check(9, found)))).toBe('gone');
  });

  it('does not add up different reasons', () => {
    expect(stateOfLink(daysOf(check(1, 'not-found'), check(2, 'no-host'), check(3, 'not-found'), check(4, 'no-host')))).toBe('uncertain');
  });

  it('begins to count again when the page was there between', () => {
    const checks = daysOf(check(1, 'not-found'), check(2, 'not-found'), check(3, 'there'), check(4, 'not-found'));
    expect(stateOfLink(checks)).toBe('uncertain');
    expect(stateOfLink(daysOf(...checks, check(5, 'there')))).toBe('valid');
  });

  it('is uncertain after a failure that may pass, however often', () => {
    expect(stateOfLink(daysOf(check(1, 'there'), ...[2, 3, 4, 5].map((day) => check(day, 'unsure'))))).toBe('uncertain');
  });

  it('keeps a page gone through weeks of time-outs', () => {
    const gone = [1, 2, 3].map((day) => check(day, 'not-found'));
    const checks = daysOf(...gone, ...Array.from({ length: 25 }, (_, n) => check(n + 4, 'unsure')));
    expect(stateOfLink(checks)).toBe('gone');
    expect(checks.length).toBeLessThanOrEqual(12);
  });

  it('lets the last sure answer of a day stand', () => {
    expect(daysOf(check(1, 'not-found'), check(1, 'there'))).toEqual([check(1, 'there')]);
    expect(daysOf(check(1, 'not-found'), check(1, 'unsure'))).toEqual([check(1, 'not-found')]);
  });

  it('leaves a host in peace for longer with each failure, three days at most, and as long as it asks, a week at most', () => {
    expect([1, 2, 3, 20].map((failures) => waitAfter(failures) / HOUR)).toEqual([1, 2, 4, 72]);
    expect(waitAfter(1, 5 * HOUR) / HOUR).toBe(5);
    expect(waitAfter(1, 5000 * HOUR) / HOUR).toBe(168);
  });
});
