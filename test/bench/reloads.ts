/**
 * `reloads`: a thousand versions of the knowledge folder, half of them broken, while fifty questions a second are asked: no question may
 * fail, and no answer may hold two versions. Each good version writes its stamp into two calls that one question finds.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { STAMP_QUESTION, StampedFolder, versionsIn } from '../support/stamped-folder';
import type { Numbers } from './baseline';
import { PROJECT } from './child';
import { Enquirer, type Heard } from './enquirer';
import { quantile, readResidentMb, round } from './measure';
import { KNOWLEDGE_LINE, makeFolder, startPonte, whenReady } from './ponte-process';
import { Requests } from './requests';
import { watch } from './watched-child';
import { sampleQuestions } from './workload';

const SAVES = 1_000;
const ENQUIRERS = 50;
/** Each asks once in this time: 50 questions a second. Milliseconds. */
const ASK_EVERY = 1_000;
/** Every other person asks what finds both stamps, again and again; the others ask these. */
const OTHERS = sampleQuestions(110);
/** The whole ends then, with as many saves as there were. */
const LIMIT_MS = 1_500_000;
/** A question that is not answered in this time has failed, and a save that is not live in that. */
const PATIENCE_MS = 20_000;
const LIVE_MS = 60_000;
/** The server waits this long for the second of two files; a machine that was slower showed two versions on the disk itself. */
const SLOW_WRITE_MS = 100;
/** Outcomes of a question that something else than the folder kept from being answered. */
const FAILED = ['search-unavailable', 'model-unavailable', 'rate-limited', undefined];

class Tally {
  questions = 0;
  both = 0;
  slowWrites = 0;
  isOver = false;
  /** The last version that was certainly live. */
  live = 0;
  readonly waits: number[] = [];
  readonly lives: number[] = [];
  readonly faults: string[] = [];
}

/** `--saves=200` makes fewer saves, `--people=10` asks less. */
export async function benchReloads(): Promise<{ numbers: Numbers; faults: readonly string[] }> {
  const saves = optionOf('saves') ?? SAVES;
  const count = optionOf('people') ?? ENQUIRERS;
  const path = join(makeFolder(), 'knowledge');
  cpSync(join(PROJECT, 'knowledge'), path, { recursive: true });
  const folder = new StampedFolder(path);
  const ponte = startPonte({ data: makeFolder(), knowledge: path, log: 'info' });
  const requests = new Requests(count);
  const tally = new Tally();
  try {
    const { url } = await ponte.ready;
    await whenReady(url, requests);
    const look = watch(ponte.child);
    const memoryMb = readResidentMb(ponte.child.pid);
    const begun = performance.now();
    const people = Array.from({ length: count }, (_, n) => askOn(new Enquirer(() => url, requests), n, tally));
    const made = await saveOn(folder, saves, ponte.child.counting(KNOWLEDGE_LINE), tally);
    tally.isOver = true;
    await Promise.all(people);
    const seconds = (performance.now() - begun) / 1000;
    if (made < saves) console.log(`Ended after ${round(seconds / 60)} minutes with ${made} of ${saves} saves.`);
    tally.faults.push(...ponte.faults().filter(isFault));
    return {
      numbers: { ...told(tally, made, seconds), memoryMb, memoryAfterMb: readResidentMb(ponte.child.pid), ...look() },
      faults: tally.faults,
    };
  } finally {
    tally.isOver = true;
    await ponte.kill();
    requests.close();
  }
}

function optionOf(name: string): number | undefined {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`));
  return given === undefined ? undefined : Number(given.slice(name.length + 3));
}

const told = ({ questions, both, waits, lives, slowWrites }: Tally, saves: number, seconds: number): Numbers => ({
  saves,
  seconds: round(seconds),
  questions,
  questionsPerSecond: round(questions / seconds, 1),
  answersWithBothCalls: both,
  answerMedianMs: round(quantile(waits, 0.5)),
  answerP95Ms: round(quantile(waits, 0.95)),
  answerSlowestMs: round(quantile(waits, 1)),
  liveMedianMs: round(quantile(lives, 0.5)),
  liveSlowestMs: round(quantile(lives, 1)),
  slowWrites,
});

/** Good and broken by turns; each waits until the one before is live. Gives how many there were. */
async function saveOn(folder: StampedFolder, saves: number, versions: () => number, tally: Tally): Promise<number> {
  const begun = performance.now();
  for (let made = 0; made < saves; made += 1) {
    if (performance.now() - begun > LIMIT_MS) return made;
    const saved = performance.now();
    const isGood = made % 2 === 1;
    if (isGood) folder.write((made + 1) / 2);
    else folder.spoil();
    if (performance.now() - saved > SLOW_WRITE_MS) tally.slowWrites += 1;
    while (versions() < made + 1) {
      if (performance.now() - saved > LIVE_MS) {
        tally.faults.push(`save ${made + 1} was not live after ${LIVE_MS / 1000} s`);
        return made;
      }
      await pause(5);
    }
    tally.lives.push(performance.now() - saved);
    if (isGood) tally.live = (made + 1) / 2;
  }
  return saves;
}

/** Warnings and worse, but the findings that were asked for. */
const isFault = (line: string): boolean => /"level":[4-6]0/.test(line) && !line.includes('"msg":"finding"');

async function askOn(enquirer: Enquirer, n: number, tally: Tally): Promise<void> {
  // Spread over the second.
  await pause((n * (ASK_EVERY / ENQUIRERS)) % ASK_EVERY);
  const isConnected = await enquirer.connect().then(
    () => true,
    (error: unknown) => void tally.faults.push(`somebody could not begin: ${error}`),
  );
  if (!isConnected) return;
  const isStamped = n % 2 === 0;
  for (let asked = n; !tally.isOver; asked += 1) {
    const begun = performance.now();
    const text = isStamped ? STAMP_QUESTION : (OTHERS[asked % OTHERS.length]?.question ?? STAMP_QUESTION);
    await askOnce(enquirer, text, tally).catch((error: unknown) => void tally.faults.push(`a question failed: ${error}`));
    await pause(Math.max(0, ASK_EVERY - (performance.now() - begun)));
  }
  enquirer.leave();
}

async function askOnce(enquirer: Enquirer, text: string, tally: Tally): Promise<void> {
  const { live, slowWrites } = tally;
  const begun = performance.now();
  const reply = await Promise.race([enquirer.ask(text), pause(PATIENCE_MS, undefined, { ref: false })]);
  tally.questions += 1;
  tally.waits.push(performance.now() - begun);
  if (!reply) tally.faults.push(`no answer in ${PATIENCE_MS / 1000} s`);
  else judge(reply, { isStamped: text === STAMP_QUESTION, live, isCalm: slowWrites === tally.slowWrites }, tally);
}

function judge(reply: Heard, { isStamped, live, isCalm }: { isStamped: boolean; live: number; isCalm: boolean }, tally: Tally): void {
  const outcome = reply.channelData?.ponte?.outcome;
  if (FAILED.includes(outcome)) tally.faults.push(`a question ended as ${outcome}`);
  if (!isStamped) return;
  const said = JSON.stringify(reply);
  const versions = versionsIn(reply);
  if (said.includes('quokka-one') && said.includes('quokka-two')) tally.both += 1;
  if (outcome !== 'answered') tally.faults.push(`the stamps were not told: ${outcome}`);
  else if (versions.length !== 1 && isCalm) tally.faults.push(`one answer held the versions ${versions.join(', ') || '(none)'}`);
  else if (Math.min(...versions) < live) tally.faults.push(`version ${versions[0]} was told when ${live} was live`);
}
