import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  readonly process: ChildProcess;
  /** Lines printed so far. A line cut off by a kill is not among them. */
  lines(): readonly string[];
  /** Resolves when the child printed `count` lines, rejects when it ends before. */
  printed(count: number): Promise<void>;
  /** Resolves when the child is gone. */
  ended: Promise<void>;
}

const running = new Set<ChildProcess>();

/** For `afterEach`: a test that fails leaves no process behind. */
export function killChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts a TypeScript script in a process of its own. */
export function startChild(script: string, ...parameters: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('close', () => running.delete(child));
  let text = '';
  let faults = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    faults += part;
  });
  const lines = () => text.split('\n').slice(0, -1);
  const ended = once(child, 'close').then(() => undefined);
  const printed = async (count: number) => {
    while (lines().length < count) {
      const isOver = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
      if (isOver && lines().length < count) throw new Error(`the child ended early: ${faults}`);
    }
  };
  return { process: child, lines, printed, ended };
}
