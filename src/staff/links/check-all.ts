/** Many addresses, politely: four hosts at once, one request at a time each, and a host in trouble is left in peace. */
import { dayIn } from '../../domain/day';
import type { Linked } from './addresses';
import { type CheckRooms, checkAddress } from './check-address';
import { type LinkCheck, type LinkHistory, waitAfter } from './history';
import type { Verdict } from './verdict';

const HOSTS_AT_ONCE = 4;
/** Failures of a host in a row after which the rest of its addresses wait for another run. */
const ENOUGH_FAILURES = 2;
/** When so many addresses could not be reached and none before, it is this machine that is cut off. */
const CUT_OFF = 12;

type Trouble = LinkHistory['hosts'][string];

export type LinkResult =
  | { readonly linked: Linked; readonly check: LinkCheck; readonly from: Verdict['from'] }
  /** Not asked: the host is left in peace until then, or nothing can be reached at all. */
  | { readonly linked: Linked; readonly waits: string };

/** A run as far as it has come. */
export interface LinkRun {
  readonly results: readonly LinkResult[];
  /** Hosts asked; undefined for one that is well. */
  readonly hosts: ReadonlyMap<string, Trouble | undefined>;
  /** Did any server answer? Until then nothing that failed may count: the fault may be this machine's. */
  readonly isOnline: boolean;
}

export interface RunRooms extends CheckRooms {
  readonly history: LinkHistory;
  /** After each result. */
  onProgress(run: LinkRun): void;
}

export async function checkAll(addresses: readonly Linked[], rooms: RunRooms): Promise<LinkRun> {
  const byHost = new Map<string, Linked[]>();
  for (const linked of addresses) byHost.set(linked.host, [...(byHost.get(linked.host) ?? []), linked]);
  // The longest first: it decides when the run ends.
  const queues = [...byHost].sort(([, a], [, b]) => b.length - a.length);
  const run = new RunningCheck(rooms);
  const work = async () => {
    for (let next = queues.shift(); next; next = queues.shift()) await run.checkHost(...next);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
  return run;
}

class RunningCheck implements LinkRun {
  readonly results: LinkResult[] = [];
  readonly hosts = new Map<string, Trouble | undefined>();
  isOnline = false;
  #unreached = 0;
  readonly #rooms: RunRooms;

  constructor(rooms: RunRooms) {
    this.#rooms = rooms;
  }

  async checkHost(host: string, addresses: readonly Linked[]): Promise<void> {
    let failures = 0;
    for (const linked of addresses) {
      const waits = this.#waits(host, failures);
      if (waits !== undefined) this.results.push({ linked, waits });
      else {
        const verdict = await checkAddress(linked.address, this.#rooms);
        this.#learn(verdict);
        const isTrouble = verdict.from === 'host' && verdict.host === host;
        const hasEnough = verdict.why === '429' || verdict.retryAfter !== undefined;
        failures = isTrouble ? failures + (hasEnough ? ENOUGH_FAILURES : 1) : 0;
        this.results.push({ linked, check: { day: dayIn(this.#rooms.now(), 'UTC'), ...checkOf(verdict) }, from: verdict.from });
      }
      this.#rooms.onProgress(this);
    }
  }

  /** Until when the host is left in peace, if it is. One failure in this run does not stop the run. */
  #waits(host: string, failures: number): string | undefined {
    const now = this.#rooms.now().toISOString();
    const until = this.#troubleOf(host)?.notBefore;
    if (!this.isOnline && this.#unreached >= CUT_OFF) return now;
    if (failures >= ENOUGH_FAILURES) return until ?? now;
    return failures === 0 && until !== undefined && until > now ? until : undefined;
  }

  #troubleOf(host: string): Trouble | undefined {
    return this.hosts.has(host) ? this.hosts.get(host) : this.#rooms.history.hosts[host];
  }

  #learn({ host, from, why, retryAfter }: Verdict): void {
    const hasAnswered = from === 'server' || (from === 'host' && /^\d+$/.test(why));
    this.isOnline ||= hasAnswered;
    if (!hasAnswered && from !== 'rule') this.#unreached++;
    if (from === 'server') this.hosts.set(host, undefined);
    if (from !== 'host') return;
    const failures = (this.#troubleOf(host)?.failures ?? 0) + 1;
    const until = this.#rooms.now().getTime() + waitAfter(failures, retryAfter);
    this.hosts.set(host, { failures, notBefore: new Date(until).toISOString() });
  }
}

const checkOf = ({ found, why, movedTo }: Verdict): Omit<LinkCheck, 'day'> => ({
  found,
  why,
  ...(movedTo === undefined ? {} : { movedTo }),
});
