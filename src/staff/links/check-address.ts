/** One address → is the page there? Redirects are followed by hand, and each step is judged like the first. */
import { isIP } from 'node:net';
import { codeOf } from '../../errors';
import { type Asked, bareHost, type Network } from './ask-once';
import type { HostGate } from './host-gate';
import { isPublicAddress } from './public-address';
import { faultOf, judge, type Verdict } from './verdict';

/** More than this is a loop, or a trap. */
const MOST_REDIRECTS = 5;

export interface CheckRooms {
  readonly network: Network;
  readonly gate: HostGate;
  readonly now: () => Date;
}

export async function checkAddress(address: string, rooms: CheckRooms): Promise<Verdict> {
  let url = new URL(address);
  let movedTo: string | undefined;
  let isMoving = true;
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const asked = await askStep(url, rooms);
    if ('from' in asked) return asked;
    const next = nextStep(url, asked);
    if (next === undefined) return judge(new URL(address), url, asked, movedTo, rooms.now());
    if (typeof next === 'string') return { found: 'unsure', from: 'server', host: url.hostname, why: next };
    isMoving = isMoving && (asked.status === 301 || asked.status === 308);
    url = next;
    if (isMoving) movedTo = url.href;
  }
  return { found: 'unsure', from: 'server', host: url.hostname, why: `more than ${MOST_REDIRECTS} redirects` };
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where a redirect leads, what is wrong with it, or undefined for an answer that is none. */
function nextStep(url: URL, { status, location }: Asked): URL | string | undefined {
  if (!REDIRECTS.has(status)) return undefined;
  if (location === undefined || !URL.canParse(location, url.href)) return `${status} without a usable address`;
  return new URL(location, url);
}

/** The page's first answer, or why it was not asked or did not come. */
async function askStep(url: URL, { network, gate }: CheckRooms): Promise<Asked | Verdict> {
  const host = url.hostname;
  const refusal = ruleAgainst(url);
  if (refusal) return { found: 'unsure', from: 'rule', host, why: refusal };
  const name = bareHost(url);
  try {
    const addresses = isIP(name) ? [name] : await network.resolve(name);
    const [first] = addresses;
    if (first === undefined) return { found: 'no-host', from: 'network', host, why: 'the host name does not exist' };
    // One private address among public ones is how a name is made to change its mind: all must be public.
    if (!addresses.every(isPublicAddress))
      return { found: 'unsure', from: 'rule', host, why: `${host} lies in a private network: it is never contacted` };
    return await askPage(url, first, network, gate);
  } catch (error) {
    return faultOf(error, host);
  }
}

function ruleAgainst(url: URL): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return `leads to ${url.protocol} instead of a web page`;
  if (url.port !== '') return `port ${url.port} is not asked, only those of http and https`;
  if (url.username !== '' || url.password !== '') return 'an address with a user name is not asked';
  return undefined;
}

/** HEAD spares the server the page; many servers answer it wrongly, so only a good answer to it counts. */
async function askPage(url: URL, address: string, network: Network, gate: HostGate): Promise<Asked> {
  const ask = (method: 'HEAD' | 'GET') => gate.run(url.hostname, () => network.ask(url, address, method));
  const head = await ask('HEAD').catch((error: unknown) => {
    if (/^(ECONNRESET|HPE_)/.test(codeOf(error) ?? '')) return undefined;
    throw error;
  });
  const isEnough = head && (head.status < 400 || head.status === 429 || head.status === 503);
  return isEnough ? head : ask('GET');
}
