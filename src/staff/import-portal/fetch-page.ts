/** One page of the service, asked for until it comes whole or it is sure that it will not. */
import { type PortalPage, readPage } from './read-page';

export interface Patience {
  /** Milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** 0…1 */
  readonly random: () => number;
  /** Longest an answer may take, with its body. */
  readonly timeoutMs: number;
  /** Between two pages: one request a second (facts/eu.md 6). */
  readonly paceMs: number;
}

/** Why it was given up, and what to do. */
export class PortalRefused extends Error {}

const ATTEMPTS = 5;
/** Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015): somewhere between nothing and double the last. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A service that wants more is asked again by a person. */
const LONGEST_RETRY_AFTER_MS = 120_000;
/** Bytes of a page: 970 results take 21 MB in all. */
const MAX_PAGE = 16 * 1024 * 1024;

type Try =
  | { readonly page: PortalPage; readonly bytes: number }
  | { readonly why: string; readonly isFinal?: boolean; readonly waitMs?: number | undefined };

export interface FetchedPage {
  readonly page: PortalPage;
  readonly bytes: number;
}

/** `onRetry` is told why and how long it waits. Throws PortalRefused. */
export async function fetchPage(
  address: string,
  body: () => FormData,
  patience: Patience,
  onRetry: (why: string, waitMs: number) => void,
): Promise<FetchedPage> {
  let why = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const tried = await tryOnce(address, body(), patience.timeoutMs);
    if ('page' in tried) return tried;
    why = tried.why;
    if (tried.isFinal) break;
    if ((tried.waitMs ?? 0) > LONGEST_RETRY_AFTER_MS) {
      why = `${why}, and asks to wait ${Math.round((tried.waitMs ?? 0) / 60_000)} minutes`;
      break;
    }
    if (attempt === ATTEMPTS) break;
    const waitMs = tried.waitMs ?? Math.round(patience.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
    onRetry(why, waitMs);
    await patience.sleep(waitMs);
  }
  throw new PortalRefused(why);
}

async function tryOnce(address: string, body: FormData, timeoutMs: number): Promise<Try> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(address, { method: 'POST', body, signal, redirect: 'manual', headers: { accept: 'application/json' } });
    if (response.status !== 200) {
      await response.body?.cancel();
      return refusal(response);
    }
    const text = await readBounded(response);
    if (text === undefined) return { why: `it sends more than ${MAX_PAGE / 1024 / 1024} MB for one page`, isFinal: true };
    const page = readPage(text);
    if (page) return { page, bytes: Buffer.byteLength(text) };
    return {
      why: /^\s*</.test(text) ? 'it answers with a web page instead of data' : 'its answer is not whole, or not of the shape known',
    };
  } catch {
    return {
      why: signal.aborted
        ? `it took longer than ${Math.round(timeoutMs / 1000)} seconds`
        : 'it cannot be reached, or broke off in the middle',
    };
  }
}

function refusal({ status, headers }: Response): Try {
  const why = `it answers ${status}`;
  const isPassing = status === 429 || status >= 500 || status === 408;
  return isPassing ? { why, waitMs: retryAfter(headers.get('retry-after')) } : { why, isFinal: true };
}

/** Seconds, or a day and time (RFC 9110 10.2.3). */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** Undefined when it is too long. */
async function readBounded(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_PAGE) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
