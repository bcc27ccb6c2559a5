import { TurnQueue } from '../../src/channels/turn-queue';

const later = (ms = 5) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the turn queue', () => {
  it('runs twenty turns of one conversation one at a time, in order', async () => {
    const queue = new TurnQueue();
    const seen: number[] = [];
    let counter = 0;
    const turns = Array.from({ length: 20 }, (_, n) =>
      queue.run('c', async () => {
        const before = counter;
        await later(1);
        counter = before + 1;
        seen.push(n);
      }),
    );
    await Promise.all(turns);
    expect(counter).toBe(20);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('runs turns of different conversations in parallel', async () => {
    const queue = new TurnQueue();
    let running = 0;
    let most = 0;
    const turn = async () => {
      running += 1;
      most = Math.max(most, running);
      await later();
      running -= 1;
    };
    await Promise.all(['a', 'b', 'c'].map((key) => queue.run(key, turn)));
    expect(most).toBe(3);
  });

  it('goes on after a turn that failed, and tells its caller', async () => {
    const queue = new TurnQueue();
    const failed = queue.run('c', async () => Promise.reject(new RangeError('x')));
    const next = queue.run('c', async () => 'next');
    await expect(failed).rejects.toThrow(RangeError);
    await expect(next).resolves.toBe('next');
  });

  it('forgets conversations with nothing to do, and tells when all is done', async () => {
    const queue = new TurnQueue();
    let done = 0;
    void queue.run('c', async () => {
      await later();
      // A turn may bring another.
      void queue.run('c', async () => {
        await later();
        done += 1;
      });
      done += 1;
    });
    expect(queue.size).toBe(1);
    await queue.whenIdle('c');
    expect(done).toBe(2);
    await queue.whenIdle();
    expect(queue.size).toBe(0);
  });
});
