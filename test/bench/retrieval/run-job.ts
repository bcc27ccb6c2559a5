/** Runs one job in a process of its own, with a limit of time. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from '../child';
import { compile } from '../compiled';
import { readProcessorMs } from '../measure';
import type { Job } from './results';

export type JobResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** MB: above Node's own limit, so that it is the machine that decides who fails. */
const MOST_HEAP_MB = 8192;
/** So much longer by the clock: other work on the machine must not make an engine fail, nor a process that waits for ever hold up the run. */
const PATIENCE = 4;
const LOOK_EVERY_MS = 500;

/** Made once for all jobs. */
let script: Promise<string> | undefined;

/** `limitMs` of processor time; of the clock where the system does not tell it. */
export async function runJob<T>(job: Job, limitMs: number): Promise<JobResult<T>> {
  script ??= compile(require.resolve('./engine-process.ts'));
  const program = ['--expose-gc', `--max-old-space-size=${MOST_HEAP_MB}`, await script];
  const child = startChild(process.execPath, [...program, JSON.stringify(job)]);
  const looking = new AbortController();
  const end = await Promise.race([child.ended, whenLate(child, limitMs, looking.signal)]);
  looking.abort();
  if (end === 'late') {
    child.signal('SIGKILL');
    await child.ended;
    return { ok: false, why: `not finished in ${limitMs / 1000} s` };
  }
  if (end !== 0) return { ok: false, why: `ended with ${end ?? 'a signal'}: ${lastLineOf(child.err())}` };
  return readResult(child.out());
}

async function whenLate({ pid }: Child, limitMs: number, signal: AbortSignal): Promise<'late'> {
  const begun = performance.now();
  while (!signal.aborted) {
    const elapsed = performance.now() - begun;
    if ((readProcessorMs(pid) ?? elapsed) > limitMs || elapsed > PATIENCE * limitMs) break;
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return 'late';
}

/** Packages may have printed lines of their own before. */
function readResult<T>(out: string): JobResult<T> {
  try {
    return { ok: true, value: JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') };
  } catch {
    return { ok: false, why: 'ended without a result' };
  }
}

/** Of a stack or of what V8 says when memory is out, the line that tells. */
function lastLineOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /Error|FATAL/.test(line)) ?? lines.at(-1) ?? 'nothing was said').trim().slice(0, 200);
}
