import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readQuestions } from '../eval/questions';
import { Enquirer, type Heard } from './enquirer';
import { findTranscriptFaults, findUnanswered, Ledger } from './kill-ledger';
import type { Stage } from './kill-stage';
import type { Requests } from './requests';

const RETRY_MS = 40;
/** Steps of a referral in which something may be misunderstood. */
const MOST_STEPS = 10;
const ENGLISH = readQuestions().filter(({ locale }) => locale === 'en');

/** Posts as fast as it is answered: questions in bursts, and a referral in between. Posts again what was not acknowledged. */
export class Person {
  readonly ledger = new Ledger();
  readonly #stage: Stage;
  readonly #enquirer: Enquirer;
  readonly #number: number;
  #hasLeft = false;

  constructor(stage: Stage, requests: Requests, number: number) {
    this.#stage = stage;
    this.#number = number;
    this.#enquirer = new Enquirer(stage.address, requests);
    this.#enquirer.onHeard = (activity) => this.ledger.hear(activity);
  }

  async talk(): Promise<void> {
    await this.#insist(() => this.#enquirer.connect());
    // It ends with an error when the person leaves.
    this.#keepListening().catch(() => undefined);
    for (let n = this.#number; !this.#stage.isEnding; n += 1) {
      if (n % 3 === 0) await this.#beReferred(n);
      else await this.#askBurst(n);
    }
  }

  async findFaults(): Promise<readonly string[]> {
    return findTranscriptFaults(this.ledger, await this.#enquirer.readTranscript());
  }

  async findUnanswered(): Promise<readonly string[]> {
    return findUnanswered(this.ledger, await this.#enquirer.readTranscript());
  }

  leave(): void {
    this.#hasLeft = true;
    this.#enquirer.leave();
  }

  /** Three questions at once: two wait in the inbox while the first is answered. */
  async #askBurst(n: number): Promise<void> {
    const texts = [0, 1, 2].map((more) => ENGLISH[(n * 3 + more) % ENGLISH.length]?.question ?? '');
    const ids = await Promise.all(texts.map((text) => this.#post(text)));
    await Promise.all(ids.map((id) => this.#enquirer.replyTo(id)));
  }

  async #beReferred(n: number): Promise<void> {
    let reply = await this.#ask('start again');
    reply = await this.#ask('I want to talk to a person');
    for (let steps = 0; steps < MOST_STEPS && reply.channelData?.ponte?.referral === undefined; steps += 1) {
      const said = ANSWERS[reply.channelData?.ponte?.asks ?? ''];
      if (said === undefined) return;
      reply = await this.#ask(said.replace('#', `${this.#number}-${n}`));
    }
  }

  async #ask(text: string): Promise<Heard> {
    return this.#enquirer.replyTo(await this.#post(text));
  }

  async #post(text: string): Promise<string> {
    const client = randomUUID();
    const id = await this.#insist(() => this.#enquirer.post(text, client));
    this.ledger.acknowledge(client, id);
    return id;
  }

  async #keepListening(): Promise<void> {
    for (;;) {
      await this.#enquirer.whenCut();
      await this.#insist(() => this.#enquirer.connect());
    }
  }

  /** Tries until it succeeds, or the person has left. */
  async #insist<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        if (this.#hasLeft) throw error;
        await pause(RETRY_MS, undefined, { ref: false });
      }
    }
  }
}

/** What is said when something is asked for. */
const ANSWERS: Readonly<Record<string, string>> = {
  area: 'Valencia',
  name: 'Ana Ejemplo',
  contact: 'ana-#@example.org',
  message: 'skip',
  consent: 'Send',
};
