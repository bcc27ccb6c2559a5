/** What is measured, on which machine, and how it is told. */
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';

/** Facts that make numbers comparable; nothing that names the machine or its owner. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly system: string;
}

export const readMachine = (): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGb: round(totalmem() / 2 ** 30, 1),
  node: process.version,
  system: `${platform()} ${arch()}`,
});

/** Milliseconds, and operations a second. */
export interface Pace {
  readonly median: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** `ms` of each operation; `elapsedMs` from the first one's start to the last one's end. */
export function paceOf(ms: readonly number[], elapsedMs: number): Pace {
  return { median: round(quantile(ms, 0.5), 2), p95: round(quantile(ms, 0.95), 2), perSecond: round((ms.length / elapsedMs) * 1000, 1) };
}

/** The median of each number over the rounds. */
export function middlePace(rounds: readonly Pace[]): Pace {
  const middle = (name: keyof Pace) => median(rounds.map((one) => one[name]));
  return { median: middle('median'), p95: middle('p95'), perSecond: middle('perSecond') };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Nearest rank: a value that was measured. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

/** Resident memory of a process in MB (10^6 bytes); undefined where there is no /proc. */
export function readResidentMb(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : round((Number(kilobytes) * 1024) / 1e6);
  } catch {
    return undefined;
  }
}

/** Linux counts processor time in hundredths of a second: proc(5), sysconf(_SC_CLK_TCK). */
const TICK_MS = 10;

/** Processor time of a process so far, in milliseconds: other work on the machine hardly changes it. Undefined where there is no /proc. */
export function readProcessorMs(pid: number): number | undefined {
  try {
    // The name stands in brackets and may hold blanks; utime and stime are the 12th and 13th after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return (Number(fields?.[11]) + Number(fields?.[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}
