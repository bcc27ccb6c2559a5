/** The server as it ships, in a process of its own, for benches and for tests that kill it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Settings } from '../../src/config';
import { type Child, PROJECT, startChild } from './child';
import type { Requests } from './requests';

export const SERVER = [process.execPath, '--enable-source-maps', join('dist', 'src', 'main.js')] as const;
export const STAFF = [process.execPath, '--enable-source-maps', join('dist', 'src', 'ponte.js')] as const;
/** In the log, a line for each version that serves. */
export const KNOWLEDGE_LINE = '"msg":"knowledge"';
const READY_PATIENCE_MS = 900_000;

export interface PonteOptions {
  readonly data: string;
  /** By default the shipped folder. */
  readonly knowledge?: string | undefined;
  /** By default the built server itself. */
  readonly command?: readonly string[];
  /** What the log tells; by default faults alone. */
  readonly log?: 'info';
}

export interface PonteProcess {
  readonly child: Child;
  /** Milliseconds from the start of the process until it said that it is ready. Rejects when it ends before. */
  readonly ready: Promise<{ readonly url: string; readonly ms: number }>;
  /** Lines of the log, which is kept to faults unless more was asked for. */
  faults(): readonly string[];
  /** The exit code. */
  stop(): Promise<number | undefined>;
  kill(): Promise<void>;
}

/** Settings of a server that only this machine can reach. A `.env` of the project must not send a bench's mails anywhere. */
export function settingsFor({ data, knowledge }: Pick<PonteOptions, 'data' | 'knowledge'>): Record<string, string> {
  const unset = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, '']));
  return {
    ...unset,
    PORT: '0',
    HOST: '127.0.0.1',
    PONTE_DATA: data,
    PONTE_KNOWLEDGE: knowledge ?? join(PROJECT, 'knowledge'),
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
  };
}

export function startPonte(options: PonteOptions): PonteProcess {
  const started = performance.now();
  const [command = '', ...parameters] = options.command ?? SERVER;
  const child = startChild(command, parameters, { ...settingsFor(options), ...(options.log && { LOG_LEVEL: options.log }) });
  const ready = child
    .printed(/Demonstration page\s+(http:\/\/\S+?)\/\s/)
    .then(([, url = '']) => ({ url, ms: performance.now() - started }));
  // Whoever kills a server before it is ready does not ask whether it was.
  ready.catch(() => undefined);
  return {
    child,
    ready,
    faults: () =>
      child
        .out()
        .split('\n')
        .filter((line) => line.startsWith('{')),
    stop: () => {
      child.signal('SIGTERM');
      return child.ended;
    },
    kill: async () => {
      child.signal('SIGKILL');
      await child.ended;
    },
  };
}

/** Asks the health page until it is ready; gives what it says. */
export async function whenReady(url: string, requests: Requests): Promise<unknown> {
  for (const begun = performance.now(); performance.now() - begun < READY_PATIENCE_MS; ) {
    const answer = await requests.send(`${url}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return answer.body;
    await pause(20);
  }
  throw new Error('the server did not become ready');
}

const made: string[] = [];
process.once('exit', () => removeFolders());

/** An empty folder that goes with this process. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-bench-'));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
