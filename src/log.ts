/**
 * The log: one function an event, with the only fields it may carry. There is no free text, so nothing an enquirer said can
 * get in. An unforeseen error gives its name, code and stack frames; its message is dropped, as it may quote a value.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';
import { codeOf, PonteError } from './errors';

export interface LogEvents {
  started: { port: number; entries: number; passages: number; ms: number };
  stopping: { signal: string };
  stopped: { ms: number };
  request: { method: string; route: string; status: number; ms: number; id: string };
  turn: { conversation: string; channel: string; outcome?: string | undefined; dialog?: string | undefined; ms: number };
  /** Keys of the state that a newer release wrote, and that were left out. */
  stateOfNewer: { conversation: string; keys: readonly string[] };
  fault: { number: string; where: string; error: unknown };
  knowledge: { digest: string; entries: number; errors: number; warnings: number; ms: number };
  finding: { rule: string; file: string; line: number };
  reloadRefused: { file: string; rule: string };
  delivered: { reference: string; desk: string; ms: number };
  deliveryFailed: { reference: string; desk: string; attempt: number; error: unknown };
  redriven: { messages: number };
  /** What a model wrote: sentences shown, and why the others were not. */
  worded: { kept: number; dropped: readonly string[]; ms: number };
  degraded: { part: string; error: unknown };
}

export type Log = { readonly [E in keyof LogEvents]: (fields: LogEvents[E]) => void };

const LEVELS: Partial<Record<keyof LogEvents, 'warn' | 'error' | 'debug'>> = {
  fault: 'error',
  stateOfNewer: 'warn',
  finding: 'warn',
  reloadRefused: 'warn',
  deliveryFailed: 'warn',
  degraded: 'warn',
  request: 'debug',
};

/** Conversation ids are written as a keyed hash; the key lives as long as the process. */
const KEY = randomBytes(32);
export const maskId = (id: string): string => createHmac('sha256', KEY).update(id).digest('base64url').slice(0, 12);

function safeError(error: unknown): object {
  if (error instanceof PonteError)
    return { code: error.code, where: error.where, cause: error.cause === undefined ? undefined : safeError(error.cause) };
  const { name, message, stack } = typeof error === 'object' && error !== null ? (error as Partial<Error>) : {};
  const frames = framesOf(String(stack ?? ''), String(message ?? ''));
  return { name: name === undefined ? typeof error : String(name), code: codeOf(error), frames };
}

/** Frames follow the message, which may hold lines that look like frames. None when the message was changed since. */
function framesOf(stack: string, message: string): string[] {
  const at = stack.indexOf(message);
  const after = stack.slice(at < 0 ? stack.length : at + message.length);
  const frames = after.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12).map((line) => line.trim());
}

/** Writes JSON lines to `destination`, by default to standard output at once: the last line before an exit is worth most. */
export function makeLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, base: null, serializers: { error: safeError } };
  const logger: Logger = pino(options, destination ?? pino.destination({ fd: 1, sync: true }));
  return new Proxy({} as Log, {
    get: (_, event: string) => (fields: object) => logger[LEVELS[event as keyof LogEvents] ?? 'info'](fields, event),
  });
}

/** For tests and commands whose standard output belongs to somebody else. */
export const silentLog: Log = makeLog('silent');
