import { RateLimit } from '../../src/domain/rate-limit';

describe('the rate limit', () => {
  it('allows a burst, then the pace, and says how long to wait', () => {
    let now = 0;
    const limit = new RateLimit({ burst: 3, perSecond: 0.5 }, () => now);
    expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 0]);
    expect(limit.take('a')).toBe(2);
    expect(limit.take('b')).toBe(0);
    now = 2000;
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 2]);
    now = 1_000_000;
    expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 2]);
  });

  it('does not mind a clock that is set back', () => {
    let now = 10_000;
    const limit = new RateLimit({ burst: 2, perSecond: 1 }, () => now);
    limit.take('a');
    now = 0;
    expect(limit.take('a')).toBe(0);
  });

  it('stays bounded when somebody makes up keys', () => {
    const limit = new RateLimit({ burst: 2, perSecond: 1 }, () => 0);
    for (let n = 0; n < 20_000; n += 1) limit.take(`k${n}`);
    expect([limit.take('k19999'), limit.take('k19999')]).toEqual([0, 1]);
    expect([limit.take('k0'), limit.take('k0')]).toEqual([0, 0]);
  });

  it('can be lifted', () => {
    const limit = new RateLimit({ burst: Infinity, perSecond: 0 }, () => 0);
    expect(Array.from({ length: 1000 }, () => limit.take('a')).every((wait) => wait === 0)).toBe(true);
  });
});
