import type { After } from '../../src/web/clock';

/** Time that stands still until a test moves it. */
export class FakeClock {
  private now = 0;
  private timers: { at: number; action: () => void }[] = [];

  readonly after: After = (ms, action) => {
    const timer = { at: this.now + ms, action };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  };

  /** Runs what is due within the next `ms` milliseconds, in order, and lets promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.now + ms;
    await settle();
    for (;;) {
      const [next] = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.now = next.at;
      this.timers = this.timers.filter((one) => one !== next);
      next.action();
      await settle();
    }
    this.now = end;
  }
}

/** Lets everything that is already resolved run. */
export async function settle(): Promise<void> {
  // one round for what is resolved, one for sockets that open after it, one for what they cause
  for (let round = 0; round < 3; round++) await new Promise((resolve) => setImmediate(resolve));
}
