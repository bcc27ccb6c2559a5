/** Child processes that a bench measures, and ends with itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROJECT = join(__dirname, '..', '..');

const running = new Set<ChildProcess>();
process.once('exit', () => endChildren());

/** Ends what still runs, with everything it started. */
export function endChildren(): void {
  for (const child of running) signal(child, 'SIGKILL');
}

export interface Child {
  readonly pid: number;
  /** Everything printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** How many of its lines so far hold this text. Each is looked at once, so that it may be asked all the time of a long log. */
  counting(text: string): () => number;
  /** Resolves with the first match in what the child prints on either stream; rejects when the child ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<number | undefined>;
  /** To the child and all it started. */
  signal(name: NodeJS.Signals): void;
  readonly stdin: NodeJS.WritableStream;
}

/** `environment` is added to PATH and HOME alone, so that a bench does not depend on whoever runs it. */
export function startChild(command: string, parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): Child {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(command, parameters, { cwd: PROJECT, env: { PATH, HOME, ...environment }, stdio: 'pipe', detached: true });
  running.add(child);
  const [out, err] = [child.stdout, child.stderr].map(gather) as [() => string, () => string];
  // A child that ends while it is written to is reported by its end.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code]: (number | null)[]) => {
    running.delete(child);
    return code ?? undefined;
  });
  return {
    pid: child.pid ?? 0,
    out,
    err,
    ended,
    counting: (text) => countLines(child.stdout, out(), text),
    stdin: child.stdin,
    signal: (name) => signal(child, name),
    printed: async (pattern) => {
      for (;;) {
        const found = pattern.exec(out()) ?? pattern.exec(err());
        if (found) return found;
        const isOver = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended.then(() => true)]);
        if (isOver === true) throw new Error(`the child ended early: ${err().slice(-2_000)}`);
      }
    },
  };
}

function gather(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text;
}

function countLines(stream: NodeJS.ReadableStream, before: string, text: string): () => number {
  let count = 0;
  let unended = '';
  const read = (part: string): void => {
    const lines = `${unended}${part}`.split('\n');
    unended = lines.pop() ?? '';
    count += lines.filter((line) => line.includes(text)).length;
  };
  read(before);
  stream.on('data', read);
  return () => count;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    // The negative number means the whole group: npm and its shell go with their child.
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It is gone.
  }
}

/** The youngest process below `pid` (npm → shell → node): the one that works. */
export function findWorker(pid: number): number {
  for (let at = pid; ; ) {
    const below = childrenOf(at);
    if (below === undefined) return at;
    at = below;
  }
}

function childrenOf(pid: number): number | undefined {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  return parents.findLast(([, parent]) => parent === pid)?.[0];
}

function parentOf(pid: string): number | undefined {
  try {
    // The name stands in brackets and may hold blanks.
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
