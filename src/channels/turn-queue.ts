/**
 * Runs tasks of one key in the order they came, one at a time; tasks of different keys run in parallel. The SDK's state is
 * last-writer-wins (bot-spike.md 1.1: twenty turns at once counted to one), so the turns of a conversation must not overlap.
 */
export class TurnQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Settles as the task does. A task that fails does not hold up the next one. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const turn = (this.#tails.get(key) ?? Promise.resolve()).then(task, task);
    this.#tails.set(key, turn);
    const forget = () => {
      if (this.#tails.get(key) === turn) this.#tails.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  }

  /** Keys with a task that runs or waits. */
  get size(): number {
    return this.#tails.size;
  }

  /** Resolves when nothing of this key runs or waits; without a key, when nothing at all does. */
  async whenIdle(key?: string): Promise<void> {
    const open = key === undefined ? [...this.#tails.values()] : [this.#tails.get(key)].filter((tail) => tail !== undefined);
    if (open.length === 0) return;
    await Promise.allSettled(open);
    return this.whenIdle(key);
  }
}
