/** From the save of one file to the version that serves it, as people meet it: with the longest time that anybody waited meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { addLine, loneEntries } from './folder-copies';
import { median, quantile, round } from './measure';
import { KNOWLEDGE_LINE, makeFolder, startPonte, whenReady } from './ponte-process';
import { Requests } from './requests';
import { type Took, watch } from './watched-child';

const SAVES = 5;
/** Between the answers of the server that is asked whether it is alive. */
const PULSE_MS = 10;
/** The thread gets to know the folder in the background after a second start; saves come later than that. */
const SETTLE_MS = 3_000;

export type ReloadNumbers = Took & {
  /** Seconds until the server was ready, with nothing kept from an earlier start. */
  readonly readySeconds?: number;
  /** Seconds from the save to the version that serves: in the middle, and the first and slowest ones. */
  readonly liveSeconds?: number;
  readonly firstLiveSeconds?: number;
  readonly slowestLiveSeconds?: number;
  /** Longest time without an answer of the health page while versions changed. */
  readonly stallMs?: number;
};

export interface ReloadRun {
  readonly took: ReloadNumbers;
  readonly note?: string;
}

/** Saves entries of `knowledge`, which is changed. Ends after `limitMs`. */
export async function measureReloads(knowledge: string, limitMs: number): Promise<ReloadRun> {
  const ponte = startPonte({ data: makeFolder(), knowledge, log: 'info' });
  const requests = new Requests(2);
  const look = watch(ponte.child);
  const versions = ponte.child.counting(KNOWLEDGE_LINE);
  const timer = setTimeout(() => ponte.child.signal('SIGKILL'), limitMs);
  const took: { -readonly [Name in keyof ReloadNumbers]: ReloadNumbers[Name] } = {};
  try {
    const { url, ms } = await ponte.ready;
    took.readySeconds = round(ms / 1000, 1);
    await whenReady(url, requests);
    await pause(SETTLE_MS);
    Object.assign(took, await save(knowledge, url, requests, (n) => versions() >= n, ponte.child.ended));
    return { took: { ...took, ...look() } };
  } catch (error) {
    return { took: { ...took, ...look() }, note: `${error instanceof Error ? error.message : error}` };
  } finally {
    clearTimeout(timer);
    look();
    await ponte.kill();
    requests.close();
  }
}

async function save(
  knowledge: string,
  url: string,
  requests: Requests,
  isLive: (versions: number) => boolean,
  ended: Promise<unknown>,
): Promise<Partial<ReloadNumbers>> {
  const waits: number[] = [];
  const pulses: number[] = [];
  let isOver = false;
  const pulse = (async () => {
    while (!isOver) {
      const asked = performance.now();
      await requests.send(`${url}/healthz`).catch(() => undefined);
      pulses.push(performance.now() - asked);
      await pause(PULSE_MS);
    }
  })();
  void ended.then(() => {
    isOver = true;
  });
  const files = loneEntries(knowledge);
  for (let n = 0; n < SAVES && !isOver; n += 1) {
    const saved = performance.now();
    addLine(`${knowledge}/${files[n * 7]}`, `Somebody looked at this text for the ${n + 1}. time.`);
    while (!isLive(n + 1) && !isOver) await pause(PULSE_MS);
    waits.push((performance.now() - saved) / 1000);
  }
  const isCut = isOver;
  isOver = true;
  await pulse;
  if (isCut) throw new Error(`the server ended, or was stopped, after ${waits.length - 1} of ${SAVES} saves`);
  return {
    liveSeconds: round(median(waits), 2),
    firstLiveSeconds: round(waits[0] ?? Number.NaN, 2),
    slowestLiveSeconds: round(quantile(waits, 1), 2),
    stallMs: round(quantile(pulses, 1)),
  };
}
