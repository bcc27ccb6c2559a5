/** The built server as a process of its own, as `npm start` runs it: on a free port, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBuilt, PROJECT } from './built-server';
import { SHARED, SHIPPED } from './shipped-folder';

export interface ServerOptions {
  /** Settings by the names of `.env.example`, besides the port and the two folders. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A fresh one by default. */
  readonly dataFolder?: string;
  /** The shipped one by default. */
  readonly knowledgeFolder?: string;
  /**
   * Names a knowledge folder of which several servers have a copy: what one of them parsed and indexed the next take, as at a second start.
   * Those of the shipped folder have a name.
   */
  readonly kin?: string;
}

/** How a process ended: `code` when it left by itself, `signal` when it was ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const START_MS = 120_000;
const LOOK_MS = 25;

const folders: string[] = [];
const processes = new Set<ChildProcess>();
// A test run that is broken off must leave no server behind.
process.once('exit', () => {
  for (const child of processes) child.kill('SIGKILL');
});

/** A folder that is there and empty; removed with the rest by `removeFolders`. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `ponte-${name}-`));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Starts a server and waits until it is ready. Throws with what it said when it ends before that. */
export async function runServer(options: ServerOptions = {}): Promise<ServerProcess> {
  await ensureBuilt();
  const server = new ServerProcess(options);
  await server.start(0);
  return server;
}

/** Starts a server that is expected to end by itself, and tells how it ended and what it said. */
export async function runToItsEnd(options: ServerOptions): Promise<Ended & { stdout: string; stderr: string }> {
  await ensureBuilt();
  const server = new ServerProcess(options);
  const ended = await server.runToItsEnd();
  return { ...ended, stdout: server.stdout, stderr: server.stderr };
}

export class ServerProcess {
  readonly dataFolder: string;
  readonly #options: ServerOptions;
  #child: ChildProcess | undefined;
  #ended: Promise<Ended> = Promise.resolve({ code: null, signal: null });
  #port = 0;
  /** Everything said since the first start. */
  stdout = '';
  stderr = '';
  /** Milliseconds the last start took. */
  startMs = 0;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.dataFolder = options.dataFolder ?? join(temporaryFolder('data'), 'data');
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(port: number): Promise<void> {
    const started = performance.now();
    const saidBefore = this.stderr.length;
    this.#spawn(port);
    let hasEnded = false;
    void this.#ended.then(() => {
      hasEnded = true;
    });
    const said = () => /http:\/\/127\.0\.0\.1:(\d+)\/readyz/.exec(this.stderr.slice(saidBefore))?.[1];
    while (said() === undefined) {
      if (hasEnded || performance.now() - started > START_MS) throw new Error(`the server did not start:\n${this.stderr}\n${this.stdout}`);
      await wait(LOOK_MS);
    }
    this.#port = Number(said());
    this.startMs = performance.now() - started;
    await this.#ready(started + START_MS);
  }

  async #ready(until: number): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.url}/readyz`);
      if (answer.status === 200) return;
      if (performance.now() > until) throw new Error(`the server is not ready: ${await answer.text()}`);
      await wait(LOOK_MS);
    }
  }

  async runToItsEnd(): Promise<Ended> {
    this.#spawn(0);
    return this.#ended;
  }

  /** Sends a signal and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<Ended> {
    this.#child?.kill(signal);
    return this.#ended;
  }

  /** After `kill`: another process on the same folder and the same port, so that clients find it again. */
  restart(): Promise<void> {
    return this.start(this.#port);
  }

  /** For the end of a test, whatever the state of the server. */
  async stop(): Promise<void> {
    if (this.#child?.exitCode === null && this.#child.signalCode === null) await this.kill('SIGKILL');
  }

  #spawn(port: number): void {
    const { knowledgeFolder = SHIPPED, settings } = this.#options;
    this.#inherit();
    const env = { LOG_LEVEL: 'info', PORT: String(port), PONTE_DATA: this.dataFolder, PONTE_KNOWLEDGE: knowledgeFolder, ...settings };
    const main = join(PROJECT, 'dist', 'src', 'main.js');
    // A folder without a .env: the tests must not see the settings of whoever runs them.
    const child = spawn(process.execPath, ['--enable-source-maps', main], { env, cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    processes.add(child);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.#ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      // `close` comes after the last word of both streams.
      child.once('close', (code, signal) => {
        processes.delete(child);
        this.#bequeath();
        resolve({ code, signal });
      });
    });
  }

  get #cache(): string {
    return join(this.dataFolder, 'cache');
  }

  /** Where its kin share; undefined for one that has none. */
  get #shared(): string | undefined {
    const { dataFolder, knowledgeFolder, kin = knowledgeFolder === undefined ? 'shipped' : undefined } = this.#options;
    // Whoever gives a data folder looks at what is in it.
    return dataFolder === undefined && kin ? join(SHARED, `server-${kin}`) : undefined;
  }

  #inherit(): void {
    if (this.#shared && existsSync(this.#shared) && !existsSync(this.dataFolder)) cpSync(this.#shared, this.#cache, { recursive: true });
  }

  /** What it indexed itself is news. */
  #bequeath(): void {
    if (!this.#shared || !this.stderr.includes('Indexed ') || !existsSync(join(this.#cache, 'index.bin'))) return;
    const draft = `${this.#shared}.${process.pid}`;
    cpSync(this.#cache, draft, { recursive: true, filter: (path) => !/\.\d+$/.test(path) });
    rmSync(this.#shared, { recursive: true, force: true });
    renameSync(draft, this.#shared);
  }
}
