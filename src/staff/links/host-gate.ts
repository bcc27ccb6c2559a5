/** Politeness: one request at a time to a host, with a pause after each. */

export class HostGate {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #pause: () => Promise<unknown>;

  /** `pause` waits between two requests to one host. */
  constructor(pause: () => Promise<unknown>) {
    this.#pause = pause;
  }

  /** Runs the job when all earlier ones of this host have ended and their pauses have passed. */
  run<T>(host: string, job: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host);
    const running = before ? before.then(job) : job();
    this.#last.set(
      host,
      running.then(
        () => this.#pause(),
        () => this.#pause(),
      ),
    );
    return running;
  }
}
