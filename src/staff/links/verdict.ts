/** What an answer, or its absence, says about a page. */
import { codeOf } from '../../errors';
import type { Asked } from './ask-once';
import type { LinkCheck } from './history';

/**
 * What is to blame when the page is not plainly there: the `server`'s own answer, our `rule` (nothing was sent), the `host` that is in
 * trouble, or the `network` between.
 */
export interface Verdict extends Omit<LinkCheck, 'day'> {
  readonly from: 'server' | 'rule' | 'host' | 'network';
  /** The last host asked. */
  readonly host: string;
  /** As the host asked for, milliseconds. */
  readonly retryAfter?: number;
}

export function judge(start: URL, end: URL, { status, retryAfter }: Asked, movedTo: string | undefined, at: Date): Verdict {
  const host = end.hostname;
  if (status === 404 || status === 410) return { found: 'not-found', from: 'server', host, why: String(status) };
  if (status === 429 || status >= 500) {
    const wait = millisecondsOf(retryAfter, at);
    return { found: 'unsure', from: 'host', host, why: String(status), ...(wait === undefined ? {} : { retryAfter: wait }) };
  }
  if (status < 200 || status >= 300) return { found: 'unsure', from: 'server', host, why: String(status) };
  // Many sites send what they no longer have to their front page, with 200.
  if (start.pathname.length > 1 && end.pathname === '/' && end.search === '' && start.href !== end.href)
    return { found: 'unsure', from: 'server', host, why: `leads to the front page of ${host}` };
  return { found: 'there', from: 'server', host, why: String(status), ...(movedTo === undefined ? {} : { movedTo }) };
}

/** Retry-After is seconds or a date (RFC 9110, 10.2.3). */
function millisecondsOf(retryAfter: string | undefined, at: Date): number | undefined {
  if (retryAfter === undefined) return undefined;
  const wait = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - at.getTime();
  return Number.isNaN(wait) || wait < 0 ? undefined : wait;
}

/** Trouble of this machine's own network, not of one host. */
const OUR_NETWORK = /^(EAI_AGAIN|EAI_FAIL|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ECONNABORTED|EMFILE|ENFILE)$/;

export function faultOf(error: unknown, host: string): Verdict {
  const code = codeOf(error) ?? '';
  if (code === 'ENOTFOUND') return { found: 'no-host', from: 'network', host, why: 'the host name does not exist' };
  const isOurs = OUR_NETWORK.test(code);
  const isTimeout = code === 'ABORT_ERR' || code === 'ETIMEDOUT';
  return {
    found: 'unsure',
    from: isOurs ? 'network' : 'host',
    host,
    why: isTimeout ? 'no answer in time' : `no answer (${code || 'fault'})`,
  };
}
