/**
 * `kills`: a server is killed with SIGKILL at random times while people post and are referred, and started again on the same data.
 * In the end every acknowledged message must be answered once, and every reference shown be stored with its mail.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { makeRandom } from '../../src/retrieval/random';
import type { Numbers } from './baseline';
import { Enquirer } from './enquirer';
import { inspectStore } from './kill-ledger';
import { Person } from './kill-person';
import { Stage } from './kill-stage';
import { round } from './measure';
import { Requests } from './requests';

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
  const { numbers, faults } = await examine(stage, people, url, requests);
  requests.close();
  const tooFew = kills < plan.kills ? [`only ${kills} of ${plan.kills} kills in time`] : [];
  return { numbers: { kills, ...numbers }, faults: [...tooFew, ...faults] };
}

/** First as people see it, while the server runs; then in the data folder, after it has stopped. */
async function examine(stage: Stage, people: readonly Person[], url: string, requests: Requests): Promise<KillResult> {
  const unanswered = await countUnanswered(people);
  const misshaped = (await Promise.all(people.map((person) => person.findFaults()))).flat();
  const missing = await findMissing(people, url, requests);
  for (const person of people) person.leave();
  const code = await stage.stop();
  const shown = new Set(people.flatMap(({ ledger }) => [...ledger.shown.keys()]));
  const { mails, waiting, faults } = await inspectStore(stage.data, shown);
  const acknowledged = people.reduce((sum, { ledger }) => sum + ledger.acknowledged.size, 0);
  const answers = { acknowledged, unanswered, givenUp: stage.givenUp };
  return {
    numbers: { ...answers, references: shown.size, missing: missing.length, mails, mailsWaiting: waiting },
    faults: [
      ...(unanswered > 0 ? [`${unanswered} acknowledged messages without an answer`] : []),
      ...(code === 0 ? [] : [`the last stop ended with ${code}`]),
      ...[...missing, ...misshaped, ...faults, ...stage.faults],
    ],
  };
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

/** Looks until everything is answered, for a while. */
async function countUnanswered(people: readonly Person[]): Promise<number> {
  for (const begun = performance.now(); ; ) {
    const open = (await Promise.all(people.map((person) => person.findUnanswered()))).flat();
    if (open.length === 0 || performance.now() - begun > ANSWER_MS) return open.length;
    await pause(200);
  }
}

/** Asks in the chat for every reference with its secret, as somebody else: it is found, or it is a fault. */
async function findMissing(people: readonly Person[], url: string, requests: Requests): Promise<readonly string[]> {
  const faults = people.map(async ({ ledger }) => {
    const visitor = new Enquirer(() => url, requests);
    await visitor.connect();
    const missing: string[] = [];
    for (const [reference, secret] of ledger.shown) {
      await visitor.ask(reference);
      const { text } = await visitor.ask(secret);
      if (!text?.includes(reference)) missing.push(`shown, and not found with its secret: ${reference}`);
    }
    visitor.leave();
    return missing;
  });
  return (await Promise.all(faults)).flat();
}
