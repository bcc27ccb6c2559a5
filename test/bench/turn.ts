/**
 * `turn`: the way of a message from its POST to the bot's answer on the web socket, with fifty people talking at once, each as fast as
 * they are answered; as a ratio to a restify hello with the same client and as many connections, in rounds that alternate.
 */
import type { Numbers } from './baseline';
import { startChild } from './child';
import { Enquirer, type Heard } from './enquirer';
import { middlePace, type Pace, paceOf, readProcessorMs, readResidentMb, round } from './measure';
import { makeFolder, startPonte, whenReady } from './ponte-process';
import { Requests } from './requests';
import { type Question, type Said, type Script, sampleQuestions, scriptOf } from './workload';

const CONVERSATIONS = 50;
const QUESTIONS = 60;
const ROUNDS = 3;
/** Of each conversation in a round: a whole script of ten questions and a search. */
const TURNS = 15;
/** Of each connection in a round. */
const HELLOS = 200;
/** Before anything counts: code is compiled and connections are open. */
const WARM_TURNS = 6;

interface Turns {
  readonly all: Pace;
  readonly question: Pace;
  readonly dialog: Pace;
}

interface Talk {
  readonly enquirer: Enquirer;
  readonly script: Script;
  reply: Heard | undefined;
}

export interface TurnOptions {
  /** By default the shipped folder. */
  readonly knowledge?: string;
}

export interface TurnResult {
  readonly numbers: Numbers;
  /** Lines of the server's log: there should be none. */
  readonly faults: readonly string[];
}

/** Takes half a minute with the shipped folder. */
export async function benchTurn({ knowledge }: TurnOptions = {}): Promise<TurnResult> {
  const requests = new Requests(CONVERSATIONS);
  const ponte = startPonte({ data: makeFolder(), knowledge });
  try {
    const { url, ms } = await ponte.ready;
    const details = await whenReady(url, requests);
    const start = { entries: entriesOf(details), readyMs: round(ms), memoryMb: readResidentMb(ponte.child.pid) };
    const paces = await measureRounds(url, ponte.child.pid, requests);
    return { numbers: { ...start, memoryAfterMb: readResidentMb(ponte.child.pid), ...paces }, faults: ponte.faults() };
  } finally {
    await ponte.kill();
    requests.close();
  }
}

async function measureRounds(url: string, pid: number, requests: Requests): Promise<Numbers> {
  const hello = startChild(process.execPath, ['--import', 'tsx', require.resolve('./hello-server.ts')]);
  try {
    const [, helloUrl = ''] = await hello.printed(/listening at (\S+)/);
    const talks = await openTalks(url, requests, sampleQuestions(QUESTIONS));
    await greet(helloUrl, requests, HELLOS);
    await converse(talks, WARM_TURNS);
    const hellos: Pace[] = [];
    const turns: Turns[] = [];
    const worked = readProcessorMs(pid) ?? Number.NaN;
    for (let n = 0; n < ROUNDS; n += 1) {
      hellos.push(await greet(helloUrl, requests, HELLOS));
      turns.push(await converse(talks, TURNS));
    }
    const processorMs = (readProcessorMs(pid) ?? Number.NaN) - worked;
    for (const { enquirer } of talks) enquirer.leave();
    return { processorMsPerTurn: round(processorMs / (ROUNDS * TURNS * CONVERSATIONS), 2), ...told(hellos, turns) };
  } finally {
    hello.signal('SIGKILL');
  }
}

function told(hellos: readonly Pace[], turns: readonly Turns[]): Numbers {
  const hello = middlePace(hellos);
  const turn = middlePace(turns.map(({ all }) => all));
  const part = (name: 'question' | 'dialog') => {
    const { median, p95 } = middlePace(turns.map((one) => one[name]));
    return { median, p95 };
  };
  const ratio = {
    median: round(turn.median / hello.median, 1),
    p95: round(turn.p95 / hello.p95, 1),
    throughput: round(hello.perSecond / turn.perSecond, 1),
  };
  return {
    conversations: CONVERSATIONS,
    hello: { ...hello },
    turn: { ...turn },
    question: part('question'),
    dialog: part('dialog'),
    ratio,
  };
}

const entriesOf = (body: unknown): number => (body as { details?: { entries?: number } }).details?.entries ?? 0;

async function openTalks(url: string, requests: Requests, questions: readonly Question[]): Promise<readonly Talk[]> {
  const talks = Array.from({ length: CONVERSATIONS }, (_, n) => {
    const locale = questions[Math.floor((n * questions.length) / CONVERSATIONS)]?.locale ?? 'en';
    return { enquirer: new Enquirer(() => url, requests, locale), script: scriptOf(questions, locale, n), reply: undefined };
  });
  await Promise.all(talks.map(({ enquirer }) => enquirer.connect()));
  return talks;
}

async function converse(talks: readonly Talk[], turns: number): Promise<Turns> {
  const took: { readonly said: Said; readonly ms: number }[] = [];
  const begun = performance.now();
  await Promise.all(
    talks.map(async (talk) => {
      for (let n = 0; n < turns; n += 1) {
        const said = talk.script.next(talk.reply).value;
        const asked = performance.now();
        talk.reply = await talk.enquirer.ask(said.text);
        took.push({ said, ms: performance.now() - asked });
      }
    }),
  );
  const elapsed = performance.now() - begun;
  const pace = (wanted: (said: Said) => boolean) =>
    paceOf(
      took.filter(({ said }) => wanted(said)).map(({ ms }) => ms),
      elapsed,
    );
  return { all: pace(() => true), question: pace(({ isQuestion }) => isQuestion), dialog: pace(({ isQuestion }) => !isQuestion) };
}

/** The body is what a turn posts. */
async function greet(url: string, requests: Requests, count: number): Promise<Pace> {
  const activity = { type: 'message', text: 'Which calls for social enterprises are open in Spain?', locale: 'en' };
  const took: number[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: CONVERSATIONS }, async () => {
      for (let n = 0; n < count; n += 1) {
        const asked = performance.now();
        const { status } = await requests.send(`${url}/hello`, { json: activity });
        if (status !== 200) throw new Error(`hello was answered with ${status}`);
        took.push(performance.now() - asked);
      }
    }),
  );
  return paceOf(took, performance.now() - begun);
}
