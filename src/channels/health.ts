/** Is the process alive, and should it be sent people? */
import type { Log } from '../log';
import type { HttpAnswer } from './http-exchange';
import type { HttpFront } from './http-front';

export interface Readiness {
  readonly ready: boolean;
  /** Codes, such as `store`, `knowledge`. Empty when ready. */
  readonly reasons: readonly string[];
  readonly details?: object;
}

export interface HealthOptions {
  /** Looks at the store and the knowledge. It may be slow or throw: then the server is not ready. */
  readonly readiness: () => Promise<Readiness>;
  readonly isDraining: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
  readonly log: Log;
}

/** A look at the store costs a write; of many balancers that ask every second one pays. Staff look here for their mistakes, so no longer. */
const CACHE_MS = 1_000;
const PATIENCE_MS = 1_000;

export function mountHealth(front: HttpFront, options: HealthOptions): void {
  let last: { at: number; result: Promise<Readiness> } | undefined;
  const look = (): Promise<Readiness> => {
    if (last === undefined || options.now() - last.at >= CACHE_MS) last = { at: options.now(), result: examine(options) };
    return last.result;
  };
  front.route('GET', '/healthz', () => ({ status: 200, body: { alive: true } }));
  front.route('GET', '/readyz', async () => answer(options.isDraining() ? { ready: false, reasons: ['draining'] } : await look()));
}

const answer = (readiness: Readiness): HttpAnswer => ({ status: readiness.ready ? 200 : 503, body: readiness });

async function examine({ readiness, log }: HealthOptions): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve({ ready: false, reasons: ['timeout'] }), PATIENCE_MS);
  });
  try {
    return await Promise.race([readiness(), tooLate]);
  } catch (error) {
    log.degraded({ part: 'readiness', error });
    return { ready: false, reasons: ['fault'] };
  } finally {
    clearTimeout(timer);
  }
}
