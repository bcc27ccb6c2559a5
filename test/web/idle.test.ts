import { IdleWatch } from '../../src/web/idle';
import { FakeClock } from './fake-clock';

function makeWatch() {
  const clock = new FakeClock();
  const seen: (string | number)[] = [];
  const watch = new IdleWatch({
    after: clock.after,
    quiet: 90,
    grace: 30,
    onWarning: (left) => seen.push(left),
    onBack: () => seen.push('back'),
    onGone: () => seen.push('gone'),
  });
  return { clock, seen, watch };
}

describe('the watch over an info point', () => {
  it('waits for the first sign of life', async () => {
    const { clock, seen } = makeWatch();
    await clock.advance(600_000);
    expect(seen).toEqual([]);
  });

  it('warns after 90 seconds, counts 30 down and clears once', async () => {
    const { clock, seen, watch } = makeWatch();
    watch.touch();
    await clock.advance(89_999);
    expect(seen).toEqual([]);
    await clock.advance(1);
    expect(seen).toEqual([30]);
    await clock.advance(29_999);
    expect(seen[seen.length - 1]).toBe(1);
    await clock.advance(600_000);
    expect(seen.slice(-2)).toEqual([1, 'gone']);
  });

  it('gives more time as often as somebody asks for it', async () => {
    const { clock, seen, watch } = makeWatch();
    watch.touch();
    for (let n = 0; n < 12; n++) {
      await clock.advance(100_000);
      watch.touch();
    }
    expect(seen).not.toContain('gone');
    expect(seen.filter((one) => one === 'back')).toHaveLength(12);
  });

  it('gives time to read what arrives, but an arrival is no sign of life', async () => {
    const { clock, seen, watch } = makeWatch();
    watch.touch();
    await clock.advance(80_000);
    watch.allowTime();
    await clock.advance(80_000);
    expect(seen).toEqual([]);
    await clock.advance(10_000);
    watch.allowTime();
    await clock.advance(30_000);
    expect(seen[seen.length - 1]).toBe('gone');
  });
});
