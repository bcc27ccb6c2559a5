/**
 * `kills`: a server is killed with SIGKILL at random times while people post and are referred, and started again on the same data.
 * In the end every acknowledged message must be answered once, and every reference shown be stored with its mail.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { makeRandom } from '../../src/retrieval/random';
import type { Numbers } from './baseline';
import { Enquirer, type Heard } from './enquirer';
import { findTranscriptFaults, findUnanswered, inspectStore, Ledger } from './kill-ledger';
import { round } from './measure';
import { makeFolder, type PonteProcess, startPonte } from './ponte-process';
import { Requests } from './requests';
import { readQuestions } from './workload';

export interface KillPlan {
  readonly kills: number;
  readonly conversations: number;
  /** Of the killing; finishing and checking take at most a minute and a half more. */
  readonly limitMs: number;
  readonly seed: number;
  /** By default the built server. */
  readonly command?: readonly string[];
  /** Tells how far it is. */
  readonly tell: (line: string) => void;
}

export interface KillResult {
  readonly numbers: Numbers;
  /** Empty when every promise was kept. */
  readonly faults: readonly string[];
}

const FULL: Omit<KillPlan, 'seed' | 'tell'> = { kills: 20, conversations: 20, limitMs: 130_000 };
/** Time under load before a kill, after the server is ready. */
const LEAST_MS = 50;
const MOST_MS = 2_500;
/** Every fourth kill comes while the server starts, when it answers what the last kill left. */
const EARLY = 4;
/** For what people have begun, after the last start. */
const FINISH_MS = 30_000;
/** For what is still unanswered then. */
const ANSWER_MS = 15_000;
const RETRY_MS = 40;
/** Steps of a referral in which something may be misunderstood. */
const MOST_STEPS = 10;

export function benchKills(): Promise<KillResult> {
  const seed = Number(process.argv.find((one) => one.startsWith('--seed='))?.slice(7) ?? Date.now() % 100_000);
  console.log(`Seed ${seed}`);
  return killUnderLoad({ ...FULL, seed, tell: (line) => console.log(line) });
}

export async function killUnderLoad(plan: KillPlan): Promise<KillResult> {
  const stage = new Stage(plan.command);
  const requests = new Requests(plan.conversations * 2);
  const people = Array.from({ length: plan.conversations }, (_, n) => new Person(stage, requests, n));
  const talks = people.map((person) => person.talk());
  const kills = await killRepeatedly(stage, plan);
  const { url } = await stage.start().ready;
  plan.tell(`${kills} kills; everybody may finish now`);
  stage.isEnding = true;
  await Promise.race([Promise.all(talks), pause(FINISH_MS, undefined, { ref: false })]);
  const unanswered = await countUnanswered(people);
  const faults = (await Promise.all(people.map((person) => person.findFaults()))).flat();
  const untold = await findUntold(people, url, requests);
  for (const person of people) person.leave();
  const code = await stage.stop();
  const shown = new Set(people.flatMap(({ ledger }) => [...ledger.shown.keys()]));
  const store = await inspectStore(stage.data, shown);
  requests.close();
  const acknowledged = people.reduce((sum, { ledger }) => sum + ledger.acknowledged.size, 0);
  return {
    numbers: {
      kills,
      acknowledged,
      unanswered,
      references: shown.size,
      missing: untold.length,
      mails: store.mails,
      mailsWaiting: store.waiting,
    },
    faults: [
      ...(kills < plan.kills ? [`only ${kills} of ${plan.kills} kills in time`] : []),
      ...(unanswered > 0 ? [`${unanswered} acknowledged messages without an answer`] : []),
      ...(code === 0 ? [] : [`the last stop ended with ${code}`]),
      ...untold,
      ...faults,
      ...store.faults,
      ...stage.faults,
    ],
  };
}

/** The server of the moment, and where people find it. */
class Stage {
  readonly data = makeFolder();
  readonly faults: string[] = [];
  /** Messages answered with an apology, because turn after turn ended in a kill. */
  givenUp = 0;
  isEnding = false;
  readonly #command: readonly string[] | undefined;
  #ponte: PonteProcess | undefined;
  #url: string | undefined;

  constructor(command: readonly string[] | undefined) {
    this.#command = command;
  }

  /** Throws while there is no server, as a request would. */
  readonly address = (): string => {
    if (this.#url === undefined) throw new Error('the server is down');
    return this.#url;
  };

  start(): PonteProcess {
    const ponte = startPonte({ data: this.data, ...(this.#command && { command: this.#command }) });
    this.#ponte = ponte;
    void ponte.ready.then(
      ({ url }) => {
        this.#url = url;
      },
      () => undefined,
    );
    return ponte;
  }

  async kill(): Promise<void> {
    await this.#ponte?.kill();
    this.#end();
  }

  async stop(): Promise<number | undefined> {
    const code = await this.#ponte?.stop();
    this.#end();
    return code;
  }

  #end(): void {
    this.#url = undefined;
    const faults = this.#ponte?.faults() ?? [];
    const isGivenUp = (line: string) => line.includes('"where":"too many attempts"');
    this.givenUp += faults.filter(isGivenUp).length;
    this.faults.push(...faults.filter((line) => !isGivenUp(line)));
  }
}

/** Gives the number of kills that there was time for. */
async function killRepeatedly(stage: Stage, { kills, limitMs, seed, tell }: KillPlan): Promise<number> {
  const random = makeRandom(seed);
  const begun = performance.now();
  let startMs = 1_000;
  for (let n = 1; n <= kills; n += 1) {
    if (performance.now() - begun > limitMs) return n - 1;
    const ponte = stage.start();
    const isEarly = n % EARLY === 0;
    if (!isEarly) startMs = (await ponte.ready).ms;
    // An early kill may also come just after the start: that is when the most is open.
    const ms = isEarly ? startMs * (0.5 + random()) : LEAST_MS + random() * (MOST_MS - LEAST_MS);
    await pause(ms);
    await stage.kill();
    tell(`kill ${n} of ${kills}, ${round(ms)} ms after ${isEarly ? 'its start was begun' : 'it was ready'}`);
  }
  return kills;
}

const ENGLISH = readQuestions().filter(({ locale }) => locale === 'en');

/** Posts as fast as it is answered: questions in bursts, and a referral in between. Posts again what was not acknowledged. */
class Person {
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

/** Looks until everything is answered, for a while. */
async function countUnanswered(people: readonly Person[]): Promise<number> {
  for (const begun = performance.now(); ; ) {
    const open = (await Promise.all(people.map((person) => person.findUnanswered()))).flat();
    if (open.length === 0 || performance.now() - begun > ANSWER_MS) return open.length;
    await pause(200);
  }
}

/** Asks in the chat for every reference with its secret, as somebody else: it is found, or it is a fault. */
async function findUntold(people: readonly Person[], url: string, requests: Requests): Promise<readonly string[]> {
  const faults = people.map(async ({ ledger }) => {
    const visitor = new Enquirer(() => url, requests);
    await visitor.connect();
    const untold: string[] = [];
    for (const [reference, secret] of ledger.shown) {
      await visitor.ask(reference);
      const { text } = await visitor.ask(secret);
      if (!text?.includes(reference)) untold.push(`shown, and not found with its secret: ${reference}`);
    }
    visitor.leave();
    return untold;
  });
  return (await Promise.all(faults)).flat();
}
