/** A command of its own process, with what it took: time, processor time and the most memory it had; ended when it takes too long. */
import { readFileSync } from 'node:fs';
import { type Child, startChild } from './child';
import { readProcessorMs, round } from './measure';

/** Often enough to see the last state of a process before it ends. */
const LOOK_MS = 50;

/** Type, not interface: it is told as numbers. */
export type Took = {
  /** Seconds; absent when it did not end in time, or not as it should. */
  readonly seconds?: number;
  readonly processorSeconds?: number;
  /** MB of 10^6 bytes. */
  readonly peakMb?: number;
};

export interface Run {
  readonly took: Took;
  readonly out: string;
  /** What a reader must know: it was stopped, or it ended with a code that was not expected. */
  readonly note?: string;
}

export interface Wanted {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly limitMs: number;
  /** Exit codes of a run that did its work. */
  readonly codes?: readonly number[];
}

export async function runWatched({ command: [command = '', ...parameters], environment, limitMs, codes = [0] }: Wanted): Promise<Run> {
  const begun = performance.now();
  const child = startChild(command, parameters, environment);
  child.stdin.end();
  const look = watch(child);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.signal('SIGKILL');
  }, limitMs);
  const code = await child.ended;
  clearTimeout(timer);
  const usage = look();
  const isGood = !isLate && code !== undefined && codes.includes(code);
  const took = { ...usage, ...(isGood && { seconds: round((performance.now() - begun) / 1000, 1) }) };
  const how = isLate ? `did not end within ${round(limitMs / 60_000, 1)} minutes` : `ended with ${code}: ${lastWords(child.err())}`;
  return { took, out: child.out(), ...(!isGood && { note: how }) };
}

/** Starts to look; gives what was seen until it is called. */
export function watch({ pid }: Pick<Child, 'pid'>): () => Took {
  let took: Took = {};
  const look = (): void => {
    const peakMb = readPeakMb(pid);
    const ms = readProcessorMs(pid);
    // A process that has ended shows no memory any more.
    if (peakMb !== undefined && ms !== undefined) took = { processorSeconds: round(ms / 1000, 1), peakMb };
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return () => {
    look();
    clearInterval(timer);
    return took;
  };
}

/** The most resident memory a process had, in MB (10^6 bytes); undefined where there is no /proc. */
export function readPeakMb(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : round((Number(kilobytes) * 1024) / 1e6);
  } catch {
    return undefined;
  }
}

/** An engine without memory says so among many lines. */
function lastWords(err: string): string {
  const lines = err.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => line.includes('FATAL ERROR')) ?? lines.at(-1) ?? 'no word';
}
